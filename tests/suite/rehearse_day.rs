//! A rehearsal: reproducible to the byte, and with everything in it that a real day may bring.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use perehdytin::cli;
use perehdytin::engine::Snapshot;
use perehdytin::engine::layout;
use perehdytin::engine::list_sessions;
use perehdytin::engine::read_session;
use perehdytin::files::DataFolder;
use perehdytin::journal;
use perehdytin::profile::IdentifierKind;
use perehdytin::rehearse::Rehearsal;
use perehdytin::rehearse::rehearse;
use perehdytin::session::{Change, Channel, Correction, Event, Form, Manner};
use perehdytin::text::LangTag;

use crate::new_session::{rehearsal, shipped_course};
use crate::session_support::{script, small_course};

/// A rehearsal in a data folder of its own, which goes when the folder does.
fn held(participants: u32, seed: u64) -> (tempfile::TempDir, Arc<Snapshot>) {
    held_with(participants, seed, false)
}

fn held_with(participants: u32, seed: u64, with_phones: bool) -> (tempfile::TempDir, Arc<Snapshot>) {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::open(folder.path().to_owned()).unwrap();
    let rehearsal = Rehearsal { with_phones, ..rehearsal(script(&small_course()), participants, seed) };
    let snapshot = rehearse(&data, rehearsal).unwrap();
    (folder, snapshot)
}

fn journal_file(snapshot: &Snapshot) -> Vec<u8> {
    fs::read(layout::journal(&snapshot.folder)).unwrap()
}

#[test]
fn equal_seeds_give_the_same_journal_to_the_byte_and_others_another() {
    let (_one, first) = held(6, 11);
    let (_two, second) = held(6, 11);
    let (_three, third) = held(6, 12);
    assert_eq!(first.journal_head, second.journal_head);
    assert!(journal_file(&first) == journal_file(&second), "the files differ");
    assert_ne!(first.journal_head, third.journal_head);
    assert_ne!(first.state.setup.session, third.state.setup.session);
}

#[test]
fn any_number_of_people_can_rehearse() {
    for people in [1, 2, 3, 5, 9] {
        let (_folder, snapshot) = held(people, u64::from(people) * 7);
        assert_eq!(snapshot.state.standing().count(), people as usize);
        assert!(snapshot.state.closed_at.is_some());
    }
}

#[test]
fn a_rehearsal_has_everything_that_a_day_may_bring() {
    let (folder, snapshot) = held(16, 5);
    let state = &snapshot.state;
    assert!(state.setup.rehearsal);
    assert_eq!(state.standing().count(), 16);

    let record = journal::read(&layout::journal(&snapshot.folder)).unwrap();
    let kinds: BTreeSet<String> = record.events.iter().map(|entry| kind(&entry.event)).collect();
    let all = [
        "answered",
        "attempt_started",
        "attempt_submitted",
        "attempt_voided",
        "closed",
        "corrected",
        "departed",
        "hands_counted",
        "item_changed",
        "item_dropped",
        "item_noted",
        "merged",
        "moved",
        "opened",
        "paused",
        "question_closed",
        "question_opened",
        "removed",
        "restored",
        "resumed",
        "returned",
        "revealed",
        "signed_in",
        "signed_out",
        "skipped",
        "test_answered",
        "ticked",
    ];
    assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), all);
    assert!(!record.feedback.is_empty() && record.feedback.len() < 16);

    let attempts = || state.standing().flat_map(|row| &row.attempts);
    assert!(attempts().any(|attempt| attempt.manner == Manner::Desk));
    assert!(attempts().any(|attempt| attempt.manner == Manner::Paper));
    assert!(attempts().any(|attempt| matches!(attempt.manner, Manner::Oral { .. })));
    assert!(attempts().any(|attempt| attempt.void.is_some()));
    assert!(state.standing().any(|row| row.has_passed() && row.counted_attempts() == 2), "fails once, then passes");
    assert!(state.standing().any(|row| !row.has_passed() && row.counted_attempts() == 2), "fails twice");
    assert!(state.standing().any(|row| row.attempts.is_empty()), "leaves before the test");

    let started = state.started_at.unwrap();
    assert!(state.standing().any(|row| row.stays[0].from > started), "comes late");
    assert!(state.standing().any(|row| row.stays.len() > 1), "is away for a while");
    assert!(state.questions.values().any(|question| question.rounds.len() > 1), "votes again");
    let now = state.closed_at.unwrap();
    let presences: Vec<_> = state.standing().map(|row| state.presence(row, now)).collect();
    assert!(presences.iter().any(|presence| presence.themes.iter().all(|theme| theme.attended)));
    assert!(presences.iter().any(|presence| presence.themes.iter().any(|theme| !theme.attended)));

    let corrected = |wanted: fn(&Correction) -> bool| {
        state.amendments.iter().any(|amendment| match &amendment.change {
            Change::Corrected { after, .. } => wanted(after) && !amendment.reason.is_empty(),
            _ => false,
        })
    };
    assert!(corrected(|after| matches!(after, Correction::Details(_))));
    assert!(corrected(|after| matches!(after, Correction::Arrival(_))));
    assert!(corrected(|after| matches!(after, Correction::Departure(_))));

    let names: String = state.standing().map(|row| row.details.name.as_str()).collect();
    assert!(names.chars().any(|letter| ('а'..='я').contains(&letter)), "somebody is written in Cyrillic: {names}");
    drop(folder);
}

