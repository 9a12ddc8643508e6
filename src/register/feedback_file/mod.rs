//! What was said, without names, for machines: the documented, versioned form of `feedback.json`.
//!
//! Version 2. It holds the feedback, the development items and how often each question was answered rightly, all
//! counted and in an order that tells nothing; no participant, no time of day. A room's file names its session. That of a
//! self-study does not, since one person's register names it too: [`FeedbackFile::id`] tells files apart instead. It is
//! written only where the learner asks for it, and leaves only when they send it.
//!
//! Version 1 lacked the themes, the words of the questions, their first answers and the numbers of the development items.
//! Files of it are read as before, with these empty.

mod gather;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::i18n;
use crate::paper;
use crate::register::bundle::{BundleError, Source, put_in_place};
use crate::register::facts::Form;
use crate::register::facts::NotClosed;
use crate::session::State;

/// What `format` says.
pub const FORMAT: &str = "perehdytin-feedback";
/// The version of the form.
pub const VERSION: u32 = 2;
/// The oldest version that is still read.
const OLDEST: u32 = 1;
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
    /// The version of this form: [`VERSION`], or an older one that was read.
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
    /// Its themes in their order; none in version 1.
    #[serde(default)]
    pub themes: Vec<Theme>,
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

/// A theme of the course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
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
    /// Its number in the session; 0 in version 1.
    #[serde(default)]
    pub id: u32,
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
    /// What is asked; empty in version 1.
    #[serde(default)]
    pub text: String,
    /// The first answers: in a theme those of the first round, before it was talked about, and in the final test those of
    /// everybody's first attempt. `null` when there are none, and in the tests of version 1, which did not tell.
    #[serde(default)]
    pub first: Option<Round>,
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
            id: gather::id(state),
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
            themes: gather::themes(state),
            forms: gather::count(state.feedback.len()),
            feedback: gather::feedback(state),
            items: gather::items(state),
            theme_questions: gather::theme_questions(state),
            test_questions: gather::test_questions(state),
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
        if !(OLDEST..=VERSION).contains(&version) {
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
