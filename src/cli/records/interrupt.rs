//! Being asked to end: Ctrl+C, or the signal by which a system stops what it runs.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use async_signal::Signal;
use async_signal::Signals;
use futures_util::StreamExt as _;

/// By what a program is asked to end.
#[cfg(unix)]
const ASKED: [Signal; 2] = [Signal::Int, Signal::Term];
#[cfg(not(unix))]
const ASKED: [Signal; 1] = [Signal::Int];

/// Hears when the program is asked to end, which then does not end by itself.
#[derive(Debug)]
pub(super) struct Interrupt {
    is_asked: Arc<AtomicBool>,
    heard: Receiver<()>,
}

impl Interrupt {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system gives no ear or no thread; the program then ends as it is asked.
    pub(super) fn listen() -> io::Result<Self> {
        let mut signals = Signals::new(ASKED)?;
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let is_asked = Arc::new(AtomicBool::new(false));
        let (tell, heard) = sync_channel(1);
        let asked = Arc::clone(&is_asked);
        std::thread::Builder::new().name("interrupt".to_owned()).spawn(move || {
            // However it was that the listening ended: whoever waits goes on.
            drop(runtime.block_on(signals.next()));
            asked.store(true, Ordering::Relaxed);
            // Nobody waits once the command has ended by itself.
            tell.send(()).unwrap_or_default();
        })?;
        Ok(Self { is_asked, heard })
    }

    /// Set once the program was asked to end.
    pub(super) fn flag(&self) -> &AtomicBool {
        &self.is_asked
    }

    /// Waits so long, or until the program is asked to end; whether it was.
    pub(super) fn is_asked_within(&self, pause: Duration) -> bool {
        // The ear is gone once it has told.
        self.is_asked.load(Ordering::Relaxed) || self.heard.recv_timeout(pause).is_ok()
    }
}
