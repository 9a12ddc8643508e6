//! Where the session stands: the fold of its events.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::Timestamp;

use crate::pack::CoursePack;
use crate::profile::Profile;
use crate::quiz;
use crate::quiz::TestPaper;
use crate::session::attendance::Stretch;
use crate::session::event::{
    Answer, Channel, Correction, Credit, Details, FeedbackForm, Ground, ItemId, Manner, ParticipantId, PhoneKey, Place,
    Setup, Signature,
};
use crate::text::Id;

/// What the session is played from: never changes while it runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    /// The course.
    pub pack: Arc<CoursePack>,
    /// The subscriber's profile.
    pub profile: Arc<Profile>,
}

/// Where the session stands.
///
/// Cheap to clone, also with a thousand people: what grows with them is shared until it changes. Two states of one
/// session share the rows and questions that are the same in both, so [`Arc::ptr_eq`] tells what changed between them.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What it is played from.
    pub script: Script,
    /// What it is about.
    pub setup: Arc<Setup>,
    /// When it was opened (set up), not when the course began.
    pub opened_at: Timestamp,
    /// When the room first left the lobby.
    pub started_at: Option<Timestamp>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// Where the room stands.
    pub place: Place,
    /// Where the room has been: each place with its beginning; the last one is where it stands.
    pub visits: Vec<Visit>,
    /// Pauses outside the breaks: begin and end; the last may be open.
    pub pauses: Vec<(Timestamp, Option<Timestamp>)>,
    /// Steps left out with their reasons.
    pub skipped: BTreeMap<Id, String>,
    /// Everybody who ever signed in, removed and merged rows included.
    pub participants: BTreeMap<ParticipantId, Arc<Participant>>,
    /// The row with which each phone signed in last; see [`State::by_phone`].
    pub phones: Arc<BTreeMap<PhoneKey, ParticipantId>>,
    /// The room's questions by step.
    pub questions: BTreeMap<Id, Arc<QuestionState>>,
    /// Development items that stand.
    pub items: BTreeMap<ItemId, Item>,
    /// The number the next item gets.
    pub next_item: u32,
    /// Feedback forms by their random key.
    pub feedback: Arc<BTreeMap<String, FeedbackForm>>,
    /// Whether the handout may be taken home.
    pub handout_released: bool,
    /// What is ticked on the trainer's list.
    pub ticked: BTreeSet<Id>,
    /// What the learner of a self-study has done; empty in a room.
    pub study: Arc<Study>,
    /// Corrections, removals, merges and void attempts in their order, for the register.
    pub amendments: Vec<Amendment>,
    /// How many events have been applied (feedback forms and addresses for the handout apart).
    pub events: u64,
}

/// What the learner of a self-study has done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Study {
    /// Active time at each place.
    pub active: BTreeMap<Place, SignedDuration>,
    /// When the learner was active, in order, without overlap; gaps shorter than [`SITTING_GAP`](crate::session::SITTING_GAP) are no gaps.
    pub sittings: Vec<Stretch>,
    /// Steps that are done.
    pub finished: BTreeSet<Id>,
    /// Themes that need not be studied, by theme, with what says so.
    pub credits: BTreeMap<Id, (Credit, Ground)>,
}

/// A stay at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Where.
    pub place: Place,
    /// Since when.
    pub from: Timestamp,
}

/// A participant.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// Number.
    pub id: ParticipantId,
    /// What they said of themselves, as corrected.
    pub details: Details,
    /// The signature drawn at sign-in.
    pub signature: Signature,
    /// The signature drawn at sign-out.
    pub signature_out: Option<Signature>,
    /// How they signed in.
    pub channel: Channel,
    /// When they were here; the last stay is open while they are.
    pub stays: Vec<Stay>,
    /// Whether they signed out (rather than being marked as gone).
    pub signed_out: bool,
    /// Why the row was taken off the register.
    pub removed: Option<String>,
    /// The row this one was merged into.
    pub merged_into: Option<ParticipantId>,
    /// Attempts at the final test, void ones included.
    pub attempts: Vec<Attempt>,
    /// The e-mail address to which the handout is to go. It is no part of the register.
    pub handout_to: Option<String>,
}

/// A stay of a participant in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Arrival.
    pub from: Timestamp,
    /// Departure; `None` while they are here.
    pub to: Option<Timestamp>,
}

/// An attempt at the final test.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// From 1.
    pub number: u32,
    /// How it is taken.
    pub manner: Manner,
    /// The questions drawn and shuffled for it.
    pub paper: Arc<TestPaper>,
    /// The answers so far.
    pub answers: BTreeMap<Id, Answer>,
    /// When it began.
    pub started_at: Timestamp,
    /// The result, once handed in.
    pub result: Option<AttemptResult>,
    /// Why it does not count.
    pub void: Option<String>,
}

/// The result of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttemptResult {
    /// When it was handed in.
    pub at: Timestamp,
    /// Questions answered rightly.
    pub correct: usize,
    /// Questions drawn.
    pub total: usize,
    /// Whether it passes.
    pub passed: bool,
}

