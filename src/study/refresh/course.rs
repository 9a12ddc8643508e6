//! A course that is refreshed.

use jiff::civil::Date;

use crate::study::refresh::Plan;
use crate::text::Id;
use crate::text::LangTag;

/// A course that is refreshed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The course.
    pub id: Id,
    /// Its name in `language`.
    pub title: String,
    /// In which language it was studied.
    pub language: LangTag,
    /// Its revision.
    pub revision: u32,
    /// The digest of its pack, by which the kept copy is named.
    pub digest: String,
    /// The day on which it was taken up.
    pub enrolled: Date,
    /// When and how much.
    pub plan: Plan,
}
