//! The phones in the room: an HTTP and WebSocket server on the local network.
//!
//! One thread, "room", with a runtime of its own. Phones are clients of the engine like the window: what
//! they ask goes through `decide`, and is acknowledged only once it is durable. What a phone is shown
//! holds nothing of any other participant.

mod ask;
mod feedback;
mod handout;
mod http;
mod hub;
mod interfaces;
mod keys;
mod limits;
mod matrix;
mod page;
mod phone;
mod protocol;
mod reach;
mod refusal;
mod server;
mod site;
mod socket;
mod status;
mod view;

pub use interfaces::{Interface, Interfaces, interfaces};
pub use matrix::{Matrix, wifi_text};
pub use refusal::open_message;
pub use status::{Handout, Link, Network, Reach, Status};

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::engine::Client;
use crate::engine::Waker;
use crate::files::FileError;
use crate::room::hub::Hub;
use crate::session::ParticipantId;

/// How a room is opened.
#[derive(Clone)]
pub struct Plan {
    /// Where phones come in.
    pub interface: Interface,
    /// The port to answer on; `None` for the one of the last time, else any that is free.
    pub port: Option<u16>,
    /// Where the addresses of this computer are looked up while the room is open.
    pub interfaces: Interfaces,
    /// How often they are looked up.
    pub look_every: Duration,
    /// How often the room tests whether it can be reached.
    pub test_every: Duration,
}

impl Plan {
    /// A room on this interface.
    pub fn new(interface: Interface) -> Self {
        Self {
            interface,
            port: None,
            interfaces: Arc::new(interfaces),
            look_every: Duration::from_secs(3),
            test_every: Duration::from_mins(1),
        }
    }

    /// A room that only this computer can reach: for rehearsals and tests.
    pub fn loopback() -> Self {
        let interface = Interface::loopback();
        let there = vec![interface.clone()];
        Self { interfaces: Arc::new(move || there.clone()), ..Self::new(interface) }
    }
}

impl std::fmt::Debug for Plan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Plan").field("interface", &self.interface).field("port", &self.port).finish_non_exhaustive()
    }
}

/// Why a room could not be opened.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum OpenError {
    /// The session is closed.
    #[error("the session is closed")]
    Closed,
    /// The address is not (or no longer) one of this computer's, or the port is taken.
    #[error("cannot answer at {address}: {source}")]
    NoAddress { address: SocketAddr, source: std::io::Error },
    /// The keys could not be kept in the session's folder.
    #[error(transparent)]
    File(#[from] FileError),
    /// The operating system gives no randomness.
    #[error("the operating system gives no randomness")]
    NoRandomness,
    /// The operating system starts no thread, or gives no means to wait for the network.
    #[error("the room's thread could not be started: {0}")]
    NoThread(std::io::Error),
}

/// An open room; dropping it closes it. Phones find it again when it is opened anew.
pub struct Room {
    hub: Arc<Hub>,
    thread: Option<JoinHandle<()>>,
}

impl Room {
    /// Opens the room of a session; `waker` is called when the status has changed.
    ///
    /// # Errors
    /// When nothing can be answered at the interface's address, or the keys cannot be kept.
    pub fn open(client: Client, plan: Plan, waker: Waker) -> Result<Self, OpenError> {
        let (hub, thread) = server::open(client, plan, waker)?;
        Ok(Self { hub, thread: Some(thread) })
    }

    /// How the room stands; cheap.
    pub fn status(&self) -> Arc<Status> {
        self.hub.status()
    }

    /// Calls the attention of these participants' phones to the question of the room's step.
    pub fn nudge(&self, participants: &[ParticipantId]) {
        self.hub.nudge(participants);
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        self.hub.stop();
        if let Some(thread) = self.thread.take() {
            // It has nothing to tell that is not in the log.
            drop(thread.join());
        }
    }
}

impl std::fmt::Debug for Room {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Room").field("url", &self.status().url).finish_non_exhaustive()
    }
}
