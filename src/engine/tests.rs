//! What the engine promises.

mod phones;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use super::client::Door;
use super::owner::Owner;
use super::reply::Reply;
use super::start::replay_state;
use super::*;
use crate::clock::Clock;
use crate::clock::SetClock;
use crate::journal::Journal;
use crate::journal::Stamped;
use crate::session::Command;
use crate::session::Event;
use crate::session::Refusal;
use crate::session::testing;
use crate::session::testing::{minute, sign_in};

/// A session on disk with the test course in memory.
struct Bench {
    folder: tempfile::TempDir,
    clock: Arc<SetClock>,
    woken: Arc<AtomicUsize>,
}

fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let opened = Stamped { at: minute(0), clock: None, event: Event::Opened(testing::setup()) };
    Journal::create(&layout::journal(folder.path()), &testing::setup().session, &opened).unwrap();
    Bench { folder, clock: SetClock::new(minute(1)), woken: Arc::default() }
}

impl Bench {
    fn state_and_journal(&self) -> (Journal, State, jiff::Timestamp) {
        let (journal, record) = Journal::open(&layout::journal(self.folder.path())).unwrap();
        let (opened_at, setup) = record.opening().unwrap();
        let state = replay_state(testing::script(), opened_at, setup, &record);
        (journal, state, record.events.last().unwrap().at)
    }

    fn waker(&self) -> Waker {
        let woken = Arc::clone(&self.woken);
        Arc::new(move || {
            woken.fetch_add(1, Ordering::SeqCst);
        })
    }

    fn engine(&self) -> Engine {
        let (journal, state, last_at) = self.state_and_journal();
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        owner::start(self.folder.path(), journal, state, last_at, clock, self.waker()).unwrap()
    }

    /// The owner without its thread.
    fn owner(&self) -> Owner {
        let (journal, state, last_at) = self.state_and_journal();
        let door = Arc::new(Door::new(Snapshot {
            state,
            version: 0,
            journal_length: journal.length(),
            journal_head: journal.head(),
            folder: Arc::from(self.folder.path()),
        }));
        Owner { journal, last_at, clock: Arc::clone(&self.clock) as Arc<dyn Clock>, door }
    }

    fn record(&self) -> crate::journal::Record {
        crate::journal::read(&layout::journal(self.folder.path())).unwrap()
    }
}

#[test]
fn what_is_acknowledged_is_in_the_journal_and_in_the_snapshot() {
    let bench = bench();
    let engine = bench.engine();
    let snapshot = engine.client().ask(sign_in("Aino")).unwrap();
    assert_eq!(snapshot.state.standing().count(), 1);
    let record = bench.record();
    assert_eq!((record.length, &record.head), (snapshot.journal_length, &snapshot.journal_head));
    assert_eq!((record.length, snapshot.version), (2, 1));
    assert!(bench.woken.load(Ordering::SeqCst) >= 1);
}

#[test]
fn a_refusal_changes_nothing_and_says_why() {
    let bench = bench();
    let client = bench.engine().client();
    drop(client);
    let engine = bench.engine();
    let client = engine.client();
    let before = client.ask(sign_in("Aino")).unwrap();
    let refusal = client.ask(sign_in("Aino")).unwrap_err();
    assert!(matches!(refusal, AskError::Refused(Refusal::AlreadySignedIn(_))));
    assert_eq!(client.snapshot().version, before.version);
    assert_eq!(bench.record().length, 2);
}

#[test]
fn who_does_not_wait_finds_refusals_when_woken() {
    let bench = bench();
    let engine = bench.engine();
    let client = engine.client();
    let other = engine.client();
    client.send(Command::Resume).unwrap();
    client.send(sign_in("Aino")).unwrap();
    // The inbox keeps its order: what is asked last is answered last.
    let snapshot = other.ask(Command::Pause).unwrap();
    assert_eq!(snapshot.state.standing().count(), 1);
    assert!(matches!(client.take_outcomes()[..], [AskError::Refused(Refusal::PauseMismatch)]));
    assert!(client.take_outcomes().is_empty());
    assert!(other.take_outcomes().is_empty());
}

#[test]
fn a_resumed_session_stands_where_it_stood() {
    let bench = bench();
    let engine = bench.engine();
    let client = engine.client();
    for name in ["Aino", "Eino", "Ирина"] {
        client.ask(sign_in(name)).unwrap();
    }
    bench.clock.set(minute(5));
    let before = client.ask(testing::go("alku")).unwrap();
    drop(engine);
    assert!(matches!(client.ask(Command::Pause), Err(AskError::Ended)));
    let engine = bench.engine();
    let after = engine.client().snapshot();
    assert_eq!(after.state, before.state);
    assert_eq!(after.journal_head, before.journal_head);
}

