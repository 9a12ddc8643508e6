//! A door to the running session.

use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};

use crate::engine::AskError;
use crate::engine::Busy;
use crate::engine::Snapshot;
use crate::engine::Waker;
use crate::engine::reply::Reply;
use crate::session::Command;

/// What the owner publishes, and whom it wakes.
pub(super) struct Door {
    snapshot: RwLock<Arc<Snapshot>>,
    /// Those whose [`Watch`] is gone are forgotten.
    wakers: Mutex<Vec<Weak<Waker>>>,
}

impl Door {
    pub(super) fn new(snapshot: Snapshot) -> Self {
        Self { snapshot: RwLock::new(Arc::new(snapshot)), wakers: Mutex::default() }
    }

    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn publish(&self, snapshot: Snapshot) {
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
    }

    pub(super) fn watch(&self, waker: Waker) -> Watch {
        let waker = Arc::new(waker);
        self.wakers.lock().unwrap_or_else(PoisonError::into_inner).push(Arc::downgrade(&waker));
        Watch(waker)
    }

    pub(super) fn wake(&self) {
        let mut awake = Vec::new();
        self.wakers.lock().unwrap_or_else(PoisonError::into_inner).retain(|waker| match waker.upgrade() {
            Some(waker) => {
                awake.push(waker);
                true
            }
            None => false,
        });
        // The lock is free by now: whoever is woken may come and watch.
        for waker in awake {
            waker();
        }
    }
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Door").field("version", &self.snapshot().version).finish_non_exhaustive()
    }
}

/// As long as it is kept, its waker is called; see [`Client::watch`].
#[must_use = "the waker is called only as long as this is kept"]
pub struct Watch(#[expect(dead_code, reason = "it is kept for those who hold it weakly")] Arc<Waker>);

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
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
        self.put(command, reply)
    }

    /// Asks without waiting; `then` is called with the outcome from the session's thread, once it is durable. It must
    /// be quick: everybody else's commands wait for it. When the session has ended, it is called at once.
    ///
    /// # Errors
    /// When the inbox is full; nothing was accepted then, and `then` is not called.
    pub fn send_with(
        &self,
        command: Command,
        then: impl FnOnce(Result<Arc<Snapshot>, AskError>) + Send + 'static,
    ) -> Result<(), Busy> {
        self.put(command, Reply::call(then))
    }

    fn put(&self, command: Command, reply: Reply) -> Result<(), Busy> {
        match self.inbox.try_send(Mail::Ask(command, reply)) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(mail)) => {
                if let Mail::Ask(_, reply) = mail {
                    reply.withdraw();
                }
                Err(Busy)
            }
            Err(TrySendError::Disconnected(mail)) => {
                if let Mail::Ask(_, reply) = mail {
                    reply.give(Err(AskError::Ended));
                }
                Ok(())
            }
        }
    }

    /// Calls `waker` after every commit, and when refusals lie ready for [`Client::take_outcomes`], from the session's
    /// thread, as long as what is returned is kept. It must be quick.
    pub fn watch(&self, waker: Waker) -> Watch {
        self.door.watch(waker)
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
