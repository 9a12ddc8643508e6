//! The one owner of a running session: a named thread with a bounded inbox.
//!
//! Clients (the window, later every phone) are equal: they ask through a [`Client`] and read
//! [`Snapshot`]s. A command is acknowledged only once its events are durable.

use std::sync::Arc;

use crate::session::Command;
use crate::session::Refusal;
use crate::session::State;

/// The running session as it stands after the last commit.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Where the session stands.
    pub state: State,
    /// Grows with every commit.
    pub version: u64,
    /// Events in the journal (feedback forms apart).
    pub journal_length: u64,
    /// The chain's head: SHA-256, lower-case hexadecimal.
    pub journal_head: String,
    /// The folder of the session: journal, pack, results.
    pub folder: Arc<std::path::Path>,
}

/// Owns the session's thread; dropping it ends the thread after what it has accepted.
#[derive(Debug)]
pub struct Engine {}

impl Engine {
    /// A door to the session.
    pub fn client(&self) -> Client {
        todo!()
    }
}

/// A door to the session; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {}

impl Client {
    /// The newest snapshot.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        todo!()
    }

    /// Asks without waiting; refusals and faults are taken with [`Client::take_outcomes`].
    ///
    /// # Errors
    /// When the inbox is full; nothing was accepted then.
    pub fn send(&self, command: Command) -> Result<(), Busy> {
        todo!("{command:?}")
    }

    /// What became of the commands this client sent since the last call, refusals and faults only.
    pub fn take_outcomes(&self) -> Vec<AskError> {
        todo!()
    }

    /// Asks and waits until the outcome is durable.
    ///
    /// # Errors
    /// When the command was refused or could not be stored.
    pub fn ask(&self, command: Command) -> Result<Arc<Snapshot>, AskError> {
        todo!("{command:?}")
    }
}

/// The engine's inbox is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the session is busy")]
pub struct Busy;

/// Why a command did not happen.
#[derive(Clone, Debug, thiserror::Error)]
pub enum AskError {
    /// It may not happen.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be stored: nothing was acknowledged, nothing has changed.
    #[error("the journal could not be written: {0}")]
    Journal(String),
    /// The engine has ended.
    #[error("the session has ended")]
    Ended,
}
