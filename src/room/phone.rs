//! A connected phone as the rest of the room knows it: what waits to be told to it, and what it was shown.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::atomic::AtomicI64;
use std::sync::atomic::Ordering;

use jiff::Timestamp;
use tokio::sync::Notify;

use crate::room::refusal::Hindrance;
use crate::room::view;
use crate::session::Answer;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::session::PhoneKey;
use crate::session::State;
use crate::text::Id;

/// A connection that has said hello.
pub(super) struct Phone {
    pub(super) key: PhoneKey,
    /// Woken when something waits for it.
    pub(super) bell: Notify,
    waiting: Mutex<Waiting>,
    heard_at_ms: AtomicI64,
}

/// What became of something that the phone asked for.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) id: u64,
    pub(super) result: Result<(), Hindrance>,
}

/// What waits to be told.
#[derive(Default)]
pub(super) struct Waiting {
    pub(super) outcomes: Vec<Outcome>,
    /// What it is shown may have changed.
    pub(super) is_stale: bool,
    pub(super) nudge: Option<Id>,
    /// The room closes, or answers elsewhere.
    pub(super) is_over: bool,
    /// It has come in anew: what is still on its way here may be older than what is said there.
    pub(super) is_doubted: bool,
    /// Commands whose outcome has not come yet.
    asked: usize,
    shown: Shown,
}

/// From what its view was made.
#[derive(Default)]
struct Shown {
    row: Option<Arc<Participant>>,
    mine: Option<Answer>,
}

impl Phone {
    pub(super) fn new(key: PhoneKey, now: Timestamp) -> Arc<Self> {
        let waiting = Waiting { is_stale: true, ..Waiting::default() };
        let heard_at_ms = AtomicI64::new(now.as_millisecond());
        let phone = Self { key, bell: Notify::new(), waiting: Mutex::new(waiting), heard_at_ms };
        phone.bell.notify_one();
        Arc::new(phone)
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what waits to be told.
    pub(super) fn take(&self) -> Waiting {
        let mut waiting = self.waiting();
        Waiting {
            outcomes: std::mem::take(&mut waiting.outcomes),
            is_stale: std::mem::take(&mut waiting.is_stale),
            nudge: waiting.nudge.take(),
            is_over: waiting.is_over,
            is_doubted: std::mem::take(&mut waiting.is_doubted),
            ..Waiting::default()
        }
    }

    /// How many commands wait for their outcome.
    pub(super) fn asked(&self) -> usize {
        self.waiting().asked
    }

    /// A command is on its way.
    pub(super) fn asks(&self) {
        self.waiting().asked += 1;
    }

    /// The outcome of a command on its way has come.
    pub(super) fn hears(&self, outcome: Outcome) {
        let mut waiting = self.waiting();
        waiting.asked = waiting.asked.saturating_sub(1);
        waiting.is_stale |= outcome.result.is_ok();
        waiting.outcomes.push(outcome);
        drop(waiting);
        self.bell.notify_one();
    }

    /// Tells an outcome that was known at once.
    pub(super) fn is_told(&self, outcome: Outcome) {
        self.waiting().outcomes.push(outcome);
        self.bell.notify_one();
    }

    /// Calls its attention to the question of `step`.
    pub(super) fn is_nudged(&self, step: &Id) {
        self.waiting().nudge = Some(step.clone());
        self.bell.notify_one();
    }

    /// Has it show that it is still there before it is heard again.
    pub(super) fn is_doubted(&self) {
        self.waiting().is_doubted = true;
        self.bell.notify_one();
    }

    /// Ends the connection.
    pub(super) fn is_dismissed(&self) {
        self.waiting().is_over = true;
        self.bell.notify_one();
    }

    /// What everybody is shown has changed.
    pub(super) fn goes_stale(&self) {
        self.waiting().is_stale = true;
        self.bell.notify_one();
    }

    /// Looks whether what this phone alone is shown has changed, and has it shown anew if so.
    ///
    /// Returns whether its row is another one than before.
    pub(super) fn looks(&self, state: &State) -> bool {
        let row = row_of(state, &self.key);
        let mut waiting = self.waiting();
        let is_same_row = match (&waiting.shown.row, row) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        if is_same_row && waiting.shown.mine.as_ref() == view::mine(state, row.map(Arc::as_ref)) {
            return false;
        }
        waiting.is_stale = true;
        // An outcome on its way rings by itself, and is told in the same breath.
        if waiting.asked == 0 {
            self.bell.notify_one();
        }
        waiting.shown.row.as_ref().map(|row| row.id) != row.map(|row| row.id)
    }

    /// Keeps from what the view was made that it is shown now.
    ///
    /// Returns whether its row is another one than before.
    pub(super) fn is_shown(&self, row: Option<&Arc<Participant>>, mine: Option<&Answer>) -> bool {
        let mut waiting = self.waiting();
        let before = waiting.shown.row.as_ref().map(|row| row.id);
        waiting.shown = Shown { row: row.cloned(), mine: mine.cloned() };
        before != row.map(|row| row.id)
    }

    /// For whom it stands.
    pub(super) fn participant(&self) -> Option<ParticipantId> {
        self.waiting().shown.row.as_ref().map(|row| row.id)
    }

    /// It was heard of.
    pub(super) fn speaks(&self, now: Timestamp) {
        self.heard_at_ms.store(now.as_millisecond(), Ordering::Relaxed);
    }

    /// When it was last heard of.
    pub(super) fn heard_at(&self) -> Timestamp {
        Timestamp::from_millisecond(self.heard_at_ms.load(Ordering::Relaxed)).unwrap_or_default()
    }
}

/// The row for which the phone with this key stands.
pub(super) fn row_of<'a>(state: &'a State, key: &PhoneKey) -> Option<&'a Arc<Participant>> {
    state.participants.get(&state.by_phone(key)?.id)
}
