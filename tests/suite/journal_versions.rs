//! Journals that older versions wrote are read by this one: what is in the fixtures is never written anew.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::SignedDuration;
use jiff::civil::date;
use perehdytin::engine::{Engine, NewSession, layout};
use perehdytin::journal;
use perehdytin::journal::Journal;
use perehdytin::journal::Record;
use perehdytin::quiz::Random;
use perehdytin::session::{
    Channel, Command, Credit, Event, Form, Ground, Manner, ParticipantId, PhoneKey, Place, State, feedback_digest,
};

use crate::register_alone::ground;
use crate::register_made::answer;
use crate::session_support::{bench, drawn, minute, new_session, nobody, script, sign_in, small_course};

/// A rehearsal of the small course with 16 people, as version 1 wrote it.
const VERSION_1: &str = "version-1.sqlite";
const HEAD: &str = "a87970708becdeb3a73683a40ccb22faacdcb2b0e9fcf7d1ed02417e087edafa";

/// A session of the small course with phones, as version 2 wrote it.
const VERSION_2: &str = "version-2.sqlite";
const HEAD_2: &str = "32b1233134679ffa02dcb680e42d78bd3801e79e4c3cbd0919efd4838cb5cf63";

/// A self-study of the small course with a credited theme, as version 3 wrote it.
const VERSION_3: &str = "version-3.sqlite";
const HEAD_3: &str = "c2c37e067ef91bba4696ef8e13063c18ea9ba5f41a9cac2ffcb71f4f304258e1";

/// A copy that may be written to.
fn copy(fixture: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.sqlite");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/journals");
    std::fs::copy(fixtures.join(fixture), &path).unwrap();
    (folder, path)
}

/// Where the record leads.
fn replayed(record: &Record) -> State {
    let (opened_at, setup) = record.opening().unwrap();
    let mut state = State::open(script(&small_course()), opened_at, setup.clone());
    for entry in &record.events[1..] {
        state.apply(entry.at, &entry.event);
    }
    for form in &record.feedback {
        state.apply(opened_at, &Event::FeedbackGiven(form.clone()));
    }
    for address in &record.addresses {
        state.apply(opened_at, &address.event());
    }
    state
}

#[test]
fn a_journal_of_version_1_is_replayed_with_every_kind_of_event() {
    let (_folder, path) = copy(VERSION_1);
    let record = journal::read(&path).unwrap();
    assert_eq!((record.length, record.head.as_str()), (212, HEAD));
    let kinds: BTreeSet<_> =
        record.events.iter().map(|entry| format!("{:?}", std::mem::discriminant(&entry.event))).collect();
    // All but feedback, which lies apart.
    assert_eq!(kinds.len(), 27);
    assert_eq!(record.feedback.len(), 9);
    let state = replayed(&record);
    assert_eq!(state.standing().count(), 16);
    assert!(state.phones.is_empty() && !state.handout_released);
    assert_eq!(state.standing().filter(|row| row.has_passed()).count(), 13);
    let Some(Event::Closed { feedback_digest: vouched }) = record.events.last().map(|entry| &entry.event) else {
        panic!("it was closed");
    };
    assert_eq!(*vouched, feedback_digest(state.feedback.values()));
}

#[test]
fn a_journal_of_version_1_is_opened_for_writing_and_stays_what_it_was() {
    let (_folder, path) = copy(VERSION_1);
    let (journal, record) = Journal::open(&path).unwrap();
    assert_eq!((journal.length(), journal.head().as_str()), (212, HEAD));
    assert!(record.is_closed());
    drop(journal);
    assert_eq!(journal::read(&path).unwrap(), record);
}

#[test]
fn a_journal_of_version_2_knows_the_phones_again() {
    let (_folder, path) = copy(VERSION_2);
    let (journal, record) = Journal::open(&path).unwrap();
    assert_eq!((journal.length(), journal.head().as_str(), record.head.as_str()), (51, HEAD_2, HEAD_2));
    let state = replayed(&record);
    let row = |phone: u8| state.by_phone(&PhoneKey::of(&[phone; 16])).unwrap();
    // Aino signed in at the desk as well; the fourth phone was first somebody's who was removed.
    let names = [1, 2, 3, 4].map(|phone| row(phone).details.name.as_str());
    assert_eq!(names, ["Aino Ahkera", "Eino Õunapuu", "Ирина Петрова", "Pia Pihlaja"]);
    assert_eq!((row(1).channel, row(2).channel, row(4).id.0), (Channel::Desk, Channel::Phone, 6));
    assert!([1, 2, 3].iter().all(|phone| row(*phone).has_passed() && row(*phone).signed_out));
    assert!(state.handout_released);
    assert_eq!((row(1).handout_to.as_deref(), row(2).handout_to.as_deref()), (Some("aino@kaivuu.example"), None));
    let tally = |round| state.tally(&"ovi-auki".into(), round).map(|tally| (tally.answered, tally.individual_right));
    assert_eq!((tally(1), tally(2), tally(3)), (Some((4, 2)), Some((4, 4)), None));
}

#[test]
fn an_older_journal_becomes_one_of_the_present_version_without_another_change() {
    let (_folder, path) = copy(VERSION_2);
    let before = journal::read(&path).unwrap();
    drop(Journal::open(&path).unwrap());
    assert_eq!(journal::read(&path).unwrap(), before);
    // A program that knows only version 2 must not take it for one of its own.
    let version = std::fs::read(&path).unwrap()[60..64].to_vec();
    assert_eq!(version, [0, 0, 0, 4]);
}

