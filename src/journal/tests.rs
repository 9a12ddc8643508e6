//! What the journal promises.

use std::path::PathBuf;

use super::*;
use crate::session::FeedbackAnswer;
use crate::session::FeedbackForm;
use crate::session::ParticipantId;
use crate::session::feedback_digest;
use crate::session::testing;
use crate::session::testing::minute;

struct Bench {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn stamped(at: i64, event: Event) -> Stamped {
    Stamped { at: minute(at), clock: None, event }
}

fn departed(participant: u32) -> Event {
    Event::Departed { participant: ParticipantId(participant) }
}

fn form(key: char, stars: u8) -> FeedbackForm {
    let answers = [("usefulness".into(), FeedbackAnswer::Scale(stars))].into();
    FeedbackForm { key: key.to_string().repeat(32), answers }
}

fn closed(forms: &[FeedbackForm]) -> Event {
    Event::Closed { feedback_digest: feedback_digest(forms.iter()) }
}

/// A journal that has its opening.
fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.sqlite");
    let setup = testing::setup();
    Journal::create(&path, &setup.session.clone(), &stamped(0, Event::Opened(setup))).unwrap();
    Bench { _folder: folder, path }
}

impl Bench {
    fn open(&self) -> Journal {
        Journal::open(&self.path).unwrap().0
    }

    /// Does to the file what no part of the program does.
    fn tamper(&self, sql: &str) {
        Connection::open(&self.path).unwrap().execute_batch(sql).unwrap();
    }

