//! Questions as pure data: drawing and shuffling them, grading answers, item analysis.

mod analysis;
mod draw;
mod grade;
mod random;
#[cfg(test)]
pub(crate) mod testing;

pub use analysis::*;
pub use draw::*;
pub use grade::*;
pub use random::Random;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::text::Id;

/// An answer to a question; the journal stores it as it stands here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The chosen options of a scenario or choice.
    Options(BTreeSet<Id>),
    /// The verdict on a statement.
    Truth(bool),
    /// The items of an order, first to last.
    Order(Vec<Id>),
}

/// The questions drawn for one attempt, in the order they are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestPaper {
    /// The questions with the order of their options.
    pub questions: Vec<DrawnQuestion>,
}

/// A drawn question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnQuestion {
    /// The question in the test bank.
    pub question: Id,
    /// Its option (or item) ids in the order they are shown; empty for a statement.
    pub options: Vec<Id>,
}