/// A question of the room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionState {
    /// Its rounds, from round 1; the last is the current one.
    pub rounds: Vec<Round>,
}

/// One round of answers to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Whether answers are taken.
    pub is_open: bool,
    /// Whether results are shown.
    pub is_revealed: bool,
    /// Answers by participant.
    pub answers: BTreeMap<ParticipantId, (Answer, Channel)>,
    /// Raised hands by option id, or `true` and `false`.
    pub hands: BTreeMap<Id, u32>,
}

/// A development item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Number.
    pub id: ItemId,
    /// What was said.
    pub text: String,
    /// On which step.
    pub step: Option<Id>,
    /// When.
    pub at: Timestamp,
}

/// Something that was put right, as the register tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// When.
    pub at: Timestamp,
    /// Whose row.
    pub participant: ParticipantId,
    /// What.
    pub change: Change,
    /// Why.
    pub reason: String,
}

/// What was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A correction, with what stood before.
    Corrected {
        /// What stood before.
        before: Correction,
        /// What stands now.
        after: Correction,
    },
    /// The row was taken off the register.
    Removed,
    /// The row was put back.
    Restored,
    /// The row was merged into another.
    Merged {
        /// The row that stands.
        into: ParticipantId,
    },
    /// An attempt was declared void.
    AttemptVoided {
        /// Its number.
        attempt: u32,
    },
}

impl State {
    /// The state after the journal's first event. A session of only some themes knows no others.
    pub fn open(script: Script, at: Timestamp, setup: Setup) -> Self {
        let pack = if setup.themes.is_empty() { script.pack } else { Arc::new(script.pack.part(&setup.themes)) };
        Self {
            script: Script { pack, profile: script.profile },
            setup: Arc::new(setup),
            opened_at: at,
            started_at: None,
            closed_at: None,
            place: Place::Lobby,
            visits: vec![Visit { place: Place::Lobby, from: at }],
            pauses: Vec::new(),
            skipped: BTreeMap::new(),
            participants: BTreeMap::new(),
            phones: Arc::default(),
            questions: BTreeMap::new(),
            items: BTreeMap::new(),
            next_item: 1,
            feedback: Arc::default(),
            handout_released: false,
            ticked: BTreeSet::new(),
            study: Arc::default(),
            amendments: Vec::new(),
            events: 1,
        }
    }

    /// Participants whose rows stand on the register, in the order of signing in.
    pub fn standing(&self) -> impl Iterator<Item = &Participant> {
        self.participants.values().map(Arc::as_ref).filter(|participant| participant.stands())
    }

    /// Participants who are here now.
    pub fn present(&self) -> impl Iterator<Item = &Participant> {
        self.standing().filter(|participant| participant.is_present())
    }

    /// Whether the room is paused outside its breaks.
    pub fn is_paused(&self) -> bool {
        self.pauses.last().is_some_and(|(_, end)| end.is_none())
    }

    /// The paper that the participant's next attempt will have, such as for printing it beforehand.
    pub fn next_paper(&self, participant: ParticipantId) -> Option<TestPaper> {
        let row = self.participants.get(&participant)?;
        Some(self.paper(row, row.next_attempt()))
    }

    pub(super) fn paper(&self, row: &Participant, attempt: u32) -> TestPaper {
        let earlier: BTreeSet<Id> = row
            .attempts
            .iter()
            .flat_map(|attempt| attempt.paper.questions.iter().map(|drawn| drawn.question.clone()))
            .collect();
        quiz::draw(&self.script.pack, self.setup.seed, row.id.0, attempt, &earlier)
    }

    /// The current round of the question on `step`.
    pub fn round(&self, step: &Id) -> Option<&Round> {
        self.questions.get(step)?.rounds.last()
    }
}

impl Participant {
    /// Whether the row stands on the register: neither removed nor merged into another.
    pub fn stands(&self) -> bool {
        self.removed.is_none() && self.merged_into.is_none()
    }

    /// Attempts that count against the limit: all that are not void.
    pub fn counted_attempts(&self) -> u32 {
        u32::try_from(self.attempts.iter().filter(|attempt| attempt.void.is_none()).count()).unwrap_or(u32::MAX)
    }

    /// The number that the next attempt gets.
    pub fn next_attempt(&self) -> u32 {
        self.attempts.iter().map(|attempt| attempt.number).max().unwrap_or(0) + 1
    }

    /// Whether they are here now.
    pub fn is_present(&self) -> bool {
        self.stays.last().is_some_and(|stay| stay.to.is_none())
    }

    /// The attempt that is being taken.
    pub fn open_attempt(&self) -> Option<&Attempt> {
        self.attempts.last().filter(|attempt| attempt.result.is_none() && attempt.void.is_none())
    }

    /// Whether the final test is passed.
    pub fn has_passed(&self) -> bool {
        self.attempts.iter().any(|attempt| attempt.void.is_none() && attempt.result.is_some_and(|result| result.passed))
    }
}
