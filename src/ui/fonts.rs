//! The embedded typefaces.
