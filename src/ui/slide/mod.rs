//! Laying slides out so that they fit, and painting them.
