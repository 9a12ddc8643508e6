//! What the trainer, the desk or a phone asks for, and why it may be refused.

use std::collections::BTreeMap;

use crate::session::event::{
    Answer, Channel, Correction, Credit, Details, FeedbackForm, Ground, ItemId, Manner, ParticipantId, PhoneKey, Place,
    Signature,
};
use crate::text::Id;

/// Most active seconds that are counted at once: what a crash may lose.
pub const LONGEST_BEAT: u32 = 150;

/// What is asked of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum Command {
    /// Sign somebody in. A phone that stands for somebody already changes nothing.
    SignIn { details: Details, signature: Signature, channel: Channel, phone: Option<PhoneKey> },
    /// Mark that somebody left.
    Depart { participant: ParticipantId },
    /// Mark that somebody came back.
    Return { participant: ParticipantId },
    /// Sign somebody out.
    SignOut { participant: ParticipantId, signature: Option<Signature>, channel: Channel },
    /// Put a row right.
    Correct { participant: ParticipantId, correction: Correction, reason: String },
    /// Take a row off the register.
    Remove { participant: ParticipantId, reason: String },
    /// Put a removed row back.
    Restore { participant: ParticipantId, reason: String },
    /// Make two rows one.
    Merge { from: ParticipantId, into: ParticipantId, reason: String },
    /// Go somewhere; going to a step closes no question.
    Go { to: Place },
    /// Leave steps out.
    Skip { steps: Vec<Id>, reason: String },
    /// Pause.
    Pause,
    /// Go on after a pause.
    Resume,
    /// Open the question of a step; after a reveal this begins a new round.
    OpenQuestion { step: Id },
    /// Answer, or change an answer. Who cannot see the room gives the round that is meant.
    Answer { step: Id, round: Option<u32>, participant: ParticipantId, answer: Answer, channel: Channel },
    /// Enter the count of raised hands.
    CountHands { step: Id, counts: BTreeMap<Id, u32> },
    /// Take no more answers.
    CloseQuestion { step: Id },
    /// Show results and explanation; closes the question first if it is open.
    Reveal { step: Id },
    /// Note a development item.
    NoteItem { text: String, step: Option<Id> },
    /// Reword a development item.
    ChangeItem { item: ItemId, text: String },
    /// Drop a development item.
    DropItem { item: ItemId },
    /// Begin the final test for somebody.
    StartAttempt { participant: ParticipantId, manner: Manner },
    /// Answer a question of the final test; `attempt` is the attempt that is meant, `None` the open one.
    AnswerTest { participant: ParticipantId, attempt: Option<u32>, question: Id, answer: Answer },
    /// Hand the attempt in; `attempt` is the attempt that is meant, `None` the open one.
    SubmitAttempt { participant: ParticipantId, attempt: Option<u32> },
    /// Declare the last attempt void.
    VoidAttempt { participant: ParticipantId, reason: String },
    /// Give feedback; who gives it is not said.
    GiveFeedback(FeedbackForm),
    /// Let the handout be taken home.
    ReleaseHandout,
    /// Leave the e-mail address to which the handout is to go; `None` takes it back.
    AskHandout { participant: ParticipantId, address: Option<String> },
    /// Tick the trainer's list.
    Tick { item: Id, done: bool },
    /// Count active seconds of the learner at `place`, up to now; no more count than have passed since they were last
    /// counted, nor more than [`LONGEST_BEAT`] at once.
    Study { place: Place, seconds: u32 },
    /// Mark a step as done: a question once its answer was shown, anything else at any time.
    FinishStep { step: Id },
    /// Credit themes from the learner's own earlier register. That it is genuine and theirs is for the caller to verify.
    Credit { themes: Vec<Credit>, ground: Ground },
    /// Close the session; everybody still present is signed out by it as departed now.
    Close,
}

