//! The final test as its participant is shown it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::quiz;
use crate::room::view::common::Common;
use crate::room::view::question::OptionView;
use crate::room::view::question::Wording;
use crate::session::Answer;
use crate::session::Attempt;
use crate::session::Manner;
use crate::session::Participant;
use crate::session::State;
use crate::text::Id;

#[derive(Debug, Serialize)]
pub(super) struct TestView<'a> {
    draw: usize,
    pass_percent: u8,
    attempts_left: u32,
    open: Option<OpenAttempt<'a>>,
    results: Vec<TestResult>,
}

#[derive(Debug, Serialize)]
struct OpenAttempt<'a> {
    attempt: u32,
    questions: Vec<TestQuestion<'a>>,
    answers: &'a BTreeMap<Id, Answer>,
}

#[derive(Debug, Serialize)]
struct TestQuestion<'a> {
    id: &'a Id,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    situation: Option<&'a str>,
    text: &'a str,
    options: Vec<OptionView<'a>>,
}

#[derive(Debug, Serialize)]
struct TestResult {
    attempt: u32,
    correct: usize,
    total: usize,
    passed: bool,
    /// Themes in which an answer was wrong.
    read_again: Vec<String>,
}

/// The participant's test; `None` before the room has come to it, and in a course without one.
pub(super) fn view<'a>(
    state: &'a State,
    common: &Common,
    wording: &'a Wording,
    row: &'a Participant,
) -> Option<TestView<'a>> {
    let rules = state.script.pack.final_test.filter(|_| common.is_test_open)?;
    // An attempt that is taken at the desk, on paper or aloud is none of the phone's.
    let open = row.open_attempt().filter(|attempt| attempt.manner == Manner::Phone);
    let results = row.attempts.iter().filter(|attempt| attempt.void.is_none()).filter_map(|attempt| {
        let result = attempt.result?;
        Some(TestResult {
            attempt: attempt.number,
            correct: result.correct,
            total: result.total,
            passed: result.passed,
            read_again: read_again(state, wording, attempt),
        })
    });
    Some(TestView {
        draw: rules.draw,
        pass_percent: rules.pass_percent,
        attempts_left: rules.attempts.saturating_sub(row.counted_attempts()),
        open: open.map(|attempt| open_attempt(wording, attempt)),
        results: results.collect(),
    })
}

/// The titles of the themes in which an answer of the attempt was wrong, in the course's order.
fn read_again(state: &State, wording: &Wording, attempt: &Attempt) -> Vec<String> {
    let pack = &state.script.pack;
    let wrong: BTreeSet<&Id> = attempt
        .paper
        .questions
        .iter()
        .filter_map(|drawn| {
            let (theme, question) = pack.test_question(&drawn.question)?;
            let is_right = attempt.answers.get(&question.id).is_some_and(|answer| quiz::is_right(question, answer));
            (!is_right).then_some(&theme.id)
        })
        .collect();
    let themes = pack.themes.iter().filter(|theme| wrong.contains(&theme.id));
    themes.map(|theme| wording.fill(&theme.title)).collect()
}

fn open_attempt<'a>(wording: &'a Wording, attempt: &'a Attempt) -> OpenAttempt<'a> {
    let questions = attempt.paper.questions.iter().filter_map(|drawn| {
        let worded = wording.test_question(&drawn.question)?;
        Some(TestQuestion {
            id: &drawn.question,
            kind: worded.kind,
            situation: worded.situation.as_deref(),
            text: &worded.text,
            options: worded.options(&drawn.options),
        })
    });
    OpenAttempt { attempt: attempt.number, questions: questions.collect(), answers: &attempt.answers }
}
