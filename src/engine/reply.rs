//! Where the outcome of a command goes.

use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};

use crate::engine::AskError;
use crate::engine::Snapshot;

/// What became of a command.
pub(super) type Outcome = Result<Arc<Snapshot>, AskError>;

/// Where an outcome goes.
#[derive(Debug)]
pub(super) enum Reply {
    /// To a client that waits.
    Waiting(SyncSender<Outcome>),
    /// To a client that looks later.
    Later(Arc<Mutex<Vec<AskError>>>),
    /// To whom is called.
    Call(Call),
}

impl Reply {
    pub(super) fn call(then: impl FnOnce(Outcome) + Send + 'static) -> Self {
        Self::Call(Call(Some(Box::new(then))))
    }

    pub(super) fn give(self, outcome: Outcome) {
        match self {
            // A client that no longer waits needs no answer.
            Self::Waiting(sender) => drop(sender.send(outcome)),
            Self::Later(outcomes) => {
                if let Err(error) = outcome {
                    outcomes.lock().unwrap_or_else(PoisonError::into_inner).push(error);
                }
            }
            Self::Call(call) => call.with(outcome),
        }
    }

    /// The command was never accepted: nobody is told.
    pub(super) fn withdraw(self) {
        if let Self::Call(mut call) = self {
            call.0 = None;
        }
    }

    /// Whether the outcome is found only by looking for it, so that the client must be woken for it.
    pub(super) fn is_later(&self) -> bool {
        matches!(self, Self::Later(_))
    }
}

/// Called exactly once: with the outcome, or, when the session ends with the command still in its inbox, with that.
pub(super) struct Call(Option<Box<dyn FnOnce(Outcome) + Send>>);

impl Call {
    fn with(mut self, outcome: Outcome) {
        if let Some(then) = self.0.take() {
            then(outcome);
        }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        if let Some(then) = self.0.take() {
            then(Err(AskError::Ended));
        }
    }
}

impl std::fmt::Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Call")
    }
}