#[test]
fn a_journal_of_version_3_knows_what_the_learner_has_done() {
    let (_folder, path) = copy(VERSION_3);
    let (journal, record) = Journal::open(&path).unwrap();
    assert_eq!((journal.head().as_str(), record.head.as_str()), (HEAD_3, HEAD_3));
    let state = replayed(&record);
    assert_eq!(state.setup.form, Form::SelfStudy);
    let [first, second] = &state.script.pack.themes[..] else { panic!("the small course has two themes") };
    assert!(state.is_theme_done(first) && !state.is_credited(first));
    assert!(state.is_credited(second) && !state.is_theme_done(second));
    let (credit, ground) = &state.study.credits[&second.id];
    assert_eq!((credit.attended_on, ground.ended_on), (date(2024, 5, 2), date(2025, 10, 1)));
    assert_eq!((ground.signer.as_str(), ground.trusted), ("Taina Tarkka", true));
    assert_eq!(state.study.sittings.len(), 2);
    assert_eq!(state.study.active_altogether(), SignedDuration::from_mins(16));
    assert_eq!(state.study.active_at(&Place::Step("esittely".into())), SignedDuration::from_mins(4));
    assert!(state.learner().is_some_and(|learner| learner.has_passed() && learner.signed_out));
}

/// A self-study with every kind of event that version 3 has beside those before it.
#[test]
fn the_journal_that_could_be_the_next_fixture_is_kept_when_asked() {
    let bench = bench();
    let new = NewSession { form: Form::SelfStudy, ..new_session(script(&small_course())) };
    let engine = Engine::create(&bench.data, new, bench.clock(), nobody()).unwrap();
    let ask = |command: Command| engine.client().ask(command).unwrap();
    let mut at = 0;
    let mut later = |minutes: i64| {
        at += minutes;
        bench.clock.set(minute(at));
    };
    ask(sign_in("Aino Ahkera"));
    let theme = |index: usize| engine.client().snapshot().state.script.pack.themes[index].clone();
    let credit = Credit { theme: theme(1).id, revision: theme(1).revision, attended_on: date(2024, 5, 2) };
    let ground = Ground { trusted: true, ..ground() };
    ask(Command::Credit { themes: vec![credit], ground });
    for (number, step) in theme(0).steps.iter().filter(|step| !step.is_break()).enumerate() {
        if number == 2 {
            later(24 * 60);
        }
        let place = Place::Step(step.id.clone());
        ask(Command::Go { to: place.clone() });
        for _ in 0..2 {
            later(2);
            ask(Command::Study { place: place.clone(), seconds: 120 });
        }
        if let Some(question) = step.question() {
            ask(Command::OpenQuestion { step: step.id.clone() });
            let (step, answer, participant) = (step.id.clone(), answer(question, true), ParticipantId(1));
            let (shown, channel) = (step.clone(), Channel::Desk);
            ask(Command::Answer { step, round: None, participant, answer, channel });
            ask(Command::Reveal { step: shown });
        }
        ask(Command::FinishStep { step: step.id.clone() });
    }
    ask(Command::StartAttempt { participant: ParticipantId(1), manner: Manner::Desk });
    let snapshot = engine.client().snapshot();
    let pack = &snapshot.state.script.pack;
    for drawn in &snapshot.state.learner().unwrap().open_attempt().unwrap().paper.questions {
        let (_, question) = pack.test_question(&drawn.question).unwrap();
        let (question, answer) = (drawn.question.clone(), answer(question, true));
        ask(Command::AnswerTest { participant: ParticipantId(1), attempt: None, question, answer });
    }
    ask(Command::SubmitAttempt { participant: ParticipantId(1), attempt: None });
    ask(Command::SignOut { participant: ParticipantId(1), signature: Some(drawn()), channel: Channel::Desk });
    let closed = ask(Command::Close);
    let path = layout::journal(&closed.folder);
    drop(engine);
    let record = journal::read(&path).unwrap();
    assert!(record.is_closed());
    if let Some(folder) = std::env::var_os("PEREHDYTIN_LOOK") {
        std::fs::copy(&path, Path::new(&folder).join("journal-next.sqlite")).unwrap();
        put(&Path::new(&folder).join("journal-next.txt"), record.head.as_bytes());
    }
}

#[test]
fn a_changed_byte_is_found_or_means_nothing() {
    let (_folder, path) = copy(VERSION_1);
    let whole = std::fs::read(&path).unwrap();
    let record = journal::read(&path).unwrap();
    let mut random = Random::new("a changed byte", &[]);
    let mut found = 0;
    for _ in 0..400 {
        let mut bytes = whole.clone();
        let at = random.below(bytes.len());
        bytes[at] ^= 1 << random.below(8);
        put(&path, &bytes);
        match journal::read(&path) {
            Err(_) => found += 1,
            Ok(read) => assert!(read == record, "the byte {at} changed what is read"),
        }
    }
    // Most of the file is events; a page's slack and the database's own counters are the rest.
    assert!(found > 200, "{found} of 400");
}

#[test]
fn a_journal_that_was_cut_short_is_not_taken_for_whole() {
    let (_folder, path) = copy(VERSION_1);
    let whole = std::fs::read(&path).unwrap();
    for length in (0..whole.len()).step_by(1500) {
        put(&path, &whole[..length]);
        assert!(journal::read(&path).is_err(), "{length} of {} bytes", whole.len());
    }
}

fn put(path: &Path, bytes: &[u8]) {
    perehdytin::files::write_atomically(path, bytes).unwrap();
}
