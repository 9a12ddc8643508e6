//! What was said leaves without names, and of a self-study only where the learner asks.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::date;
use perehdytin::register::bundle::{Bundle, BundleError, Source, write};
use perehdytin::register::facts::Form;
use perehdytin::register::feedback_file::{FeedbackFile, FormError, Round, write_feedback};
use perehdytin::session::State;

use crate::folder_support::names_in;
use crate::register_alone::Alone;
use crate::register_look::{keep, text_of};
use crate::register_made::Made;
use crate::verify_table::{SIGNED, check};

const HEAD: &str = "ab";

fn source(state: &State) -> Source<'_> {
    Source { state, journal_length: 1_000, journal_head: HEAD }
}

fn written(state: &State, out: &Path) -> Bundle {
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    write(source(state), &SIGNED.identity, out, now, &mut |_| {}).unwrap()
}

#[test]
fn the_feedback_of_a_room_lies_beside_its_report() {
    let folder = tempfile::tempdir().unwrap();
    let state = Made::of(8).state();
    let bundle = written(&state, folder.path());
    let file = FeedbackFile::from_json(&std::fs::read(bundle.feedback.unwrap()).unwrap()).unwrap();
    assert_eq!((file.form, file.session.as_deref()), (Form::Room, Some(state.setup.session.as_str())));
    assert_eq!((file.ended_on, file.forms, file.items.len()), (date(2026, 11, 23), 8, 3));
    // 2, 3, 4, 5, 2, 3, 4, 5.
    assert_eq!(file.feedback[0].counts, Some([0, 2, 2, 2, 2]));
    assert_eq!(file.feedback[1].counts, None);
    assert_eq!(file.feedback[1].texts.len(), 2);
    assert_eq!((file.items[0].theme.as_deref(), file.items[0].step.as_deref()), (Some("teema-1"), Some("t1-d")));
    assert_eq!(file.theme_questions.len(), 8);
    assert_eq!(file.theme_questions[0].rounds.len(), 2);
    // The fifth never answers, and every third answers wrongly.
    assert_eq!(file.theme_questions[0].rounds[0], Round { answered: 7, right: 5 });
    let asked: u32 = file.test_questions.iter().flat_map(|question| &question.rounds).map(|round| round.answered).sum();
    let attempts = state.standing().flat_map(|row| &row.attempts).count();
    assert_eq!(usize::try_from(asked).unwrap(), attempts * 8);
}

#[test]
fn a_self_study_leaves_its_register_and_nothing_of_what_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let state = Alone::new().state();
    let bundle = written(&state, &out);
    assert_eq!(names_in(&out), ["participants.csv", "participants.xlsx", "register.pdf"]);
    assert_eq!((bundle.report, bundle.feedback), (None, None));
    let register = std::fs::read(&bundle.register).unwrap();
    let verdict = check(&register);
    assert!(verdict.is_fine(), "{verdict:?}");
    let told = String::from_utf8(verdict.facts.unwrap().to_json()).unwrap() + &text_of(&register);
    for said in ["Porttikoodit", "Tämä jäi pois", "Lisää kuvia", "usefulness"] {
        assert!(!told.contains(said), "{said} is in the register");
    }
}

#[test]
fn what_the_learner_sends_holds_what_they_chose_and_nobodys_name() {
    let folder = tempfile::tempdir().unwrap();
    let state = Alone::new().state();
    let sent = write_feedback(source(&state), folder.path()).unwrap();
    assert_eq!(names_in(folder.path()), ["feedback"]);
    assert_eq!(names_in(&sent), ["feedback.json", "report.pdf"]);
    let json = std::fs::read_to_string(sent.join("feedback.json")).unwrap();
    let pdf = std::fs::read(sent.join("report.pdf")).unwrap();
    keep("report-alone-fi", &pdf);
    let page = text_of(&pdf);
    for (told, wanted) in [("Porttikoodit puuttuvat", true), ("Lisää kuvia pihoilta.", true), ("Tämä jäi pois", false)]
    {
        assert_eq!((json.contains(told), page.contains(told)), (wanted, wanted), "{told}");
    }
    // Neither who it was, nor by what the register could be found.
    let register = written(&state, &folder.path().join("out")).register;
    let facts = check(&std::fs::read(register).unwrap()).facts.unwrap();
    let row = &facts.participants[0];
    let hour = &facts.ended_at[11..16];
    for secret in [
        row.name.as_str(),
        row.company.as_str(),
        row.digest.as_str(),
        facts.session.as_str(),
        hour,
        HEAD.repeat(32).as_str(),
    ] {
        assert!(!json.contains(secret) && !page.contains(secret), "{secret} is told");
        assert!(!pdf.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret} is in the file");
    }
    let file = FeedbackFile::from_json(json.as_bytes()).unwrap();
    assert_eq!((file.form, file.session.as_deref(), file.forms), (Form::SelfStudy, None, 1));
    let question = |id: &str| file.theme_questions.iter().find(|question| question.id == id).unwrap();
    let (wrong, right) = (Round { answered: 1, right: 0 }, Round { answered: 1, right: 1 });
    assert_eq!(question("t1-q").rounds, [right]);
    assert_eq!(question("t2-q").rounds, [wrong, right]);
    assert_eq!(file.test_questions.len(), 8);
    assert!(file.test_questions.iter().all(|question| question.rounds == [right]));
}

#[test]
fn writing_it_again_replaces_it_and_tells_the_same_identifier() {
    let folder = tempfile::tempdir().unwrap();
    let state = Alone::new().state();
    let read = |folder: &Path| FeedbackFile::from_json(&std::fs::read(folder.join("feedback.json")).unwrap()).unwrap();
    let first = read(&write_feedback(source(&state), folder.path()).unwrap());
    let english = Alone::new().in_language("en").state();
    let again = write_feedback(source(&english), folder.path()).unwrap();
    keep("report-alone-en", &std::fs::read(again.join("report.pdf")).unwrap());
    assert_eq!(names_in(&again).len(), 2);
    assert_eq!((read(&again).language.as_str(), &read(&again).id), ("en", &first.id));
    let mut other = Alone::new().state();
    std::sync::Arc::make_mut(&mut other.setup).seed += 1;
    assert_ne!(FeedbackFile::of(&other).unwrap().id, first.id);
}

#[test]
fn an_open_session_and_another_form_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = Alone::new().state();
    let file = FeedbackFile::of(&state).unwrap();
    state.closed_at = None;
    assert!(matches!(write_feedback(source(&state), folder.path()), Err(BundleError::NotClosed(_))));
    assert!(names_in(folder.path()).is_empty());
    assert_eq!(FeedbackFile::from_json(&file.to_json()).as_ref(), Ok(&file));
    let newer = FeedbackFile { version: 3, ..file.clone() };
    assert_eq!(FeedbackFile::from_json(&newer.to_json()), Err(FormError::Version(3)));
    let other = FeedbackFile { format: "perehdytin-register".to_owned(), ..file.clone() };
    assert!(matches!(FeedbackFile::from_json(&other.to_json()), Err(FormError::NotFeedback(_))));
    let extra = String::from_utf8(file.to_json()).unwrap().replacen('{', "{\"name\": \"Aino\",", 1);
    assert!(matches!(FeedbackFile::from_json(extra.as_bytes()), Err(FormError::NotFeedback(_))));
}
