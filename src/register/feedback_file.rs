//! What was said, without names, for machines: the documented, versioned form of `feedback.json`.
//!
//! Version 1. It holds the feedback, the development items and how often each question was answered rightly, all
//! counted and in an order that tells nothing; no participant, no time of day. A room's file names its session. That of a
//! self-study does not, since one person's register names it too: [`FeedbackFile::id`] tells files apart instead. It is
//! written only where the learner asks for it, and leaves only when they send it.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use ring::digest::{Context, SHA256};
use serde::{Deserialize, Serialize};

use crate::i18n;
use crate::pack::FeedbackKind;
use crate::paper;
use crate::quiz;
use crate::register::bundle::{BundleError, Source, put_in_place};
use crate::register::facts::Form;
use crate::register::facts::NotClosed;
use crate::register::facts::hex;
use crate::session::FeedbackAnswer;
use crate::session::State;
use crate::text::Id;
use crate::text::Text;

/// What `format` says.
pub const FORMAT: &str = "perehdytin-feedback";
/// The version of the form.
pub const VERSION: u32 = 1;
/// The name of the file for machines.
pub const FEEDBACK_NAME: &str = "feedback.json";
/// The name of the same as people read it.
pub const REPORT_NAME: &str = "report.pdf";
/// The folder, among the results of a self-study, in which the learner finds what they may send.
pub const FOLDER: &str = "feedback";

/// What was said in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedbackFile {
    /// Always [`FORMAT`].
    pub format: String,
    /// The version of this form: [`VERSION`].
    pub version: u32,
    /// The same in every file of one session, and in no other: SHA-256 of what only its journal knows.
    pub id: String,
    /// Made-up people.
    pub rehearsal: bool,
    /// How the course was taken.
    pub form: Form,
    /// The session's identifier; `null` of a self-study.
    pub session: Option<String>,
    /// The language of the texts.
    pub language: String,
    /// The subscriber's registered name.
    pub subscriber: String,
    /// The day the session ended.
    pub ended_on: Date,
    /// The course.
    pub course: Course,
    /// Feedback forms given.
    pub forms: u32,
    /// The form's questions in their order.
    pub feedback: Vec<Asked>,
    /// Development items.
    pub items: Vec<Item>,
    /// Questions of the themes that were answered, in the course's order.
    pub theme_questions: Vec<Answered>,
    /// Questions of the final test that were drawn for somebody, in the course's order.
    pub test_questions: Vec<Answered>,
}

/// The course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its revision.
    pub revision: u32,
    /// The digest of its content.
    pub digest: String,
}

/// A question of the feedback form with all its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Its identifier.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// How often 1 to 5 was given; `null` for a question in one's own words.
    pub counts: Option<[u32; 5]>,
    /// What was written, in alphabetical order.
    pub texts: Vec<String>,
}

/// A development item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What was said.
    pub text: String,
    /// The theme it belongs to.
    pub theme: Option<String>,
    /// The step it belongs to.
    pub step: Option<String>,
}

/// How a question was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// The question: in a theme, its step.
    pub id: String,
    /// The theme it belongs to.
    pub theme: String,
    /// The rounds of answers in their order; the final test has one.
    pub rounds: Vec<Round>,
}

/// The answers of one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// How many can be judged.
    pub answered: u32,
    /// How many of those are right.
    pub right: u32,
}

/// Why a file is not this form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// It is something else.
    #[error("not a feedback file: {0}")]
    NotFeedback(String),
    /// It is of a version that this program does not know.
    #[error("version {0} of the feedback file is not known")]
    Version(u32),
}

impl FeedbackFile {
    /// What was said in a closed session.
    ///
    /// # Errors
    /// When the session is not closed.
    pub fn of(state: &State) -> Result<Self, NotClosed> {
        let closed_at = state.closed_at.ok_or(NotClosed)?;
        let setup = &state.setup;
        let is_room = setup.form.is_room();
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            id: id(state),
            rehearsal: setup.rehearsal,
            form: setup.form,
            session: is_room.then(|| setup.session.clone()),
            language: setup.language.to_string(),
            subscriber: setup.subscriber.clone(),
            ended_on: i18n::local(closed_at, &setup.time_zone).date(),
            course: Course {
                id: setup.course.to_string(),
                title: setup.course_title.clone(),
                revision: setup.course_revision,
                digest: setup.course_digest.clone(),
            },
            forms: count(state.feedback.len()),
            feedback: feedback(state),
            items: items(state),
            theme_questions: theme_questions(state),
            test_questions: test_questions(state),
        })
    }

    /// The file: JSON with stable order of fields, ending in a newline.
    pub fn to_json(&self) -> Vec<u8> {
        // These types cannot fail: no map has keys other than strings.
        let mut json = serde_json::to_vec_pretty(self).unwrap_or_default();
        json.push(b'\n');
        json
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it is not of this form and version.
    pub fn from_json(json: &[u8]) -> Result<Self, FormError> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        let unlike = |error: serde_json::Error| FormError::NotFeedback(error.to_string());
        // A form of another version need not have these fields, so its head is read apart.
        let Head { format, version } = serde_json::from_slice(json).map_err(unlike)?;
        if format != FORMAT {
            return Err(FormError::NotFeedback(format));
        }
        if version != VERSION {
            return Err(FormError::Version(version));
        }
        serde_json::from_slice(json).map_err(unlike)
    }
}

