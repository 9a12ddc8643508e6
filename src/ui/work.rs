//! Slow work off the UI thread: one named thread a job, with progress, a way to give up, and a wake-up when done.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::TryRecvError;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use crate::i18n::Message;

/// A piece of work that runs on its own thread; dropping it asks the work to stop and forgets its result.
#[derive(Debug)]
pub struct Job<T> {
    handle: Handle,
    results: Receiver<T>,
}

/// The work's side of a job: it tells how far it is and hears whether it is still wanted.
#[derive(Clone, Debug)]
pub struct Handle {
    context: egui::Context,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    is_cancelled: AtomicBool,
    progress: Mutex<Option<Progress>>,
}

/// How far a piece of work is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// From 0 to 1.
    pub share: f32,
    /// What is being done.
    pub text: Message,
}

/// The work ended without a result: its thread could not be started, or a fault stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the work stopped without a result")]
pub struct Stopped;

impl<T: Send + 'static> Job<T> {
    /// Starts `work` on a thread called `name`; `context` is woken by progress and by the end.
    pub fn start(
        context: &egui::Context,
        name: &'static str,
        work: impl FnOnce(&Handle) -> T + Send + 'static,
    ) -> Self {
        let handle = Handle { context: context.clone(), shared: Arc::default() };
        let (sender, results) = sync_channel(1);
        let theirs = handle.clone();
        let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Wakes the window even when the work panics: the closed channel is then the answer.
            let wake = WakeOnDrop(theirs.context.clone());
            let result = work(&theirs);
            // Nobody may be waiting any more; the result is then not wanted.
            sender.send(result).unwrap_or_default();
            drop(sender);
            drop(wake);
        });
        if let Err(error) = spawned {
            tracing::error!(%error, name, "a thread could not be started");
        }
        Self { handle, results }
    }

    /// The result, once; `None` while the work runs.
    pub fn poll(&self) -> Option<Result<T, Stopped>> {
        match self.results.try_recv() {
            Ok(result) => Some(Ok(result)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Stopped)),
        }
    }

    /// The result, once, waited for no longer than `limit`; for a first frame, which nobody sees before it is there.
    pub fn wait(&self, limit: Duration) -> Option<Result<T, Stopped>> {
        match self.results.recv_timeout(limit) {
            Ok(result) => Some(Ok(result)),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(Stopped)),
        }
    }

    /// How far the work is, if it has said so.
    pub fn progress(&self) -> Option<Progress> {
        self.handle.shared.progress.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks the work to stop; it still ends in its own time.
    pub fn cancel(&self) {
        self.handle.shared.is_cancelled.store(true, Ordering::Relaxed);
    }
}

/// Takes the result of a job that may be there, and the job with it.
pub fn finished<T: Send + 'static>(job: &mut Option<Job<T>>) -> Option<Result<T, Stopped>> {
    let result = job.as_ref()?.poll()?;
    *job = None;
    Some(result)
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.handle.shared.is_cancelled.store(true, Ordering::Relaxed);
    }
}

impl Handle {
    /// Tells how far the work is: `share` from 0 to 1, and what is being done.
    pub fn report(&self, share: f32, text: Message) {
        *self.shared.progress.lock().unwrap_or_else(PoisonError::into_inner) = Some(Progress { share, text });
        self.context.request_repaint();
    }

    /// Whether the work is no longer wanted.
    pub fn is_cancelled(&self) -> bool {
        self.shared.is_cancelled.load(Ordering::Relaxed)
    }
}

struct WakeOnDrop(egui::Context);

impl Drop for WakeOnDrop {
    fn drop(&mut self) {
        self.0.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn wait<T: Send + 'static>(job: &Job<T>) -> Result<T, Stopped> {
        let begun = Instant::now();
        loop {
            if let Some(result) = job.poll() {
                return result;
            }
            assert!(begun.elapsed() < Duration::from_secs(10), "the job never ended");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    #[test]
    fn a_result_is_given_once_and_its_thread_has_the_name() {
        let job =
            Job::start(&egui::Context::default(), "name-test", |_| std::thread::current().name().map(str::to_owned));
        assert_eq!(wait(&job), Ok(Some("name-test".to_owned())));
        assert_eq!(job.poll(), Some(Err(Stopped)));
    }

    #[test]
    fn work_is_waited_for_no_longer_than_allowed() {
        let (go, asked) = sync_channel::<()>(1);
        let job = Job::start(&egui::Context::default(), "wait-test", move |_| asked.recv().is_ok());
        assert_eq!(job.wait(Duration::from_millis(5)), None);
        go.send(()).unwrap();
        assert_eq!(job.wait(Duration::from_secs(10)), Some(Ok(true)));
        assert_eq!(job.wait(Duration::from_secs(10)), Some(Err(Stopped)));
    }

    #[test]
    fn work_that_panics_is_told_apart_from_work_that_runs() {
        let job: Job<u8> = Job::start(&egui::Context::default(), "panic-test", |_| panic!("on purpose"));
        assert_eq!(wait(&job), Err(Stopped));
    }

    #[test]
    fn work_hears_that_it_is_no_longer_wanted_and_tells_how_far_it_is() {
        let job = Job::start(&egui::Context::default(), "cancel-test", |handle| {
            handle.report(0.5, crate::i18n::messages::cli::no_home());
            while !handle.is_cancelled() {
                std::thread::sleep(Duration::from_millis(1));
            }
            true
        });
        job.cancel();
        assert_eq!(wait(&job), Ok(true));
        assert_eq!(job.progress().map(|progress| progress.share), Some(0.5));
    }
}