#[test]
fn a_batch_is_one_commit_and_refusals_within_it_are_told_apart() {
    let bench = bench();
    let mut owner = bench.owner();
    let mut receivers = Vec::new();
    let mut batch = Vec::new();
    for command in [sign_in("Aino"), sign_in("Aino"), sign_in("Eino")] {
        let (sender, receiver) = sync_channel(1);
        batch.push((command, Reply::Waiting(sender)));
        receivers.push(receiver);
    }
    owner.handle(batch);
    let outcomes: Vec<_> = receivers.into_iter().map(|receiver| receiver.recv().unwrap()).collect();
    assert!(outcomes[0].is_ok() && outcomes[2].is_ok());
    assert!(matches!(outcomes[1], Err(AskError::Refused(Refusal::AlreadySignedIn(_)))));
    assert_eq!(owner.door.snapshot().version, 1);
    assert_eq!(bench.record().length, 3);
}

#[test]
fn a_full_disk_acknowledges_nothing_and_the_next_try_may_succeed() {
    let bench = bench();
    let mut owner = bench.owner();
    let ask = |owner: &mut Owner, commands: Vec<Command>| -> Vec<Result<Arc<Snapshot>, AskError>> {
        let (batch, receivers): (Vec<_>, Vec<_>) = commands
            .into_iter()
            .map(|command| {
                let (sender, receiver) = sync_channel(1);
                ((command, Reply::Waiting(sender)), receiver)
            })
            .unzip();
        owner.handle(batch);
        receivers.into_iter().map(|receiver| receiver.recv().unwrap()).collect()
    };
    let long = || Command::NoteItem { text: "sana ".repeat(399), step: None };
    owner.journal.limit_pages(1);
    let mut commands = vec![Command::Resume];
    commands.extend((0..30).map(|_| long()));
    commands.push(Command::Resume);
    let outcomes = ask(&mut owner, commands);
    assert!(matches!(outcomes[0], Err(AskError::Refused(Refusal::PauseMismatch))));
    assert!(outcomes[1..].iter().all(|outcome| matches!(outcome, Err(AskError::Journal(_)))));
    assert_eq!(owner.door.snapshot().version, 0);
    assert!(owner.door.snapshot().state.items.is_empty());
    owner.journal.limit_pages(1_000_000);
    assert!(ask(&mut owner, vec![long()])[0].is_ok());
    assert_eq!(bench.record().length, 2);
}

#[test]
fn time_never_runs_backwards_and_what_the_clock_said_is_noted() {
    let bench = bench();
    let engine = bench.engine();
    let client = engine.client();
    bench.clock.set(minute(10));
    client.ask(sign_in("Aino")).unwrap();
    bench.clock.set(minute(3));
    client.ask(sign_in("Eino")).unwrap();
    let record = bench.record();
    assert_eq!((record.events[1].at, record.events[1].clock), (minute(10), None));
    assert_eq!((record.events[2].at, record.events[2].clock), (minute(10), Some(minute(3))));
}

#[test]
fn closing_seals_the_journal_and_then_nothing_changes() {
    let bench = bench();
    let engine = bench.engine();
    let client = engine.client();
    client.ask(sign_in("Aino")).unwrap();
    let closed = client.ask(Command::Close).unwrap();
    assert_eq!(closed.state.closed_at, Some(minute(1)));
    assert!(matches!(client.ask(sign_in("Eino")), Err(AskError::Refused(Refusal::SessionClosed))));
    drop(engine);
    assert!(!bench.folder.path().join("journal.sqlite-wal").exists());
    assert_eq!(bench.engine().client().snapshot().state, closed.state);
}

#[test]
fn many_clients_at_once_are_all_served() {
    let bench = bench();
    let engine = bench.engine();
    std::thread::scope(|scope| {
        for desk in 0..8 {
            let client = engine.client();
            scope.spawn(move || {
                for person in 0..5 {
                    client.ask(sign_in(&format!("Osallistuja {desk}-{person}"))).unwrap();
                }
            });
        }
    });
    assert_eq!(engine.client().snapshot().state.standing().count(), 40);
    assert_eq!(bench.record().length, 41);
}
