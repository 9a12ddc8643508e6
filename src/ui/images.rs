//! Pictures, decoded off the UI thread at the size they are shown.

/// The pictures that screens show.
#[derive(Clone, Default)]
pub struct Images {}