fn kind(event: &Event) -> String {
    match serde_json::to_value(event).unwrap() {
        serde_json::Value::String(kind) => kind,
        serde_json::Value::Object(fields) => fields.keys().next().unwrap().clone(),
        other => panic!("{other}"),
    }
}

#[test]
fn identifiers_are_made_up_where_the_profile_asks_for_them() {
    for kind in [IdentifierKind::TaxNumber, IdentifierKind::EmployeeNumber, IdentifierKind::Email] {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path().to_owned()).unwrap();
        let mut script = script(&small_course());
        Arc::make_mut(&mut script.profile).identifier = kind;
        let rehearsal = Rehearsal { language: LangTag("en".into()), ..rehearsal(script, 10, 2) };
        let snapshot = rehearse(&data, rehearsal).unwrap();
        assert!(snapshot.state.standing().all(|row| row.details.identifier.is_some()));
        assert!(list_sessions(&data).unwrap()[0].gist.is_ok());
    }
}

#[test]
fn the_shipped_course_is_rehearsed_in_both_languages() {
    let course = shipped_course();
    for language in ["fi", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path().to_owned()).unwrap();
        let rehearsal = Rehearsal { language: LangTag(language.into()), ..rehearsal(script(&course), 7, 3) };
        let snapshot = rehearse(&data, rehearsal).unwrap();
        let state = &snapshot.state;
        let themes = state.theme_times(state.closed_at.unwrap());
        assert!(themes.iter().all(|theme| theme.was_held()));
        assert!(state.standing().any(|row| row.has_passed()));
        let length = state.closed_at.unwrap().duration_since(state.started_at.unwrap()).as_mins();
        assert!((180..330).contains(&length), "{length} minutes");
    }
}

#[test]
fn the_command_writes_what_a_real_session_writes() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("harjoitus");
    let run = || {
        let words =
            ["perehdytin", "--lang", "en", "rehearse", "--participants", "3", "--seed", "4", "--format", "json"];
        let paths = [small_course(), PathBuf::from("--out"), out.clone()];
        cli::run(words.iter().map(Into::into).chain(paths.map(Into::into)))
    };
    let outcome = run();
    assert_eq!((outcome.exit, outcome.stderr.as_str()), (0, ""));
    let answer: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!((answer["participants"].as_u64(), answer["seed"].as_u64()), (Some(3), Some(4)));
    for file in ["register.pdf", "report.pdf", "feedback.json", "participants.xlsx", "participants.csv"] {
        assert!(out.join(file).metadata().unwrap().len() > 0, "{file}");
    }
    let session = read_session(&out.join("session")).unwrap();
    assert_eq!(answer["journal_head"], session.journal_head.as_str());
    // Nothing else is left lying about.
    assert_eq!(fs::read_dir(&out).unwrap().count(), 6);
    let again = run();
    assert_eq!(again.exit, 2);
    assert!(again.stderr.contains("Choose another"), "{}", again.stderr);
}

#[test]
fn the_command_names_what_is_wrong_with_the_pack() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("tyhja");
    fs::create_dir(&empty).unwrap();
    let words =
        ["perehdytin".into(), "rehearse".into(), empty.into(), "--out".into(), folder.path().join("ulos").into()];
    let outcome = cli::run(words);
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.contains("course.ron"), "{}", outcome.stderr);
    assert!(!folder.path().join("ulos").exists());
}

