//! The wording of refusals and faults: each names what is wrong and the mend.

use std::io::ErrorKind;
use std::path::Path;

use crate::engine::AskError;
use crate::engine::RemoveError;
use crate::engine::StartError;
use crate::files::FileError;
use crate::files::Operation;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::engine as say;
use crate::journal::Fault;
use crate::journal::JournalError;
use crate::profile::IdentifierKind;
use crate::session::Field;
use crate::session::ParticipantId;
use crate::session::Refusal;
use crate::session::State;
use crate::text::Id;
use crate::text::LangTag;

/// Why a command was refused; `state` gives the names of those concerned.
pub fn message(refusal: &Refusal, state: Option<&State>, lang: Lang) -> Message {
    let row = |id: &ParticipantId| state?.participants.get(id);
    let name = |id| row(id).map_or_else(|| say::somebody().text(lang), |row| row.details.name.clone());
    match refusal {
        Refusal::SessionClosed => say::session_closed(),
        Refusal::Empty { field } => say::empty(field_name(*field, lang)),
        Refusal::TooLong { field, limit } => say::too_long(field_name(*field, lang), *limit),
        Refusal::BadCharacter { field, code } => say::bad_character(field_name(*field, lang), format!("U+{code:04X}")),
        Refusal::BadIdentifier => say::bad_identifier(match state.map(|state| state.setup.identifier) {
            Some(IdentifierKind::TaxNumber) => "tax_number",
            Some(IdentifierKind::Email) => "email",
            Some(IdentifierKind::EmployeeNumber | IdentifierKind::None) | None => "other",
        }),
        Refusal::BadAddress => say::bad_address(),
        Refusal::AlreadySignedIn(id) => {
            say::already_signed_in(name(id), row(id).map_or("–", |row| row.details.company.as_str()))
        }
        Refusal::BadSignature => say::bad_signature(),
        Refusal::NoParticipant(_) => say::no_participant(),
        Refusal::IsRemoved(id) => say::is_removed(name(id)),
        Refusal::NotRemoved(id) => say::not_removed(name(id)),
        Refusal::NotPresent(id) => say::not_present(name(id)),
        Refusal::IsPresent(id) => say::is_present(name(id)),
        Refusal::MergeWithItself => say::merge_with_itself(),
        Refusal::BadTime => say::bad_time(),
        Refusal::NoStep(id) => say::no_step(id.as_str()),
        Refusal::NoSuchPart => say::no_such_part(),
        Refusal::NoQuestion(id) => say::no_question(id.as_str()),
        Refusal::NotOpen(_) => say::not_open(),
        Refusal::StaleRound(_) => say::stale_round(),
        Refusal::IsOpen(_) => say::is_open(),
        Refusal::NotAsked(_) => say::not_asked(),
        Refusal::BadAnswer(_) => say::bad_answer(),
        Refusal::TooManyHands { hands, present } => say::too_many_hands(*hands, *present),
        Refusal::NoItem(_) => say::no_item(),
        Refusal::AttemptOpen(id) => say::attempt_open(name(id)),
        Refusal::NoAttempt(id) => say::no_attempt(name(id)),
        Refusal::StaleAttempt(id) => say::stale_attempt(name(id)),
        Refusal::NoAttemptsLeft(id) => say::no_attempts_left(name(id)),
        Refusal::HasPassed(id) => say::has_passed(name(id)),
        Refusal::Unanswered { missing } => say::unanswered(*missing),
        Refusal::PauseMismatch => say::pause_mismatch(),
        Refusal::NoListItem(_) => say::no_list_item(),
        Refusal::BadFeedbackKey => say::bad_feedback_key(),
        Refusal::NobodySignedIn => say::nobody_signed_in(),
        Refusal::NotSelfStudy => say::not_self_study(),
        Refusal::OnlyOneLearner => say::only_one_learner(),
        Refusal::NotShown(_) => say::not_shown(),
        Refusal::ThemeFirst(id) => say::theme_first(theme_name(id, state, lang)),
        Refusal::ThemesLeft { left } => say::themes_left(*left),
        Refusal::NotCreditable(id) => say::not_creditable(theme_name(id, state, lang)),
    }
}

/// The theme's name in the language asked for, or its identifier where the course has none.
fn theme_name(id: &Id, state: Option<&State>, lang: Lang) -> String {
    let named = state.and_then(|state| Some((state, state.script.pack.theme(id)?)));
    let tag = LangTag(lang.tag().into());
    named.map_or_else(|| id.to_string(), |(state, theme)| state.script.profile.fill(&theme.title, &tag))
}

fn field_name(field: Field, lang: Lang) -> String {
    let name = match field {
        Field::Name => say::field_name(),
        Field::Company => say::field_company(),
        Field::Role => say::field_role(),
        Field::Identifier => say::field_identifier(),
        Field::Address => say::field_address(),
        Field::Reason => say::field_reason(),
        Field::Item => say::field_item(),
        Field::Witness => say::field_witness(),
        Field::Feedback => say::field_feedback(),
        Field::Organiser => say::field_organiser(),
        Field::Place => say::field_place(),
        Field::Trainer => say::field_trainer(),
    };
    name.text(lang)
}