/// Why a command was refused. The wording is translated elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum Refusal {
    /// The session is closed; nothing may change.
    #[error("the session is closed")]
    SessionClosed,
    /// A field that must be filled is empty.
    #[error("the field {field} is empty")]
    Empty { field: Field },
    /// A field is longer than it may be, in characters.
    #[error("the field {field} is longer than {limit} characters")]
    TooLong { field: Field, limit: usize },
    /// A field has a character that no register can show, such as a control or private-use character.
    #[error("the field {field} has the character U+{code:04X}")]
    BadCharacter { field: Field, code: u32 },
    /// The identifier is not of the kind that the profile asks for.
    #[error("the identifier is not of the kind that is asked for")]
    BadIdentifier,
    /// The address is no e-mail address.
    #[error("this is no e-mail address")]
    BadAddress,
    /// Somebody with this name and company, or this identifier, has signed in already.
    #[error("participant {0:?} has signed in already")]
    AlreadySignedIn(ParticipantId),
    /// The signature is empty or has more points than a signature needs.
    #[error("the signature cannot be used")]
    BadSignature,
    /// No such participant.
    #[error("there is no participant {0:?}")]
    NoParticipant(ParticipantId),
    /// The participant was taken off the register.
    #[error("participant {0:?} was removed")]
    IsRemoved(ParticipantId),
    /// The participant is not removed.
    #[error("participant {0:?} was not removed")]
    NotRemoved(ParticipantId),
    /// The participant is not here now.
    #[error("participant {0:?} is not present")]
    NotPresent(ParticipantId),
    /// The participant is here already.
    #[error("participant {0:?} is present already")]
    IsPresent(ParticipantId),
    /// A row cannot be merged with itself.
    #[error("a row cannot be merged with itself")]
    MergeWithItself,
    /// A time lies before the start, in the future, or departure before arrival.
    #[error("the time does not fit the session")]
    BadTime,
    /// No such step in the course.
    #[error("there is no step {0}")]
    NoStep(Id),
    /// The course has no final test, or no feedback form.
    #[error("the course has no such part")]
    NoSuchPart,
    /// The step has no question.
    #[error("the step {0} has no question")]
    NoQuestion(Id),
    /// The question is not open.
    #[error("the question {0} is not open")]
    NotOpen(Id),
    /// The question is open already.
    #[error("the question {0} is open already")]
    IsOpen(Id),
    /// Nothing to reveal yet: the question was never opened.
    #[error("the question {0} was not asked")]
    NotAsked(Id),
    /// The round that is meant is over.
    #[error("another round of the question {0} has begun")]
    StaleRound(Id),
    /// The answer does not fit the question: unknown option, wrong kind, too few or too many.
    #[error("the answer does not fit the question {0}")]
    BadAnswer(Id),
    /// More hands than people present.
    #[error("{hands} hands, {present} present")]
    TooManyHands { hands: u32, present: u32 },
    /// No such development item.
    #[error("there is no development item {0:?}")]
    NoItem(ItemId),
    /// An attempt of this participant is open already.
    #[error("an attempt of participant {0:?} is open")]
    AttemptOpen(ParticipantId),
    /// The participant has no open attempt.
    #[error("participant {0:?} has no open attempt")]
    NoAttempt(ParticipantId),
    /// The attempt that is meant is not the open one.
    #[error("another attempt of participant {0:?} is meant than the open one")]
    StaleAttempt(ParticipantId),
    /// All attempts are used.
    #[error("participant {0:?} has no attempts left")]
    NoAttemptsLeft(ParticipantId),
    /// The participant has passed already.
    #[error("participant {0:?} has passed")]
    HasPassed(ParticipantId),
    /// Questions of the attempt are still unanswered.
    #[error("{missing} questions are unanswered")]
    Unanswered { missing: usize },
    /// The session is paused already, or not paused.
    #[error("the pause does not stand as assumed")]
    PauseMismatch,
    /// No such item on the trainer's list.
    #[error("there is no list item {0}")]
    NoListItem(Id),
    /// A feedback form's key is not 128 bits in lower-case hexadecimal, or is taken.
    #[error("the feedback form cannot be taken")]
    BadFeedbackKey,
    /// The session cannot be closed while nobody has signed in.
    #[error("nobody has signed in")]
    NobodySignedIn,
    /// This belongs to self-study, and the session is held in a room.
    #[error("the session is no self-study")]
    NotSelfStudy,
    /// A self-study has one learner, who has signed in already.
    #[error("a self-study has one learner")]
    OnlyOneLearner,
    /// The learner's answer to the question was not shown yet.
    #[error("the answer to the question {0} was not shown yet")]
    NotShown(Id),
    /// The course asks for its themes in order, and an earlier one is not done.
    #[error("the theme {0} comes first")]
    ThemeFirst(Id),
    /// The final test of a self-study waits for all themes.
    #[error("{left} themes are left")]
    ThemesLeft { left: usize },
    /// The earlier register is of another revision of the theme, or there is no such theme.
    #[error("the theme {0} cannot be credited")]
    NotCreditable(Id),
}

/// A field that a person fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    Name,
    Company,
    Role,
    Identifier,
    Address,
    Reason,
    Item,
    Witness,
    Feedback,
    Organiser,
    Place,
    Trainer,
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}
