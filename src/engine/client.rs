//! A door to the running session.

use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use crate::engine::AskError;
use crate::engine::Busy;
use crate::engine::Snapshot;
use crate::session::Command;

/// What the owner publishes.
#[derive(Debug)]
pub(super) struct Door(RwLock<Arc<Snapshot>>);

impl Door {
    pub(super) fn new(snapshot: Snapshot) -> Self {
        Self(RwLock::new(Arc::new(snapshot)))
    }

    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn publish(&self, snapshot: Snapshot) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
    }
}

/// What lies in the owner's inbox.
#[derive(Debug)]
pub(super) enum Mail {
    /// A command, and where its outcome goes.
    Ask(Command, Reply),
    /// End.
    Stop,
}

/// Where an outcome goes.
#[derive(Debug)]
pub(super) enum Reply {
    /// To a client that waits.
    Waiting(SyncSender<Result<Arc<Snapshot>, AskError>>),
    /// To a client that looks later.
    Later(Arc<Mutex<Vec<AskError>>>),
}

impl Reply {
    pub(super) fn give(self, outcome: Result<Arc<Snapshot>, AskError>) {
        match self {
            // A client that no longer waits needs no answer.
            Self::Waiting(sender) => drop(sender.send(outcome)),
            Self::Later(outcomes) => {
                if let Err(error) = outcome {
                    outcomes.lock().unwrap_or_else(PoisonError::into_inner).push(error);
                }
            }
        }
    }

    /// Whether the outcome can be seen only by looking for it, so that the client must be woken first.
    pub(super) fn is_later(&self) -> bool {
        matches!(self, Self::Later(_))
    }
}

/// A door to the session; cheap to clone. Clones share their outcomes.
#[derive(Clone, Debug)]
pub struct Client {
    door: Arc<Door>,
    inbox: SyncSender<Mail>,
    outcomes: Arc<Mutex<Vec<AskError>>>,
}

impl Client {
    pub(super) fn new(door: Arc<Door>, inbox: SyncSender<Mail>) -> Self {
        Self { door, inbox, outcomes: Arc::default() }
    }

    /// The newest snapshot.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.door.snapshot()
    }

    /// Asks without waiting; refusals and faults are taken with [`Client::take_outcomes`].
    ///
    /// # Errors
    /// When the inbox is full; nothing was accepted then.
    pub fn send(&self, command: Command) -> Result<(), Busy> {
        let reply = Reply::Later(Arc::clone(&self.outcomes));
        match self.inbox.try_send(Mail::Ask(command, reply)) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(_)) => Err(Busy),
            Err(TrySendError::Disconnected(_)) => {
                self.outcomes.lock().unwrap_or_else(PoisonError::into_inner).push(AskError::Ended);
                Ok(())
            }
        }
    }

    /// What became of the commands this client sent since the last call, refusals and faults only.
    pub fn take_outcomes(&self) -> Vec<AskError> {
        std::mem::take(&mut *self.outcomes.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Asks and waits until the outcome is durable.
    ///
    /// # Errors
    /// When the command was refused or could not be stored.
    pub fn ask(&self, command: Command) -> Result<Arc<Snapshot>, AskError> {
        let (sender, receiver) = sync_channel(1);
        // Either end gone means that the owner has ended.
        self.inbox.send(Mail::Ask(command, Reply::Waiting(sender))).map_err(|_gone| AskError::Ended)?;
        receiver.recv().map_err(|_gone| AskError::Ended)?
    }
}
