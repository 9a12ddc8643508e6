//! The wording of refusals and faults on a participant's own phone: it speaks to them, and of nobody else.

use crate::engine::AskError;
use crate::engine::message;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::engine as say;
use crate::session::Refusal;
use crate::session::State;

/// Why a command from a phone was refused. No name is in it, not even the participant's own.
pub fn phone_message(refusal: &Refusal, state: Option<&State>, lang: Lang) -> Message {
    match refusal {
        Refusal::SessionClosed => say::phone_session_closed(),
        Refusal::NoParticipant(_) => say::phone_no_participant(),
        Refusal::IsRemoved(_) | Refusal::NotRemoved(_) => say::phone_is_removed(),
        Refusal::NotPresent(_) => say::phone_not_present(),
        Refusal::IsPresent(_) => say::phone_is_present(),
        Refusal::NotOpen(_) => say::phone_not_open(),
        Refusal::StaleRound(_) => say::phone_stale_round(),
        Refusal::TooManyHands { .. } => say::phone_too_many_hands(),
        Refusal::AttemptOpen(_) => say::phone_attempt_open(),
        Refusal::NoAttempt(_) => say::phone_no_attempt(),
        Refusal::StaleAttempt(_) => say::phone_stale_attempt(),
        Refusal::NoAttemptsLeft(_) => say::phone_no_attempts_left(),
        Refusal::HasPassed(_) => say::phone_has_passed(),
        // No phone asks for what these refuse; were it to, it would not learn a name from them.
        Refusal::AlreadySignedIn(_)
        | Refusal::MergeWithItself
        | Refusal::NobodySignedIn
        | Refusal::NotSelfStudy
        | Refusal::OnlyOneLearner
        | Refusal::NotShown(_)
        | Refusal::ThemeFirst(_)
        | Refusal::ThemesLeft { .. }
        | Refusal::NotCreditable(_) => say::phone_not_possible(),
        Refusal::Empty { .. }
        | Refusal::TooLong { .. }
        | Refusal::BadCharacter { .. }
        | Refusal::BadIdentifier
        | Refusal::BadAddress
        | Refusal::BadSignature
        | Refusal::BadTime
        | Refusal::NoStep(_)
        | Refusal::NoSuchPart
        | Refusal::NoQuestion(_)
        | Refusal::IsOpen(_)
        | Refusal::NotAsked(_)
        | Refusal::BadAnswer(_)
        | Refusal::NoItem(_)
        | Refusal::Unanswered { .. }
        | Refusal::PauseMismatch
        | Refusal::NoListItem(_)
        | Refusal::BadFeedbackKey => message(refusal, state, lang),
    }
}

/// Why a command from a phone did not happen. What is wrong with the trainer's computer is for the trainer to read.
pub fn phone_ask_message(error: &AskError, state: Option<&State>, lang: Lang) -> Message {
    match error {
        AskError::Refused(refusal) => phone_message(refusal, state, lang),
        AskError::Journal(_) => say::phone_not_stored(),
        AskError::Ended => say::phone_ended(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::testing::Session;

    #[test]
    fn a_phone_is_spoken_to_and_learns_no_name() {
        let mut session = Session::new();
        let aino = session.signs_in("Aino Ahkera");
        let refusals = [
            Refusal::AlreadySignedIn(aino),
            Refusal::IsRemoved(aino),
            Refusal::NotPresent(aino),
            Refusal::IsPresent(aino),
            Refusal::AttemptOpen(aino),
            Refusal::NoAttempt(aino),
            Refusal::StaleAttempt(aino),
            Refusal::NoAttemptsLeft(aino),
            Refusal::HasPassed(aino),
            Refusal::TooManyHands { hands: 7, present: 1 },
        ];
        for refusal in refusals {
            for lang in [Lang::Fi, Lang::En] {
                let text = phone_message(&refusal, Some(&session.state), lang).text(lang);
                assert!(!text.contains("Aino") && !text.contains('7'), "{text}");
                assert_ne!(text, message(&refusal, Some(&session.state), lang).text(lang));
            }
        }
    }

    #[test]
    fn a_fault_of_the_disk_tells_a_phone_no_path() {
        let path = std::path::PathBuf::from("/home/taina/journal.sqlite");
        let error = AskError::Journal(std::sync::Arc::new(crate::journal::JournalError::Full { path }));
        for lang in [Lang::Fi, Lang::En] {
            let text = phone_ask_message(&error, None, lang).text(lang);
            assert!(!text.contains("taina") && !text.contains("sqlite"), "{text}");
        }
    }
}