/// Why a command did not happen.
pub fn ask_message(error: &AskError, state: Option<&State>, lang: Lang) -> Message {
    match error {
        AskError::Refused(refusal) => message(refusal, state, lang),
        AskError::Journal(error) => say::not_stored(sentence(journal_message(error).text(lang))),
        AskError::Ended => say::ended(),
    }
}

/// Another sentence may follow.
fn sentence(mut text: String) -> String {
    if !text.ends_with('.') {
        text.push('.');
    }
    text
}

/// What is wrong with a journal.
pub fn journal_message(error: &JournalError) -> Message {
    match error {
        JournalError::Missing { path } => say::journal_missing(shown(path)),
        JournalError::InUse { path } => say::journal_in_use(shown(path)),
        JournalError::NotAJournal { path } => say::journal_foreign(shown(path)),
        JournalError::TooNew { path, version } => say::journal_too_new(*version, shown(path)),
        JournalError::Broken { path, seq, fault } => {
            let fault = match fault {
                Fault::Gap => "gap",
                Fault::Changed => "changed",
                Fault::Unreadable => "unreadable",
                Fault::OutOfPlace => "out_of_place",
                Fault::Feedback => "feedback",
            };
            say::journal_broken(fault, *seq, shown(path))
        }
        JournalError::Full { path } => say::journal_full(shown(path)),
        JournalError::File(error) => file_message(error),
        JournalError::Database { path, source } => say::journal_failed(source.to_string(), shown(path)),
    }
}

/// Why a file operation failed.
pub fn file_message(error: &FileError) -> Message {
    let operation = match error.operation {
        Operation::Read => "read",
        Operation::Write => "write",
        Operation::CreateFolder => "create_folder",
        Operation::List => "list",
        Operation::Remove => "remove",
        Operation::Rename => "rename",
        Operation::SetPermissions => "other",
    };
    let kind = match error.source.kind() {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::ReadOnlyFilesystem => "read_only",
        ErrorKind::AlreadyExists => "exists",
        ErrorKind::FileTooLarge => "too_large",
        _ => "other",
    };
    say::file(operation, kind, error.source.to_string(), shown(&error.path))
}

/// Why a session could not be started or resumed.
pub fn start_message(error: &StartError, lang: Lang) -> Message {
    match error {
        StartError::Setup(refusal) => message(refusal, None, lang),
        StartError::File(error) => file_message(error),
        StartError::Journal(error) => journal_message(error),
        StartError::BadPack { folder } => say::bad_pack(shown(folder)),
        StartError::PackChanged { folder } => say::pack_changed(shown(folder)),
        StartError::NotCopied { path } => say::not_copied(shown(path)),
        StartError::BadProfile { path } => say::bad_profile(shown(path)),
        StartError::NoLanguage(language) => say::no_language(language.as_str()),
        StartError::NoTheme(theme) => say::no_theme(theme.as_str()),
        StartError::NoRandomness => say::no_randomness(),
        StartError::NoThread(error) => say::no_thread(error.to_string()),
    }
}

/// Why a session was not exported or removed.
pub fn remove_message(error: &RemoveError) -> Message {
    match error {
        RemoveError::Unfinished { folder } => say::unfinished(shown(folder)),
        RemoveError::Exists { path } => say::copy_exists(shown(path)),
        RemoveError::Differs { path } => say::copy_differs(shown(path)),
        RemoveError::File(error) => file_message(error),
        RemoveError::Journal(error) => journal_message(error),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::testing::Session;

    #[test]
    fn a_refusal_names_the_person_in_the_words_of_the_language() {
        let mut session = Session::new();
        let aino = session.signs_in("Aino Ahkera");
        let says = |refusal: &Refusal, lang| message(refusal, Some(&session.state), lang).text(lang);
        let refusal = Refusal::AlreadySignedIn(aino);
        assert_eq!(
            says(&refusal, Lang::Fi),
            "Aino Ahkera (Kaivuu Oy) on jo ilmoittautunut. Jos kyseessä on kaima, lisää nimeen toinen etunimi."
        );
        assert_eq!(
            says(&Refusal::TooManyHands { hands: 7, present: 1 }, Lang::En),
            "There are 7 hands, but only one person has not answered individually. Count the hands again."
        );
        assert_eq!(says(&Refusal::Unanswered { missing: 1 }, Lang::Fi), "Yksi kysymys on vielä vastaamatta.");
        assert_eq!(
            says(&Refusal::BadCharacter { field: Field::Name, code: 0x202E }, Lang::En),
            "The name has the character U+202E, which no register can show. Delete it, or type the field again."
        );
    }

    #[test]
    fn a_file_that_cannot_be_used_is_named_last_with_the_reason() {
        let source = std::io::Error::from(ErrorKind::PermissionDenied);
        let error = FileError { operation: Operation::Write, path: "/tmp/x".into(), source };
        assert_eq!(file_message(&error).text(Lang::En), "Writing failed because permission was denied. /tmp/x");
        assert_eq!(
            file_message(&error).text(Lang::Fi),
            "Kirjoittaminen ei onnistunut, koska siihen ei ole oikeuksia. /tmp/x"
        );
    }
}
