//! The time source.

use std::sync::Arc;

use jiff::Timestamp;

/// Tells the time; passed to whoever needs it, so that tests and rehearsals can set it.
pub trait Clock: Send + Sync {
    /// The time now, in UTC with sub-second precision.
    fn now(&self) -> Timestamp;
}

/// The operating system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that everybody else asks")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands where it is put.
#[derive(Debug)]
pub struct SetClock(std::sync::Mutex<Timestamp>);

impl SetClock {
    /// A clock that stands at `at`.
    pub fn new(at: Timestamp) -> Arc<Self> {
        Arc::new(Self(std::sync::Mutex::new(at)))
    }

    /// Puts the clock to `at`.
    pub fn set(&self, at: Timestamp) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
