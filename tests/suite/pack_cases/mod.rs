//! Broken packs, each one change away from a good one, and exactly what the check says of it.

mod course;
mod form;
mod links;
mod questions;
mod shape;
mod slides;
mod values;

use crate::pack_builder::Edit;

/// A broken pack.
#[derive(Debug)]
pub(crate) struct Case {
    /// What is broken.
    pub(crate) name: &'static str,
    /// The language of the answer.
    pub(crate) lang: &'static str,
    /// The changes to the good pack.
    pub(crate) edits: &'static [Edit],
    /// All that the check says.
    pub(crate) expected: &'static str,
}

/// Every broken pack.
pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    [shape::CASES, values::CASES, questions::CASES, links::CASES, slides::CASES, course::CASES, form::CASES]
        .into_iter()
        .flatten()
}