#[test]
fn with_phones_most_people_sign_in_answer_and_take_the_test_over_real_sockets() {
    let (_folder, snapshot) = held_with(24, 5, true);
    let state = &snapshot.state;
    assert_eq!(state.standing().count(), 24);
    let by_phone = state.standing().filter(|row| row.channel == Channel::Phone).count();
    let by_desk = state.standing().filter(|row| row.channel == Channel::Desk).count();
    assert!(by_phone >= 12 && by_desk >= 2, "{by_phone} with phones, {by_desk} at the desk");
    assert_eq!(state.phones.len(), by_phone);
    let manners: Vec<&Manner> =
        state.standing().flat_map(|row| row.attempts.iter().map(|attempt| &attempt.manner)).collect();
    for manner in [Manner::Phone, Manner::Desk, Manner::Paper] {
        assert!(manners.contains(&&manner), "nobody took the test by {manner:?}");
    }
    let record = journal::read(&layout::journal(&snapshot.folder)).unwrap();
    let answered = |channel| {
        let is_by = |event: &Event| matches!(event, Event::Answered { channel: by, .. } if *by == channel);
        record.events.iter().filter(|entry| is_by(&entry.event)).count()
    };
    assert!(answered(Channel::Phone) > answered(Channel::Desk));
    let by_phone = |event: &Event| matches!(event, Event::SignedOut { channel: Channel::Phone, .. });
    assert!(record.events.iter().any(|entry| by_phone(&entry.event)));
    // Each answer is there once: a room that stored one twice would have two events for it.
    let mut answers = BTreeSet::new();
    for entry in &record.events {
        if let Event::Answered { step, round, participant, channel: Channel::Phone, .. } = &entry.event {
            assert!(answers.insert((step.clone(), *round, *participant)), "{participant:?} twice in {step}");
        }
    }
    assert!(!state.feedback.is_empty());
}

#[test]
fn equal_seeds_with_phones_give_equal_people_answers_and_results() {
    let (_one, first) = held_with(16, 9, true);
    let (_two, second) = held_with(16, 9, true);
    let rows = |snapshot: &Snapshot| {
        let rows = snapshot.state.standing().map(|row| {
            let attempts: Vec<_> =
                row.attempts.iter().map(|attempt| (attempt.answers.clone(), attempt.result)).collect();
            (row.details.clone(), row.channel, attempts, row.stays.clone())
        });
        rows.collect::<Vec<_>>()
    };
    assert_eq!(rows(&first), rows(&second));
    assert_eq!(first.state.questions, second.state.questions);
    assert_eq!(first.state.feedback, second.state.feedback);
}

/// A self-study in a data folder of its own.
fn studied(course: &std::path::Path, seed: u64) -> (tempfile::TempDir, Arc<Snapshot>) {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::open(folder.path().to_owned()).unwrap();
    let rehearsal = Rehearsal { form: Form::SelfStudy, ..rehearsal(script(course), 5, seed) };
    let snapshot = rehearse(&data, rehearsal).unwrap();
    (folder, snapshot)
}

#[test]
fn a_made_up_learner_takes_the_shipped_course_alone_in_several_sittings() {
    let course = shipped_course();
    let (_folder, snapshot) = studied(&course, 3);
    let state = &snapshot.state;
    assert!(state.closed_at.is_some() && !state.setup.form.is_room() && state.setup.trainer.is_empty());
    let learner = state.learner().unwrap();
    assert!(learner.signed_out && learner.signature_out.is_some());
    assert_eq!(state.themes_left().count(), 0);
    assert!(state.study.sittings.len() > 2, "{} sittings", state.study.sittings.len());
    let active = state.study.active_altogether().as_mins();
    assert!((100..260).contains(&active), "{active} active minutes");
    let elapsed = state.closed_at.unwrap().duration_since(state.opened_at).as_hours();
    assert!(elapsed > 24, "only {elapsed} hours passed");
    let answered_again = state.questions.values().filter(|question| question.rounds.len() > 1).count();
    assert!(answered_again > 0, "nothing was answered wrongly");
}

#[test]
fn equal_seeds_study_alike() {
    let (_one, first) = studied(&small_course(), 8);
    let (_two, second) = studied(&small_course(), 8);
    let (_three, third) = studied(&small_course(), 9);
    assert_eq!(first.journal_head, second.journal_head);
    assert_ne!(first.journal_head, third.journal_head);
}

#[test]
fn the_command_lets_one_person_study_alone_down_to_a_register_with_one_row() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("itseopiskelu");
    let words = ["perehdytin", "--lang", "fi", "rehearse", "--self-study", "--seed", "4", "--format", "json"];
    let paths = [small_course(), PathBuf::from("--out"), out.clone()];
    let outcome = cli::run(words.iter().map(Into::into).chain(paths.map(Into::into)));
    assert_eq!((outcome.exit, outcome.stderr.as_str()), (0, ""));
    let answer: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!((&answer["participants"], &answer["phones"]), (&1.into(), &0.into()));
    assert!(out.join("register.pdf").is_file());
    let both = ["perehdytin", "rehearse", "--self-study", "--phones", "--out", "x", "y"];
    assert_eq!(cli::run(both.map(Into::into)).exit, 2, "phones belong to a room");
}
