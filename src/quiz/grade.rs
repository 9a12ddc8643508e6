//! Whether an answer fits a question, and whether it is right.

use std::collections::BTreeSet;

use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::quiz::Answer;
use crate::quiz::options;
use crate::text::Id;

/// Whether several options are to be chosen: a choice with more than one correct option.
pub fn chooses_several(question: &Question) -> bool {
    match &question.body {
        QuestionBody::Choice { options, .. } => options.iter().filter(|option| option.correct).count() > 1,
        QuestionBody::Scenario { .. } | QuestionBody::Statement { .. } | QuestionBody::Order { .. } => false,
    }
}

/// Whether `answer` is of the question's kind and names only what the question offers.
pub fn fits(question: &Question, answer: &Answer) -> bool {
    match (&question.body, answer) {
        (QuestionBody::Statement { .. }, Answer::Truth(_)) => true,
        (QuestionBody::Scenario { .. } | QuestionBody::Choice { .. }, Answer::Options(chosen)) => {
            let offered = options(question);
            let enough = if chooses_several(question) { !chosen.is_empty() } else { chosen.len() == 1 };
            enough && chosen.iter().all(|id| offered.contains(id))
        }
        (QuestionBody::Order { .. }, Answer::Order(order)) => {
            let mut offered = options(question);
            let mut given = order.clone();
            offered.sort();
            given.sort();
            offered == given
        }
        (_, Answer::Options(_) | Answer::Truth(_) | Answer::Order(_)) => false,
    }
}

/// Whether `answer` is right.
///
/// Of a scenario one of the best options is enough; of a choice exactly the correct ones must be
/// chosen; an order must be right from first to last.
pub fn is_right(question: &Question, answer: &Answer) -> bool {
    match (&question.body, answer) {
        (QuestionBody::Statement { is_true, .. }, Answer::Truth(verdict)) => is_true == verdict,
        (QuestionBody::Scenario { .. }, Answer::Options(chosen)) => {
            fits(question, answer) && chosen.is_subset(&right_options(question))
        }
        (QuestionBody::Choice { .. }, Answer::Options(chosen)) => *chosen == right_options(question),
        (QuestionBody::Order { items, .. }, Answer::Order(order)) => items.iter().map(|item| &item.id).eq(order),
        (_, Answer::Options(_) | Answer::Truth(_) | Answer::Order(_)) => false,
    }
}

/// The correct options of a scenario or choice; empty for other questions.
pub fn right_options(question: &Question) -> BTreeSet<Id> {
    match &question.body {
        QuestionBody::Scenario { options, .. } => {
            options.iter().filter(|option| option.correct).map(|option| option.id.clone()).collect()
        }
        QuestionBody::Choice { options, .. } => {
            options.iter().filter(|option| option.correct).map(|option| option.id.clone()).collect()
        }
        QuestionBody::Statement { .. } | QuestionBody::Order { .. } => BTreeSet::new(),
    }
}

/// What raised hands can be counted for: option ids, or `true` and `false`; nothing for an order.
pub fn countable(question: &Question) -> Vec<Id> {
    match &question.body {
        QuestionBody::Statement { .. } => vec!["true".into(), "false".into()],
        QuestionBody::Scenario { .. } | QuestionBody::Choice { .. } => options(question),
        QuestionBody::Order { .. } => Vec::new(),
    }
}

/// Whether `correct` of `total` questions reach `pass_percent`.
pub fn passes(correct: usize, total: usize, pass_percent: u8) -> bool {
    total > 0 && correct * 100 >= total * usize::from(pass_percent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::testing;

    fn question(id: &str) -> Question {
        let pack = testing::pack();
        let id = Id::from(id);
        let step = pack.step(&id).and_then(|(_, step)| step.question());
        step.or_else(|| pack.test_question(&id).map(|(_, question)| question)).unwrap().clone()
    }

    fn chosen(ids: &[&str]) -> Answer {
        Answer::Options(ids.iter().copied().map(Id::from).collect())
    }

    #[test]
    fn a_scenario_takes_one_option_and_any_of_the_best_is_right() {
        let question = question("kuittaus");
        assert!(!fits(&question, &chosen(&[])));
        assert!(!fits(&question, &chosen(&["a", "b"])));
        assert!(!fits(&question, &chosen(&["x"])));
        assert!(fits(&question, &chosen(&["b"])));
        assert!(is_right(&question, &chosen(&["a"])));
        assert!(!is_right(&question, &chosen(&["b"])));
    }

    #[test]
    fn of_several_correct_options_all_and_only_they_are_right() {
        let question = question("mukaan");
        assert!(chooses_several(&question));
        assert!(fits(&question, &chosen(&["a", "b", "c"])));
        assert!(is_right(&question, &chosen(&["a", "b"])));
        assert!(!is_right(&question, &chosen(&["a"])));
        assert!(!is_right(&question, &chosen(&["a", "b", "c"])));
    }

    #[test]
    fn an_order_is_right_from_first_to_last_only() {
        let question = question("ovella");
        let order = |ids: &[&str]| Answer::Order(ids.iter().copied().map(Id::from).collect());
        assert!(is_right(&question, &order(&["a", "b", "c"])));
        assert!(!is_right(&question, &order(&["a", "c", "b"])));
        assert!(fits(&question, &order(&["a", "c", "b"])));
        assert!(!fits(&question, &order(&["a", "b"])));
        assert!(!fits(&question, &order(&["a", "a", "b"])));
    }

    #[test]
    fn an_answer_of_another_kind_neither_fits_nor_is_right() {
        let question = question("ovella");
        assert!(!fits(&question, &Answer::Truth(true)));
        assert!(!is_right(&question, &Answer::Truth(true)));
    }

    #[test]
    fn the_pass_mark_is_reached_exactly() {
        assert!(passes(12, 15, 80));
        assert!(!passes(11, 15, 80));
        assert!(!passes(0, 0, 80));
    }
}
