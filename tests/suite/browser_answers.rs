//! Right and wrong answers to the questions of a course, for phones to give.

use std::collections::BTreeMap;

use perehdytin::pack::CoursePack;
use perehdytin::pack::Question;
use perehdytin::pack::QuestionBody;
use perehdytin::quiz;
use perehdytin::session::Answer;
use perehdytin::text::Id;

/// Every kind of question that the room is asked, with the first step of its kind.
pub(crate) fn kinds(pack: &CoursePack) -> BTreeMap<&'static str, (Id, Question)> {
    let mut kinds = BTreeMap::new();
    for (_, step) in pack.steps() {
        if let Some(question) = step.question() {
            kinds.entry(kind(question)).or_insert_with(|| (step.id.clone(), question.clone()));
        }
    }
    kinds
}

fn kind(question: &Question) -> &'static str {
    match &question.body {
        QuestionBody::Scenario { .. } => "scenario",
        QuestionBody::Statement { .. } => "statement",
        QuestionBody::Choice { .. } if quiz::chooses_several(question) => "several",
        QuestionBody::Choice { .. } => "choice",
        QuestionBody::Order { .. } => "order",
    }
}

pub(crate) fn right(question: &Question) -> Answer {
    let answer = match &question.body {
        QuestionBody::Scenario { .. } => Answer::Options(quiz::right_options(question).into_iter().take(1).collect()),
        QuestionBody::Choice { .. } => Answer::Options(quiz::right_options(question)),
        QuestionBody::Statement { is_true, .. } => Answer::Truth(*is_true),
        QuestionBody::Order { .. } => Answer::Order(quiz::options(question)),
    };
    assert!(quiz::is_right(question, &answer), "{question:?}");
    answer
}

pub(crate) fn wrong(question: &Question) -> Answer {
    let answer = match &question.body {
        QuestionBody::Scenario { .. } | QuestionBody::Choice { .. } => {
            let right = quiz::right_options(question);
            Answer::Options(quiz::options(question).into_iter().filter(|id| !right.contains(id)).take(1).collect())
        }
        QuestionBody::Statement { is_true, .. } => Answer::Truth(!is_true),
        QuestionBody::Order { .. } => Answer::Order(quiz::options(question).into_iter().rev().collect()),
    };
    assert!(quiz::fits(question, &answer) && !quiz::is_right(question, &answer), "{question:?}");
    answer
}
