//! The house's own widgets.
