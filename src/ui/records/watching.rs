//! The watched folder: while the program runs, registers that come into it are imported.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

use jiff::Timestamp;

use crate::clock::Clock;
use crate::files::DataFolder;
use crate::records::By;
use crate::records::Imported;
use crate::records::RecordsError;
use crate::records::Watch;
use crate::ui::records::sums::Sums;
use crate::ui::settings::Watching;

/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_secs(3);
/// How many times as long as a look took to wait at least: a slow network share is not kept busy.
const PAUSE_SHARE: u32 = 10;

/// Watches the folder that the settings name.
#[derive(Debug, Default)]
pub struct Watcher {
    watching: Option<(Watching, Arc<Door>)>,
}

/// What has come of watching, as the window shows it.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// Raised by every import that changed the records.
    pub(super) changes: u64,
    /// What came last, and when.
    pub(super) last: Option<(Timestamp, Sums)>,
    /// How many files wait until they are no longer written.
    pub(super) waiting: usize,
    /// Why the last look could not do everything.
    pub(super) trouble: Option<Arc<RecordsError>>,
    /// What nobody has been told of yet.
    unsaid: Sums,
}

/// What the window and the thread share.
#[derive(Debug, Default)]
struct Door {
    told: Mutex<Told>,
    is_closed: AtomicBool,
    bell: Condvar,
}

impl Door {
    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits; whether to go on.
    fn pause(&self, pause: Duration) -> bool {
        let until = Instant::now() + pause;
        let mut told = self.told();
        while !self.is_closed.load(Ordering::Relaxed) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return true;
            }
            told = self.bell.wait_timeout(told, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        false
    }
}

impl Watcher {
    /// Watches what is to be watched, and nothing else.
    pub(in crate::ui) fn keep(
        &mut self,
        context: &egui::Context,
        wanted: &Watching,
        data: &DataFolder,
        clock: &Arc<dyn Clock>,
    ) {
        if self.watching.as_ref().map_or(wanted.folder.is_empty(), |(watching, _)| watching == wanted) {
            return;
        }
        self.stop();
        if wanted.folder.is_empty() {
            return;
        }
        let door = Arc::new(Door::default());
        self.watching = Some((wanted.clone(), Arc::clone(&door)));
        let (context, wanted, data, clock) = (context.clone(), wanted.clone(), data.clone(), Arc::clone(clock));
        let work = move || watch(&door, &context, &wanted, &data, clock.as_ref());
        if let Err(error) = std::thread::Builder::new().name("records-watch".to_owned()).spawn(work) {
            tracing::error!(%error, "a thread could not be started");
        }
    }

    /// The folder that is watched.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.watching.as_ref().map(|(watching, _)| Path::new(&watching.folder))
    }

    /// What has come of it.
    pub(super) fn told(&self) -> Option<Told> {
        self.watching.as_ref().map(|(_, door)| door.told().clone())
    }

    /// What came since this was asked last.
    pub(in crate::ui) fn take_news(&self) -> Option<crate::i18n::Message> {
        let (_, door) = self.watching.as_ref()?;
        let Sums { taken, known: _, aside } = std::mem::take(&mut door.told().unsaid);
        (taken + aside > 0).then(|| crate::i18n::messages::archive::watch_came(taken, aside))
    }

    fn stop(&mut self) {
        if let Some((_, door)) = self.watching.take() {
            // An import that runs ends with the file it is at.
            door.is_closed.store(true, Ordering::Relaxed);
            door.bell.notify_all();
        }
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Looks into the folder until nobody wants it any more. The window is woken only when there is something to show.
fn watch(door: &Door, context: &egui::Context, wanted: &Watching, data: &DataFolder, clock: &dyn Clock) {
    let mut watch = Watch::new(data, &PathBuf::from(&wanted.folder));
    loop {
        let begun = Instant::now();
        let at = clock.now();
        let by = By { name: &wanted.by, at };
        let looked = watch.import(false, by, &door.is_closed);
        let is_news = {
            let mut told = door.told();
            match looked {
                Ok(watched) => {
                    let is_news = tell(&mut told, watched.imported, at) || told.waiting != watched.waiting;
                    told.waiting = watched.waiting;
                    is_news
                }
                Err(error) => is_other(&mut told, Some(error)),
            }
        };
        if is_news {
            context.request_repaint();
        }
        if !door.pause(PAUSE.max(begun.elapsed() * PAUSE_SHARE)) {
            return;
        }
    }
}

/// Notes what came; whether there is anything to show.
fn tell(told: &mut Told, imported: Imported, at: Timestamp) -> bool {
    let Imported { files, errors, .. } = imported;
    let mut sums = Sums::default();
    for file in &files {
        sums.add(&file.became);
    }
    let has_come = !files.is_empty();
    if has_come {
        told.changes += u64::from(sums.taken + sums.aside > 0);
        told.last = Some((at, sums));
        told.unsaid.taken += sums.taken;
        told.unsaid.aside += sums.aside;
    }
    is_other(told, errors.into_iter().next().map(RecordsError::File)) || has_come
}

/// Notes a trouble, or that there is none; whether it is another than before.
fn is_other(told: &mut Told, trouble: Option<RecordsError>) -> bool {
    let before = told.trouble.as_ref().map(ToString::to_string);
    let is_other = before != trouble.as_ref().map(ToString::to_string);
    if is_other {
        told.trouble = trouble.map(Arc::new);
    }
    is_other
}
