//! What has happened. These types are what the journal stores: a change here is a change of the
//! disk format and needs a migration and a fixture.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use ring::digest;
use serde::{Deserialize, Serialize};

use crate::profile::IdentifierKind;
pub use crate::quiz::Answer;
use crate::session::feedback::hex;
use crate::text::{Id, LangTag};

/// A participant's number in the session, from 1 in the order of signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParticipantId(pub u32);

/// A development item's number in the session, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(pub u32);

/// By what a phone is known again: SHA-256, lower-case hexadecimal, of the 128-bit secret that it keeps.
///
/// Whoever reads the journal can pass for no phone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhoneKey(pub String);

impl PhoneKey {
    /// The key of the phone that keeps `secret`.
    pub fn of(secret: &[u8; 16]) -> Self {
        Self(hex(digest::digest(&digest::SHA256, secret).as_ref()))
    }
}

/// What a session is about; the journal's first event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// 128 random bits, lower-case hexadecimal.
    pub session: String,
    /// A rehearsal with made-up people: said on every page of its register.
    pub rehearsal: bool,
    /// The course's identifier.
    pub course: Id,
    /// The course's name in the language of the room.
    pub course_title: String,
    /// The course's revision.
    pub course_revision: u32,
    /// The course's digest.
    pub course_digest: String,
    /// The language the room is held in.
    pub language: LangTag,
    /// The subscriber's registered name.
    pub subscriber: String,
    /// Who arranges the session; often the subscriber.
    pub organiser: String,
    /// Where it is held.
    pub place: String,
    /// Who holds it.
    pub trainer: String,
    /// IANA name of the time zone in which times are written.
    pub time_zone: String,
    /// Which identifier participants are asked for.
    pub identifier: IdentifierKind,
    /// From which every draw and shuffle of the session follows.
    pub seed: u64,
    /// Who is expected.
    pub expected: Vec<Expected>,
    /// How the course is taken.
    #[serde(default, skip_serializing_if = "Form::is_room")]
    pub form: Form,
    /// The trainer's own register, where somebody who passed passes the induction on to their team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// The themes that are gone through, in the course's order, where they are not all; empty for the whole course.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Id>,
}

/// How a course is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// In a room, with a trainer.
    #[default]
    Room,
    /// Alone, by one learner: the session's only participant.
    SelfStudy,
}

impl Form {
    /// Whether it is a room; what is not said is one.
    pub fn is_room(&self) -> bool {
        *self == Self::Room
    }
}

/// A row of an earlier register, on which something rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// SHA-256 of the register's file, lower-case hexadecimal.
    pub register: String,
    /// The identifier of its session.
    pub session: String,
    /// Whose row it is.
    pub name: String,
    /// The day that session ended, at its place.
    pub ended_on: Date,
    /// Who signed the register, by the name in the certificate.
    pub signer: String,
    /// The SHA-256 of that certificate, lower-case hexadecimal.
    pub fingerprint: String,
    /// Whether that signer was trusted on the computer that read it.
    pub trusted: bool,
}

/// A theme that was done in an earlier session, so that it need not be studied again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// The theme.
    pub theme: Id,
    /// Its revision then, which is its revision now.
    pub revision: u32,
    /// The day on which it was really attended, also where the earlier register credited it itself.
    pub attended_on: Date,
}

/// Somebody who is expected to come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Name.
    pub name: String,
    /// The contractor they work for.
    pub company: String,
    /// Their role, such as fitter or foreman.
    pub role: String,
    /// The identifier, if it is known and asked for.
    pub identifier: Option<String>,
}

/// What a participant says of themselves at sign-in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Details {
    /// Name.
    pub name: String,
    /// The contractor they work for.
    pub company: String,
    /// Their role, such as fitter or foreman.
    pub role: String,
    /// The identifier of the kind that the profile asks for.
    pub identifier: Option<String>,
}

/// A drawn signature as vectors. It proves no identity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Width of the drawing area in its own units.
    pub width: u16,
    /// Height of the drawing area in its own units.
    pub height: u16,
    /// Strokes of points `[x, y]`, from the top left corner.
    pub strokes: Vec<Vec<[u16; 2]>>,
}

/// Through what an answer or a sign-in came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The trainer's computer.
    Desk,
    /// A participant's own phone.
    Phone,
    /// A printed sheet, entered later.
    Paper,
    /// Said aloud, entered by the trainer.
    Oral,
}

/// How a test attempt is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// At the trainer's computer.
    Desk,
    /// On a participant's own phone.
    Phone,
    /// On a printed sheet, entered later.
    Paper,
    /// Orally, with the trainer as witness.
    Oral {
        /// Who witnessed it.
        witness: String,
    },
}

