//! Questions as pure data: drawing and shuffling them, grading answers, item analysis.

use crate::text::Id;

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
