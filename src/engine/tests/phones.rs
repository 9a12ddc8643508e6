//! What the engine promises to a room full of phones.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use super::bench;
use crate::engine::AskError;
use crate::engine::Busy;
use crate::engine::Client;
use crate::engine::Snapshot;
use crate::engine::Waker;
use crate::engine::layout;
use crate::engine::owner;
use crate::engine::reply::Reply;
use crate::session::Answer;
use crate::session::Channel;
use crate::session::Command;
use crate::session::PhoneKey;
use crate::session::Refusal;
use crate::session::testing;
use crate::session::testing::sign_in;

fn phone(number: usize) -> PhoneKey {
    let mut secret = [0; 16];
    secret[..8].copy_from_slice(&number.to_le_bytes());
    PhoneKey::of(&secret)
}

/// A phone signs in; its outcome is not looked at.
fn joins(number: usize) -> (Command, Reply) {
    let details = testing::details(&format!("Osallistuja {number}"));
    let (signature, phone) = (testing::drawn(), Some(phone(number)));
    let command = Command::SignIn { details, signature, channel: Channel::Phone, phone };
    (command, Reply::Later(Arc::default()))
}

#[test]
fn a_thousand_answers_are_one_commit_and_each_is_told() {
    const PHONES: usize = 1000;
    const { assert!(PHONES <= owner::LARGEST_BATCH) };
    let bench = bench();
    let mut owner = bench.owner();
    owner.handle((0..PHONES).map(joins).collect());
    let step = crate::text::Id::from("kuittaus");
    owner.handle(vec![(Command::OpenQuestion { step: step.clone() }, Reply::Later(Arc::default()))]);
    let before = owner.door.snapshot();
    assert_eq!((before.version, before.journal_length), (2, PHONES as u64 + 2));
    let told = Arc::new(AtomicUsize::new(0));
    let batch = before.state.standing().map(|row| {
        let told = Arc::clone(&told);
        let answer = Answer::Options(["a".into()].into());
        let (participant, channel) = (row.id, Channel::Phone);
        let command = Command::Answer { step: step.clone(), round: Some(1), participant, answer, channel };
        let reply = Reply::call(move |outcome| {
            assert_eq!(outcome.unwrap().version, 3);
            told.fetch_add(1, Ordering::SeqCst);
        });
        (command, reply)
    });
    owner.handle(batch.collect());
    assert_eq!(told.load(Ordering::SeqCst), PHONES);
    let after = owner.door.snapshot();
    assert_eq!((after.version, after.journal_length), (3, 2 * PHONES as u64 + 2));
    assert_eq!(after.state.current_tally(&step).unwrap().answered, u32::try_from(PHONES).unwrap());
    assert_eq!(bench.record().length, after.journal_length);
    for (id, row) in &after.state.participants {
        assert!(Arc::ptr_eq(row, &before.state.participants[id]), "an answer copies no row");
    }
}

#[test]
fn who_is_to_be_called_is_called_once_it_is_durable() {
    let bench = bench();
    let engine = bench.engine();
    let (sender, receiver) = sync_channel(2);
    let journal = layout::journal(bench.folder.path());
    let then = sender.clone();
    let told = move |outcome: Result<Arc<Snapshot>, AskError>| {
        let stored = crate::journal::read(&journal).unwrap().length;
        then.send((outcome.map(|snapshot| snapshot.journal_length), stored)).unwrap();
    };
    engine.client().send_with(sign_in("Aino"), told).unwrap();
    let (outcome, stored) = receiver.recv().unwrap();
    assert_eq!((outcome.unwrap(), stored), (2, 2));
    let refused = move |outcome: Result<Arc<Snapshot>, AskError>| {
        sender.send((outcome.map(|snapshot| snapshot.journal_length), 0)).unwrap();
    };
    engine.client().send_with(sign_in("Aino"), refused).unwrap();
    assert!(matches!(receiver.recv().unwrap().0, Err(AskError::Refused(Refusal::AlreadySignedIn(_)))));
}

#[test]
fn who_is_to_be_called_hears_when_the_session_ended_first() {
    let bench = bench();
    let engine = bench.engine();
    let client = engine.client();
    drop(engine);
    let (sender, receiver) = sync_channel(1);
    client.send_with(sign_in("Aino"), move |outcome| sender.send(outcome.map(|_| ())).unwrap()).unwrap();
    assert!(matches!(receiver.recv().unwrap(), Err(AskError::Ended)));
}

#[test]
fn a_full_inbox_takes_nothing_and_calls_nobody_and_what_it_held_is_told_when_the_session_ends() {
    let bench = bench();
    let owner = bench.owner();
    let (inbox, mail) = sync_channel(1);
    let client = Client::new(Arc::clone(&owner.door), inbox);
    let (sender, receiver) = sync_channel(2);
    let ask = |name: &'static str| {
        let sender = sender.clone();
        client.send_with(sign_in(name), move |outcome| sender.send((name, outcome.is_ok())).unwrap())
    };
    assert_eq!(ask("Aino"), Ok(()));
    assert_eq!(ask("Eino"), Err(Busy));
    drop(mail);
    assert_eq!(receiver.try_iter().collect::<Vec<_>>(), [("Aino", false)]);
}

#[test]
fn everybody_who_watches_is_woken_until_they_look_away() {
    let bench = bench();
    let engine = bench.engine();
    let client = engine.client();
    let counted = |count: &Arc<AtomicUsize>| -> Waker {
        let count = Arc::clone(count);
        Arc::new(move || {
            count.fetch_add(1, Ordering::SeqCst);
        })
    };
    let (room, other) = (Arc::default(), Arc::default());
    let in_room = client.watch(counted(&room));
    let _other = engine.watch(counted(&other));
    client.ask(sign_in("Aino")).unwrap();
    drop(in_room);
    client.ask(sign_in("Eino")).unwrap();
    let woken = |count: &Arc<AtomicUsize>| count.load(Ordering::SeqCst);
    assert_eq!((woken(&bench.woken), woken(&room), woken(&other)), (2, 1, 2));
}

#[test]
fn what_a_phone_sends_in_vain_or_again_wakes_nobody_and_makes_no_snapshot() {
    let bench = bench();
    let mut owner = bench.owner();
    let _watch = owner.door.watch(bench.waker());
    owner.handle(vec![joins(1)]);
    let before = owner.door.snapshot();
    let step = || "kuittaus".into();
    let stale = (0..500).map(|number| {
        let answer = Answer::Truth(true);
        let participant = crate::session::ParticipantId(number);
        let command = Command::Answer { step: step(), round: Some(1), participant, answer, channel: Channel::Phone };
        (command, Reply::call(|outcome| assert!(outcome.is_err())))
    });
    owner.handle(stale.chain([joins(1)]).collect());
    assert!(Arc::ptr_eq(&before, &owner.door.snapshot()));
    assert_eq!(bench.woken.load(Ordering::SeqCst), 1);
    assert_eq!(bench.record().length, 2);
}
