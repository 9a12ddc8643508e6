//! Course packs: raw RON → checked [`CoursePack`], with every mistake reported at once.

mod model;

pub use model::*;

/// Reads and checks the pack in `folder`.
///
/// # Errors
/// Every mistake found, in the order of files and lines; warnings alone do not fail.
pub fn load(folder: &std::path::Path) -> Result<Loaded, Report> {
    todo!("{}", folder.display())
}

/// A pack that may be used, with the warnings its author should see.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The pack.
    pub pack: CoursePack,
    /// Warnings; empty for a pack without blemish.
    pub report: Report,
}

/// Everything the check has to say about a pack.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The findings, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// One finding of the check.
#[derive(Clone, Debug)]
pub struct Diagnostic {}