    #[track_caller]
    fn is_broken(&self, at: u64, by: Fault) {
        match read(&self.path) {
            Err(JournalError::Broken { seq, fault, .. }) => assert_eq!((seq, fault), (at, by)),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_was_appended_is_replayed_with_the_same_head() {
    let bench = bench();
    let mut journal = bench.open();
    journal.append(&[stamped(1, departed(1)), stamped(1, departed(2))]).unwrap();
    let late = Stamped { at: minute(2), clock: Some(minute(1)), event: Event::Paused };
    journal.append(std::slice::from_ref(&late)).unwrap();
    let head = journal.head();
    assert_eq!(journal.length(), 4);
    drop(journal);
    let (journal, record) = Journal::open(&bench.path).unwrap();
    assert_eq!((journal.length(), journal.head()), (4, head.clone()));
    assert_eq!((record.length, &record.head), (4, &head));
    assert_eq!(record.events[1..3], [stamped(1, departed(1)), stamped(1, departed(2))]);
    assert_eq!(record.events[3], late);
}

#[test]
fn a_commit_waits_for_the_disk() {
    let bench = bench();
    let journal = bench.open();
    let pragma =
        |name| journal.connection.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0));
    assert_eq!(pragma("journal_mode").unwrap(), "wal".to_owned().into());
    assert_eq!(pragma("synchronous").unwrap(), 2.into(), "FULL");
    assert_eq!(pragma("secure_delete").unwrap(), 1.into());
}

#[test]
fn the_log_is_moved_into_the_file_only_when_asked_and_only_when_it_has_grown() {
    let bench = bench();
    let mut journal = bench.open();
    let long = |number| Event::ItemNoted { item: crate::session::ItemId(number), text: "x".repeat(9_000), step: None };
    let size = |name: &str| std::fs::metadata(bench.path.with_file_name(name)).unwrap().len();
    let before = size("journal.sqlite");
    journal.append(&[stamped(1, long(1))]).unwrap();
    journal.tidy().unwrap();
    assert_eq!(size("journal.sqlite"), before, "there was little to move");
    for number in 2..=500 {
        journal.append(&[stamped(1, long(number))]).unwrap();
    }
    assert_eq!(size("journal.sqlite"), before, "nobody had asked");
    journal.tidy().unwrap();
    assert!(size("journal.sqlite") > 4_000_000);
    let log = size("journal.sqlite-wal");
    for number in 501..=600 {
        journal.append(&[stamped(1, long(number))]).unwrap();
    }
    assert_eq!(size("journal.sqlite-wal"), log, "the log is used anew");
    assert_eq!(read(&bench.path).unwrap().length, 601);
}

#[test]
fn a_changed_event_is_named() {
    let bench = bench();
    bench.open().append(&[stamped(1, departed(1)), stamped(1, departed(2)), stamped(1, departed(3))]).unwrap();
    bench.tamper("UPDATE event SET json = replace(json, ':2}', ':9}') WHERE seq = 3");
    bench.is_broken(3, Fault::Changed);
}

#[test]
fn a_changed_time_is_named() {
    let bench = bench();
    bench.open().append(&[stamped(1, departed(1))]).unwrap();
    bench.tamper("UPDATE event SET at = '2020-01-01T00:00:00Z' WHERE seq = 2");
    bench.is_broken(2, Fault::Changed);
}

#[test]
fn a_removed_event_is_named() {
    let bench = bench();
    bench.open().append(&[stamped(1, departed(1)), stamped(1, departed(2))]).unwrap();
    bench.tamper("DELETE FROM event WHERE seq = 2");
    bench.is_broken(2, Fault::Gap);
}

#[test]
fn a_removed_event_is_named_though_those_after_it_are_renumbered() {
    let bench = bench();
    bench.open().append(&[stamped(1, departed(1)), stamped(1, departed(2))]).unwrap();
    bench.tamper("DELETE FROM event WHERE seq = 2; UPDATE event SET seq = 2 WHERE seq = 3");
    bench.is_broken(2, Fault::Changed);
}

#[test]
fn the_chain_begins_with_the_session() {
    let bench = bench();
    bench.tamper("UPDATE meta SET value = 'another'");
    bench.is_broken(1, Fault::Changed);
}

#[test]
fn a_feedback_form_put_in_after_closing_is_found() {
    let bench = bench();
    let mut journal = bench.open();
    journal.append(&[stamped(1, Event::FeedbackGiven(form('a', 5)))]).unwrap();
    journal.append(&[stamped(2, closed(&[form('a', 5)]))]).unwrap();
    drop(journal);
    assert!(read(&bench.path).is_ok());
    bench.tamper("INSERT INTO feedback VALUES ('b', '{\"key\":\"b\",\"answers\":{}}')");
    bench.is_broken(2, Fault::Feedback);
}

#[test]
fn a_second_owner_is_turned_away_and_readers_are_not() {
    let bench = bench();
    let journal = bench.open();
    assert!(matches!(Journal::open(&bench.path), Err(JournalError::InUse { .. })));
    assert!(is_in_use(&bench.path));
    assert!(read(&bench.path).is_ok());
    drop(journal);
    assert!(!is_in_use(&bench.path));
    assert!(Journal::open(&bench.path).is_ok());
}

#[test]
fn a_full_disk_leaves_everything_as_it_was_and_the_next_try_may_succeed() {
    let bench = bench();
    let mut journal = bench.open();
    journal.append(&[stamped(1, departed(1))]).unwrap();
    let before = (journal.length(), journal.head());
    journal.limit_pages(1);
    let long = Event::ItemNoted { item: crate::session::ItemId(1), text: "x".repeat(50_000), step: None };
    let batch = [stamped(2, departed(2)), stamped(2, long)];
    assert!(matches!(journal.append(&batch), Err(JournalError::Full { .. })));
    assert_eq!((journal.length(), journal.head()), before);
    assert_eq!(read(&bench.path).unwrap().length, 2);
    journal.limit_pages(1_000_000);
    journal.append(&batch).unwrap();
    let record = read(&bench.path).unwrap();
    assert_eq!((record.length, record.head), (4, journal.head()));
}

#[test]
fn a_closed_journal_tells_nothing_of_the_order_in_which_feedback_came() {
    let forms = [form('a', 1), form('b', 2), form('c', 3), form('d', 4)];
    let file = |order: [usize; 4]| {
        let bench = bench();
        let mut journal = bench.open();
        for (minute, index) in order.into_iter().enumerate() {
            let minute = i64::try_from(minute).unwrap();
            journal.append(&[stamped(minute, Event::FeedbackGiven(forms[index].clone()))]).unwrap();
        }
        journal.append(&[stamped(9, departed(1))]).unwrap();
        journal.append(&[stamped(10, closed(&forms))]).unwrap();
        journal.seal().unwrap();
        drop(journal);
        assert!(!bench.path.with_extension("sqlite-wal").exists());
        std::fs::read(&bench.path).unwrap()
    };
    assert_eq!(file([0, 1, 2, 3]), file([3, 1, 0, 2]));
}

#[test]
fn a_journal_closed_but_not_sealed_is_sealed_by_the_next_opening() {
    let bench = bench();
    let mut journal = bench.open();
    journal.append(&[stamped(10, closed(&[]))]).unwrap();
    drop(journal);
    let (journal, record) = Journal::open(&bench.path).unwrap();
    assert!(record.is_closed() && journal.is_closed() && journal.is_sealed().unwrap());
    drop(journal);
    assert!(!bench.path.with_extension("sqlite-wal").exists());
    assert!(Journal::open(&bench.path).is_ok());
}

#[test]
fn files_of_others_and_of_newer_versions_are_told_apart() {
    let bench = bench();
    bench.tamper("PRAGMA user_version = 99");
    assert!(matches!(Journal::open(&bench.path), Err(JournalError::TooNew { version: 99, .. })));
    bench.tamper("PRAGMA application_id = 1");
    assert!(matches!(Journal::open(&bench.path), Err(JournalError::NotAJournal { .. })));
    let other = bench.path.with_file_name("other.sqlite");
    files::write_atomically(&other, &[b'x'; 5000]).unwrap();
    assert!(matches!(read(&other), Err(JournalError::NotAJournal { .. })));
    assert!(matches!(read(&bench.path.with_file_name("none")), Err(JournalError::Missing { .. })));
}

#[test]
fn a_session_that_version_1_left_running_goes_on_with_phones() {
    let bench = bench();
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/journals/version-1.sqlite");
    std::fs::copy(fixture, &bench.path).unwrap();
    // As it was before its last event, which closed it.
    bench.tamper("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)");
    let version = |bench: &Bench| -> u32 {
        Connection::open(&bench.path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    };
    assert_eq!(version(&bench), 1);
    let (mut journal, before) = Journal::open(&bench.path).unwrap();
    let at = before.events.last().unwrap().at;
    let phone = Some(crate::session::PhoneKey::of(&[1; 16]));
    let events = [
        Event::SignedIn {
            participant: ParticipantId(100),
            details: testing::details("Aino"),
            signature: testing::drawn(),
            channel: crate::session::Channel::Phone,
            phone,
        },
        Event::HandoutReleased,
        Event::HandoutAsked { participant: ParticipantId(100), address: Some("aino@kaivuu.example".to_owned()) },
    ];
    let entries = events.map(|event| Stamped { at, clock: None, event });
    journal.append(&entries).unwrap();
    drop(journal);
    assert_eq!(version(&bench), 4);
    let record = read(&bench.path).unwrap();
    let (old, new) = record.events.split_at(before.events.len());
    assert_eq!((old, new), (&before.events[..], &entries[..2]));
    assert_eq!(record.addresses.len(), 1);
}

#[test]
fn an_address_that_is_taken_back_is_nowhere_in_the_closed_journal_and_no_copy_has_those_that_stand() {
    let bench = bench();
    let mut journal = bench.open();
    let asks = |participant, address: Option<&str>| {
        let participant = ParticipantId(participant);
        stamped(1, Event::HandoutAsked { participant, address: address.map(str::to_owned) })
    };
    journal.append(&[asks(1, Some("aino@kaivuu.example")), asks(2, Some("eino@kaivuu.example"))]).unwrap();
    journal.append(&[asks(1, Some("aino@koti.example")), asks(2, None)]).unwrap();
    assert_eq!(journal.length(), 1, "addresses stand in no chain");
    let kept = |record: &Record| -> Vec<(u32, String)> {
        record.addresses.iter().map(|one| (one.participant.0, one.address.clone())).collect()
    };
    assert_eq!(kept(&read(&bench.path).unwrap()), [(1, "aino@koti.example".to_owned())]);
    journal.append(&[stamped(2, closed(&[]))]).unwrap();
    journal.seal().unwrap();
    drop(journal);
    let has = |word: &str| {
        let bytes = std::fs::read(&bench.path).unwrap();
        bytes.windows(word.len()).any(|window| window == word.as_bytes())
    };
    assert!(has("aino@koti") && !has("aino@kaivuu") && !has("eino@"));
    forget_addresses(&bench.path).unwrap();
    assert!(!has("aino@koti"));
    let record = read(&bench.path).unwrap();
    assert_eq!((kept(&record), record.length), (vec![], 2));
}

#[test]
fn a_glance_tells_what_the_session_is_and_whether_it_is_closed() {
    let bench = bench();
    let signed_in = Event::SignedIn {
        participant: ParticipantId(1),
        details: testing::details("Aino"),
        signature: testing::drawn(),
        channel: crate::session::Channel::Desk,
        phone: None,
    };
    let mut journal = bench.open();
    journal.append(&[stamped(1, signed_in), stamped(2, Event::Paused)]).unwrap();
    let glance = peek(&bench.path).unwrap();
    assert_eq!((glance.opened_at, glance.last_at, glance.closed_at), (minute(0), minute(2), None));
    assert_eq!((glance.setup, glance.signed_in), (testing::setup(), 1));
    journal.append(&[stamped(3, closed(&[]))]).unwrap();
    assert_eq!(peek(&bench.path).unwrap().closed_at, Some(minute(3)));
}

#[cfg(unix)]
#[test]
fn the_journal_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = bench();
    let mut journal = bench.open();
    journal.append(&[stamped(1, departed(1))]).unwrap();
    for name in ["journal.sqlite", "journal.sqlite-wal"] {
        let mode = std::fs::metadata(bench.path.with_file_name(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}");
    }
}
