//! The one owner of a running session: a named thread with a bounded inbox.
//!
//! Clients (the window, and every phone through the room) are equal: they ask through a [`Client`] and read
//! [`Snapshot`]s. What waits in the inbox is decided, stored with one commit, applied, published, and
//! only then acknowledged: a command is acknowledged only once its events are durable.

mod client;
mod error;
mod list;
mod owner;
mod phone_words;
mod remove;
mod reply;
mod start;
#[cfg(test)]
mod tests;
mod words;

pub use client::{Client, Watch};
pub use error::{AskError, Busy, StartError};
pub use list::{SessionGist, SessionSummary, list_sessions};
pub use phone_words::{phone_ask_message, phone_message};
pub use remove::{RemoveError, export_session, remove_session};
pub use start::{NewSession, Origin, first_state, kept_profile, read_session};
pub use words::*;

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread::JoinHandle;

use crate::engine::client::Door;
use crate::engine::client::Mail;
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
    pub folder: Arc<Path>,
}

/// Called after every commit, and when refusals lie ready to be taken, from the engine's thread: it must be quick.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Owns the session's thread; dropping it ends the thread after what it has accepted.
#[derive(Debug)]
pub struct Engine {
    door: Arc<Door>,
    inbox: SyncSender<Mail>,
    thread: Option<JoinHandle<()>>,
    /// Who was told of at the start is woken as long as the session runs.
    _watch: Watch,
}

impl Engine {
    /// A door to the session.
    pub fn client(&self) -> Client {
        Client::new(Arc::clone(&self.door), self.inbox.clone())
    }

    /// Wakes one more listener; see [`Client::watch`].
    pub fn watch(&self, waker: Waker) -> Watch {
        self.door.watch(waker)
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // An error means that the thread has ended already.
        drop(self.inbox.send(Mail::Stop));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// A new random key for a feedback form, or a session: 128 bits, lower-case hexadecimal.
///
/// # Errors
/// When the operating system gives no randomness.
pub fn random_key() -> Result<String, StartError> {
    random_bytes::<16>().map(|bytes| crate::session::hex(&bytes))
}

fn random_bytes<const COUNT: usize>() -> Result<[u8; COUNT], StartError> {
    use ring::rand::SecureRandom as _;
    let mut bytes = [0; COUNT];
    ring::rand::SystemRandom::new().fill(&mut bytes).map_err(|_unspecified| StartError::NoRandomness)?;
    Ok(bytes)
}

/// The names within a session's folder.
pub mod layout {
    use std::path::{Path, PathBuf};

    /// The journal.
    pub fn journal(folder: &Path) -> PathBuf {
        folder.join("journal.sqlite")
    }

    /// The pack as it was when the session was opened.
    pub fn pack(folder: &Path) -> PathBuf {
        folder.join("pack")
    }

    /// The profile's folder: `profile.json` and the logo.
    pub fn profile(folder: &Path) -> PathBuf {
        folder.join("profile")
    }

    /// The profile as it was when the session was opened.
    pub fn profile_file(folder: &Path) -> PathBuf {
        profile(folder).join("profile.json")
    }

    /// Drafts of messages to participants, and what was sent; never exported with the session.
    pub fn mail(folder: &Path) -> PathBuf {
        folder.join("mail")
    }

    /// What the learner of a self-study writes for themselves; never exported with the session.
    pub fn notes(folder: &Path) -> PathBuf {
        folder.join("notes.json")
    }

    /// What an earlier register said of each theme of a self-study.
    pub fn reasons(folder: &Path) -> PathBuf {
        folder.join("reasons.json")
    }

    /// Where the results are written.
    pub fn out(folder: &Path) -> PathBuf {
        folder.join("out")
    }

    /// What opens the room to phones, while the session runs; never exported.
    pub fn room(folder: &Path) -> PathBuf {
        folder.join("room.json")
    }

    /// The signed register, once it is written.
    pub fn register(folder: &Path) -> PathBuf {
        out(folder).join("register.pdf")
    }
}
