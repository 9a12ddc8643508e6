//! Laying slides out so that they fit, and painting them.

/// Slides as they are laid out, kept while they are shown.
#[derive(Clone, Default)]
pub struct Slides {}