/// Writes what the learner of a closed self-study may send, for machines and for people, into a folder of its own in
/// `out`, and returns that folder. What an earlier writing left there is replaced.
///
/// # Errors
/// When the session is open, a page cannot be set, or a file cannot be written.
pub fn write_feedback(source: Source<'_>, out: &Path) -> Result<PathBuf, BundleError> {
    let state = source.state;
    let json = feedback_json(state)?;
    let report = paper::report_pdf(state, paper::lang_of(state.setup.language.as_str()))?;
    let folder = out.join(FOLDER);
    put_in_place(&folder, &[(FEEDBACK_NAME, json), (REPORT_NAME, report)], &mut |from, to| std::fs::rename(from, to))?;
    Ok(folder)
}

/// The file of a closed session.
pub(super) fn feedback_json(state: &State) -> Result<Vec<u8>, NotClosed> {
    Ok(FeedbackFile::of(state)?.to_json())
}

/// Follows from the session's seed, which no register tells: nobody finds the register's session by it.
fn id(state: &State) -> String {
    let mut context = Context::new(&SHA256);
    context.update(b"perehdytin feedback file v1\n");
    context.update(&state.setup.seed.to_le_bytes());
    context.update(state.setup.session.as_bytes());
    hex(context.finish().as_ref())
}

fn feedback(state: &State) -> Vec<Asked> {
    let Some(form) = &state.script.pack.feedback else { return Vec::new() };
    let asked = form.questions.iter().map(|question| {
        let mut counts = matches!(question.kind, FeedbackKind::Scale { .. }).then_some([0; 5]);
        let mut texts = Vec::new();
        for answer in state.feedback.values().filter_map(|form| form.answers.get(&question.id)) {
            match answer {
                FeedbackAnswer::Scale(value) => {
                    let count = counts.as_mut().and_then(|counts| counts.get_mut(usize::from(*value).wrapping_sub(1)));
                    *count.unwrap_or(&mut 0) += 1;
                }
                FeedbackAnswer::Text(text) => texts.push(text.clone()),
            }
        }
        // Their order tells nothing: neither who wrote first nor what else they answered.
        texts.sort();
        Asked { id: question.id.to_string(), text: filled(state, &question.text), counts, texts }
    });
    asked.collect()
}

fn items(state: &State) -> Vec<Item> {
    let theme = |step: &Id| state.script.pack.step(step).map(|(theme, _)| theme.id.to_string());
    let item = |item: &crate::session::Item| Item {
        text: item.text.clone(),
        theme: item.step.as_ref().and_then(theme),
        step: item.step.as_ref().map(ToString::to_string),
    };
    state.items.values().map(item).collect()
}

fn theme_questions(state: &State) -> Vec<Answered> {
    let steps = state.script.pack.steps().filter(|(_, step)| step.question().is_some());
    let answered = steps.filter_map(|(theme, step)| {
        let rounds = 1..=count(state.questions.get(&step.id)?.rounds.len());
        let rounds = rounds.filter_map(|round| state.tally(&step.id, round));
        let rounds: Vec<Round> = rounds
            .map(|tally| Round { answered: tally.judged, right: tally.right })
            .filter(|round| round.has_answers())
            .collect();
        (!rounds.is_empty()).then(|| Answered { id: step.id.to_string(), theme: theme.id.to_string(), rounds })
    });
    answered.collect()
}

fn test_questions(state: &State) -> Vec<Answered> {
    let attempts = || {
        let attempts = state.standing().flat_map(|participant| &participant.attempts);
        attempts.filter(|attempt| attempt.void.is_none() && attempt.result.is_some())
    };
    let bank =
        state.script.pack.themes.iter().flat_map(|theme| theme.test.iter().map(move |question| (theme, question)));
    let answered = bank.filter_map(|(theme, question)| {
        let mut round = Round { answered: 0, right: 0 };
        for attempt in attempts().filter(|a| a.paper.questions.iter().any(|drawn| drawn.question == question.id)) {
            let is_right = attempt.answers.get(&question.id).is_some_and(|answer| quiz::is_right(question, answer));
            round.answered += 1;
            round.right += u32::from(is_right);
        }
        let (id, theme, rounds) = (question.id.to_string(), theme.id.to_string(), vec![round]);
        round.has_answers().then_some(Answered { id, theme, rounds })
    });
    answered.collect()
}

impl Round {
    fn has_answers(self) -> bool {
        self.answered > 0
    }
}

fn filled(state: &State, text: &Text) -> String {
    state.script.profile.fill(text, &state.setup.language)
}

/// A count that fits; sessions hold no billions.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