/// Where the room, or the learner alone, stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Signing in; alone, the course's home once that is done.
    Lobby,
    /// On this step.
    Step(Id),
    /// The final test.
    FinalTest,
    /// Feedback.
    Feedback,
    /// Signing out.
    SignOut,
}

/// What was put right in a participant's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// What they said of themselves.
    Details(Details),
    /// When they came (first arrival).
    Arrival(Timestamp),
    /// When they left (last departure).
    Departure(Timestamp),
}

/// One answer of a feedback form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackAnswer {
    /// From 1 to 5.
    Scale(u8),
    /// In one's own words.
    Text(String),
}

/// A feedback form as it was given: it carries no participant and no time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedbackForm {
    /// 128 random bits, lower-case hexadecimal: the only order that forms have.
    pub key: String,
    /// The answers by question.
    pub answers: BTreeMap<Id, FeedbackAnswer>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
#[expect(clippy::large_enum_variant, reason = "a session is opened once")]
pub enum Event {
    /// The session was set up; always the first event.
    Opened(Setup),
    /// Somebody signed in.
    SignedIn {
        participant: ParticipantId,
        details: Details,
        signature: Signature,
        channel: Channel,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<PhoneKey>,
    },
    /// Somebody left, for now or for good, without signing out.
    Departed { participant: ParticipantId },
    /// Somebody who had left came back.
    Returned { participant: ParticipantId },
    /// Somebody signed out.
    SignedOut { participant: ParticipantId, signature: Option<Signature>, channel: Channel },
    /// A participant's row was put right.
    Corrected { participant: ParticipantId, correction: Correction, reason: String },
    /// A participant was taken off the register (a mistake, not a departure).
    Removed { participant: ParticipantId, reason: String },
    /// A removed participant was put back.
    Restored { participant: ParticipantId, reason: String },
    /// Two rows turned out to be one person.
    Merged { from: ParticipantId, into: ParticipantId, reason: String },
    /// The room moved.
    Moved { to: Place },
    /// Steps were left out.
    Skipped { steps: Vec<Id>, reason: String },
    /// The room paused outside its breaks.
    Paused,
    /// The pause ended.
    Resumed,
    /// A question was opened for answers; rounds count from 1.
    QuestionOpened { step: Id, round: u32 },
    /// Somebody answered, or changed their answer.
    Answered { step: Id, round: u32, participant: ParticipantId, answer: Answer, channel: Channel },
    /// Raised hands were counted, replacing an earlier count; keys are option ids, or `true` and `false`.
    HandsCounted { step: Id, round: u32, counts: BTreeMap<Id, u32> },
    /// No more answers.
    QuestionClosed { step: Id, round: u32 },
    /// The results and the explanation were shown.
    Revealed { step: Id, round: u32 },
    /// What the room said was written down.
    ItemNoted { item: ItemId, text: String, step: Option<Id> },
    /// A development item was reworded.
    ItemChanged { item: ItemId, text: String },
    /// A development item was dropped.
    ItemDropped { item: ItemId },
    /// Somebody began the final test; attempts count from 1.
    AttemptStarted { participant: ParticipantId, attempt: u32, manner: Manner },
    /// A question of the final test was answered, or the answer changed.
    TestAnswered { participant: ParticipantId, attempt: u32, question: Id, answer: Answer },
    /// The attempt was handed in.
    AttemptSubmitted { participant: ParticipantId, attempt: u32 },
    /// The attempt was declared void and does not count.
    AttemptVoided { participant: ParticipantId, attempt: u32, reason: String },
    /// A feedback form was given. The journal keeps it apart, without time and order.
    FeedbackGiven(FeedbackForm),
    /// The handout may be taken home from now on.
    HandoutReleased,
    /// Somebody left the e-mail address to which the handout is to go, or took it back. The journal keeps the address
    /// apart, as it stands and without time: what is taken back is gone.
    HandoutAsked { participant: ParticipantId, address: Option<String> },
    /// The trainer's list was ticked.
    Ticked { item: Id, done: bool },
    /// The learner was active at `place` for that many of the seconds that end now.
    Studied { place: Place, seconds: u32 },
    /// The learner has done a step.
    StepFinished { step: Id },
    /// Themes were credited from the learner's own earlier register.
    Credited { themes: Vec<Credit>, ground: Ground },
    /// The session was closed; always the last event. Carries the digest of all feedback forms.
    Closed { feedback_digest: String },
}
