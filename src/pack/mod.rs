//! Course packs: raw RON → checked [`CoursePack`], with every mistake reported at once.

mod branches;
mod context;
mod course;
mod digest;
mod fitting;
mod load;
mod model;
mod options;
mod part;
mod published;
mod question;
mod references;
mod slide;
mod texts;
mod theme;
mod whole;

pub use digest::question_digest;
pub use fitting::load_profile_for;
pub use load::NotKept;
pub use load::load;
pub use load::load_kept;
pub use model::*;
pub use part::{FEWEST_QUESTIONS, MINUTES_WITHOUT_BREAK, test_of_part};
pub use published::publish;

pub use crate::source::Diagnostic;
pub use crate::source::Report;

/// A pack that may be used, with the warnings its author should see.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The pack.
    pub pack: CoursePack,
    /// Warnings; empty for a pack without blemish.
    pub report: Report,
    /// Every file that was read, relative to the pack's folder: what a copy of the pack must hold.
    pub files: Vec<String>,
}
