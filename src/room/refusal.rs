//! Why the room does not do what a phone asks, as a code for the page and in words for the person.

use crate::engine::AskError;
use crate::engine::file_message;
use crate::engine::phone_ask_message;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::room as say;
use crate::room::OpenError;
use crate::room::protocol::Refused;
use crate::session::Field;
use crate::session::Refusal;
use crate::session::State;

/// Why something that a phone asked for was not done.
#[derive(Clone, Debug)]
pub(super) enum Hindrance {
    /// The session refused it, or could not store it.
    Ask(AskError),
    /// The test is not held yet.
    TestNotYet,
    /// Feedback is not asked for yet.
    FeedbackNotYet,
    /// This phone has had its tickets.
    NoTickets,
    /// More is being asked for than can be stored just now; the page tries again.
    Busy,
    /// More phones have signed in than fit into any room.
    Full,
}

impl From<Refusal> for Hindrance {
    fn from(refusal: Refusal) -> Self {
        Self::Ask(AskError::Refused(refusal))
    }
}

impl Hindrance {
    /// As it is told to the phone: no name is in it.
    pub(super) fn told(&self, state: &State, lang: Lang) -> Refused {
        let (code, message) = match self {
            Self::Ask(error) => (code(error), phone_ask_message(error, Some(state), lang)),
            Self::TestNotYet => ("not_now", say::test_not_yet()),
            Self::FeedbackNotYet => ("not_now", say::feedback_not_yet()),
            Self::NoTickets => ("ticket_given", say::no_tickets()),
            Self::Busy => ("busy", say::busy()),
            Self::Full => ("full", say::full()),
        };
        Refused { code, text: message.text(lang), field: self.field() }
    }

    /// Whether the next try may succeed.
    pub(super) fn is_passing(&self) -> bool {
        matches!(self, Self::Busy | Self::Ask(AskError::Journal(_) | AskError::Ended))
    }

    /// The field that is to be filled otherwise.
    fn field(&self) -> Option<&'static str> {
        let Self::Ask(AskError::Refused(refusal)) = self else { return None };
        let field = match refusal {
            Refusal::Empty { field } | Refusal::TooLong { field, .. } | Refusal::BadCharacter { field, .. } => *field,
            Refusal::BadIdentifier => Field::Identifier,
            Refusal::BadAddress => Field::Address,
            _ => return None,
        };
        match field {
            Field::Name => Some("name"),
            Field::Company => Some("company"),
            Field::Role => Some("role"),
            Field::Identifier => Some("identifier"),
            Field::Address => Some("address"),
            Field::Feedback => Some("feedback"),
            Field::Reason | Field::Item | Field::Witness | Field::Organiser | Field::Place | Field::Trainer => None,
        }
    }
}

fn code(error: &AskError) -> &'static str {
    match error {
        AskError::Refused(refusal) => refusal_code(refusal),
        AskError::Journal(_) => "not_stored",
        // The program is being started again, or closed: the page tries again, here or there.
        AskError::Ended => "busy",
    }
}

fn refusal_code(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::SessionClosed => "session_closed",
        Refusal::Empty { .. } => "empty",
        Refusal::TooLong { .. } => "too_long",
        Refusal::BadCharacter { .. } => "bad_character",
        Refusal::BadIdentifier => "bad_identifier",
        Refusal::BadAddress => "bad_address",
        Refusal::BadSignature => "bad_signature",
        Refusal::NoParticipant(_) => "not_signed_in",
        Refusal::IsRemoved(_) | Refusal::NotRemoved(_) => "is_removed",
        Refusal::NotPresent(_) => "not_present",
        Refusal::IsPresent(_) => "is_present",
        Refusal::NoSuchPart => "no_such_part",
        Refusal::NoStep(_) => "no_step",
        Refusal::NoQuestion(_) => "no_question",
        Refusal::NotOpen(_) | Refusal::IsOpen(_) | Refusal::NotAsked(_) => "not_open",
        Refusal::StaleRound(_) | Refusal::StaleAttempt(_) => "stale",
        Refusal::BadAnswer(_) => "bad_answer",
        Refusal::TooManyHands { .. } => "too_many_hands",
        Refusal::AttemptOpen(_) => "attempt_open",
        Refusal::NoAttempt(_) => "no_attempt",
        Refusal::NoAttemptsLeft(_) => "no_attempts_left",
        Refusal::HasPassed(_) => "has_passed",
        Refusal::Unanswered { .. } => "unanswered",
        Refusal::BadFeedbackKey => "bad_feedback_key",
        Refusal::AlreadySignedIn(_)
        | Refusal::MergeWithItself
        | Refusal::BadTime
        | Refusal::NoItem(_)
        | Refusal::PauseMismatch
        | Refusal::NoListItem(_)
        | Refusal::NobodySignedIn
        | Refusal::NotSelfStudy
        | Refusal::OnlyOneLearner
        | Refusal::NotShown(_)
        | Refusal::ThemeFirst(_)
        | Refusal::ThemesLeft { .. }
        | Refusal::NotCreditable(_) => "not_possible",
    }
}

/// Why a room could not be opened, for the trainer.
pub fn open_message(error: &OpenError) -> Message {
    match error {
        OpenError::Closed => say::open_closed(),
        OpenError::NoAddress { address, source } => {
            let kind = match source.kind() {
                std::io::ErrorKind::AddrInUse => "in_use",
                std::io::ErrorKind::AddrNotAvailable => "gone",
                std::io::ErrorKind::PermissionDenied => "denied",
                _ => "other",
            };
            say::open_no_address(kind, address.to_string(), source.to_string())
        }
        OpenError::File(error) => file_message(error),
        OpenError::NoRandomness => say::open_no_randomness(),
        OpenError::NoThread(source) => say::open_no_thread(source.to_string()),
    }
}
