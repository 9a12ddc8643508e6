//! The report of a session: results without names.

mod gather;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::i18n::Lang;
use crate::paper::coverage::make_printable;
use crate::paper::world::Job;
use crate::paper::world::PaperError;
use crate::paper::world::Template;
use crate::session::State;

/// The report of a session as PDF/UA-1; no person is named in it. That of a self-study bears no identifier and no time of
/// day by which it could be laid beside the register.
///
/// # Errors
/// When the typesetter refuses.
pub fn report_pdf(state: &State, lang: Lang) -> Result<Vec<u8>, PaperError> {
    let report = gather::gather(state, lang);
    let mut data: Value = serde_json::to_value(&report).map_err(|error| PaperError::Data(error.to_string()))?;
    make_printable(&mut data);
    let files = BTreeMap::from([("data.json".to_owned(), data.to_string().into_bytes())]);
    let is_room = state.setup.form.is_room();
    let ident = format!("perehdytin-report-{}", if is_room { state.setup.session.as_str() } else { "self-study" });
    let made_at = state.closed_at.filter(|_| is_room);
    Job { template: Template::Report, lang, files, ident, made_at, archival: false }.pdf()
}

/// What the report says, ready for printing.
#[derive(Debug, Serialize)]
struct Report {
    lang: &'static str,
    /// Whether the course was taken alone.
    alone: bool,
    rehearsal: bool,
    subscriber: String,
    course: String,
    revision: u32,
    /// How many themes the whole course has, where this was a part of it.
    part_of: Option<usize>,
    place: String,
    time: String,
    people: usize,
    planned_minutes: u32,
    real_minutes: u32,
    /// `null` when the course has no final test.
    test: Option<Test>,
    themes: Vec<Theme>,
    feedback: Vec<FeedbackResult>,
    feedback_forms: usize,
    items: Vec<Noted>,
    skipped: Vec<Noted>,
}

/// The final test as a whole.
#[derive(Debug, Serialize)]
struct Test {
    taken: usize,
    passed: usize,
    /// Share of right answers over all counted attempts, in per cent.
    mean_percent: Option<u32>,
    pass_percent: u8,
    /// How many had 0, 1, 2, … right.
    scores: Vec<u32>,
    /// Fewest right answers that pass.
    passing: usize,
    items: Vec<TestItem>,
    fewest_for_difficulty: usize,
    fewest_for_discrimination: usize,
}

/// A question of the test bank.
#[derive(Debug, Serialize)]
struct TestItem {
    theme: usize,
    text: String,
    asked: usize,
    correct: usize,
    difficulty: Option<f64>,
    /// As the language writes it.
    discrimination: Option<String>,
    /// Does not tell those who know from those who do not.
    is_weak: bool,
}

/// A theme with its questions.
#[derive(Debug, Serialize)]
struct Theme {
    title: String,
    planned_minutes: u32,
    real_minutes: u32,
    attended: usize,
    room_percent: Option<u32>,
    test_percent: Option<u32>,
    questions: Vec<RoomQuestion>,
}

/// A question of the room.
#[derive(Debug, Serialize)]
struct RoomQuestion {
    text: String,
    options: Vec<RoomOption>,
    rounds: Vec<RoomRound>,
}

/// An option with its letter.
#[derive(Debug, Serialize)]
struct RoomOption {
    letter: String,
    text: String,
    correct: bool,
}

/// One round of answers.
#[derive(Debug, Serialize)]
struct RoomRound {
    answered: u32,
    /// Counts in the order of the options; empty for an order.
    counts: Vec<u32>,
    /// Share of right answers among those that can be judged, in per cent.
    right_percent: Option<u32>,
    right: u32,
    /// Answers that can be judged: with several options to choose, hands tell no whole answers.
    judged: u32,
}

/// The answers to a question of the feedback form.
#[derive(Debug, Serialize)]
struct FeedbackResult {
    text: String,
    low: String,
    high: String,
    /// How often 1 to 5 was given; empty for free text.
    counts: Vec<u32>,
    mean: Option<String>,
    /// What was written, in alphabetical order.
    texts: Vec<String>,
}

/// A note with where it belongs.
#[derive(Debug, Serialize)]
struct Noted {
    text: String,
    at: String,
}
