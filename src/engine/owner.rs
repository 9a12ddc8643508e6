//! The thread that owns the session: decide, append, apply, publish, acknowledge.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};

use jiff::Timestamp;

use crate::clock::Clock;
use crate::engine::AskError;
use crate::engine::Engine;
use crate::engine::Snapshot;
use crate::engine::StartError;
use crate::engine::Waker;
use crate::engine::client::Door;
use crate::engine::client::Mail;
use crate::engine::layout;
use crate::engine::reply::Reply;
use crate::journal::Journal;
use crate::journal::Stamped;
use crate::session::Command;
use crate::session::State;
use crate::session::decide;

/// How many commands wait at most.
const INBOX: usize = 4096;
/// How many commands share a commit at most: the answers of a large room are one.
pub(super) const LARGEST_BATCH: usize = 1024;

pub(super) struct Owner {
    pub(super) journal: Journal,
    pub(super) last_at: Timestamp,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) door: Arc<Door>,
}

/// Starts the thread that owns the session.
pub(super) fn start(
    folder: &Path,
    journal: Journal,
    state: State,
    last_at: Timestamp,
    clock: Arc<dyn Clock>,
    waker: Waker,
) -> Result<Engine, StartError> {
    let door = Arc::new(Door::new(Snapshot {
        state,
        version: 0,
        journal_length: journal.length(),
        journal_head: journal.head(),
        folder: Arc::from(folder),
    }));
    let watch = door.watch(waker);
    if journal.is_closed() {
        // The process ended between closing and here.
        forget_room(folder);
    }
    let (inbox, mail) = sync_channel(INBOX);
    let mut owner = Owner { journal, last_at, clock, door: Arc::clone(&door) };
    let thread = std::thread::Builder::new()
        .name("session".to_owned())
        .spawn(move || owner.run(&mail))
        .map_err(StartError::NoThread)?;
    Ok(Engine { door, inbox, thread: Some(thread), _watch: watch })
}

impl Owner {
    fn run(&mut self, inbox: &Receiver<Mail>) {
        while let Some(first) = self.next(inbox) {
            let mut batch = Vec::new();
            let mut is_over = false;
            for mail in std::iter::once(first).chain(inbox.try_iter().take(LARGEST_BATCH - 1)) {
                match mail {
                    Mail::Ask(command, reply) => batch.push((command, reply)),
                    Mail::Stop => {
                        is_over = true;
                        break;
                    }
                }
            }
            self.handle(batch);
            if is_over {
                break;
            }
        }
    }

    /// The next command; while none waits, the journal is put in order.
    fn next(&mut self, inbox: &Receiver<Mail>) -> Option<Mail> {
        if let Ok(mail) = inbox.try_recv() {
            return Some(mail);
        }
        if let Err(error) = self.journal.tidy() {
            // Nothing is lost by it: the log goes on growing, and it is tried again.
            tracing::warn!(%error, "the journal's log could not be moved into its file");
        }
        inbox.recv().ok()
    }

    /// Takes a batch through the one door, with one commit for all of it.
    pub(super) fn handle(&mut self, batch: Vec<(Command, Reply)>) {
        if batch.is_empty() {
            return;
        }
        let before = self.door.snapshot();
        // Made with the first event: what is refused, or was sent twice, costs nothing.
        let mut after: Option<Snapshot> = None;
        let (mut entries, mut last_at) = (Vec::new(), self.last_at);
        let mut outcomes: Vec<(Reply, Result<(), AskError>)> = Vec::new();
        // What follows an accepted command is decided on a state that is not durable yet.
        let mut first_accepted = None;
        for (command, reply) in batch {
            let now = self.now();
            let at = now.max(last_at);
            match decide(after.as_ref().map_or(&before.state, |after| &after.state), at, command) {
                Ok(events) => {
                    if !events.is_empty() {
                        first_accepted.get_or_insert(outcomes.len());
                        last_at = at;
                    }
                    for event in events {
                        after.get_or_insert_with(|| Snapshot::clone(&before)).state.apply(at, &event);
                        entries.push(Stamped { at, clock: (now < at).then_some(now), event });
                    }
                    outcomes.push((reply, Ok(())));
                }
                Err(refusal) => outcomes.push((reply, Err(AskError::Refused(refusal)))),
            }
        }
        let mut is_news = outcomes.iter().any(|(reply, outcome)| reply.is_later() && outcome.is_err());
        if let Some(after) = after {
            match self.journal.append(&entries) {
                Ok(()) => {
                    self.last_at = last_at;
                    self.publish(after);
                    is_news = true;
                }
                Err(error) => {
                    tracing::error!(%error, "the journal could not be written");
                    let error = Arc::new(error);
                    for (_, outcome) in outcomes.iter_mut().skip(first_accepted.unwrap_or(0)) {
                        *outcome = Err(AskError::Journal(Arc::clone(&error)));
                    }
                    is_news = true;
                }
            }
        }
        self.acknowledge(outcomes, is_news);
    }

    /// Journals count in milliseconds.
    fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    fn publish(&mut self, mut snapshot: Snapshot) {
        snapshot.version += 1;
        snapshot.journal_length = self.journal.length();
        snapshot.journal_head = self.journal.head();
        self.door.publish(snapshot);
        if self.journal.is_closed() {
            if let Err(error) = self.journal.seal() {
                // The session is closed all the same; the next opening seals it.
                tracing::warn!(%error, "the journal could not be sealed yet");
            }
            forget_room(&self.door.snapshot().folder);
        }
    }

    /// Tells everybody what became of their commands; wakes all if there is something to look at.
    fn acknowledge(&self, outcomes: Vec<(Reply, Result<(), AskError>)>, is_news: bool) {
        let snapshot = self.door.snapshot();
        let (waiting, told): (Vec<_>, Vec<_>) =
            outcomes.into_iter().partition(|(reply, _)| matches!(reply, Reply::Waiting(_)));
        // Whoever looks later must find the outcome when woken.
        for (reply, outcome) in told {
            reply.give(outcome.map(|()| Arc::clone(&snapshot)));
        }
        if is_news {
            self.door.wake();
        }
        for (reply, outcome) in waiting {
            reply.give(outcome.map(|()| Arc::clone(&snapshot)));
        }
    }
}

/// Takes away what opens the room: it dies with its session, also when no room is open.
fn forget_room(folder: &Path) {
    match std::fs::remove_file(layout::room(folder)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!(%error, "the keys of the closed session's room could not be removed");
        }
        Ok(()) | Err(_) => {}
    }
}
