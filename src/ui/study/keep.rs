//! The learner's own notes: read and written on threads of their own, soon after they were changed.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;

use egui::Ui;

use crate::files::FileError;
use crate::i18n::messages::study as say;
use crate::study::notes::Notes;
use crate::study::notes::NotesError;
use crate::text::Id;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Running;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// How long after the last change notes are written, in seconds.
const SOON: f64 = 1.0;

/// The notes as they stand in this window.
#[derive(Debug, Default)]
pub(crate) struct Keep {
    notes: Option<Notes>,
    reading: Option<Job<Result<Notes, NotesError>>>,
    /// Why there are none: the file is there and cannot be read.
    is_broken: bool,
    /// When something was changed that is not written, in seconds of the context's time.
    changed: Option<f64>,
    writing: Option<Job<Result<(), FileError>>>,
    /// One writer at a time: an older text never lands on a newer one.
    turn: Arc<Mutex<u64>>,
    latest: u64,
}

impl Keep {
    /// Reads the notes once, and writes what has changed.
    pub(crate) fn look(&mut self, ui: &Ui, running: &Running, out: &mut Actions) {
        if self.notes.is_none() && self.reading.is_none() && !self.is_broken {
            let folder = running.snapshot.folder.to_path_buf();
            self.reading = Some(Job::start(ui.ctx(), "notes", move |_| Notes::load(&folder)));
        }
        match finished(&mut self.reading) {
            Some(Ok(Ok(notes))) => self.notes = Some(notes),
            Some(Ok(Err(_)) | Err(_)) => self.is_broken = true,
            None => {}
        }
        if let Some(Ok(Err(error))) = finished(&mut self.writing) {
            out.push(Action::Problem(say::notes_not_written(error.path.display().to_string())));
        }
        let Some(changed) = self.changed else { return };
        let wait = changed + SOON - ui.input(|input| input.time);
        if wait > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(wait));
        } else if self.writing.is_none() {
            let write = self.writer(running);
            self.writing = write.map(|write| Job::start(ui.ctx(), "notes", move |_| write()));
        }
    }

    /// Writes what has changed, and waits for it: the window closes.
    pub(crate) fn leave(&mut self, running: &Running) {
        if self.changed.is_none() {
            return;
        }
        if let Some(write) = self.writer(running)
            && let Err(error) = write()
        {
            tracing::error!(%error, "the notes could not be written");
        }
    }

    /// What writes the notes as they stand now.
    fn writer(&mut self, running: &Running) -> Option<impl FnOnce() -> Result<(), FileError> + Send + use<>> {
        let notes = self.notes.clone()?;
        let folder = running.snapshot.folder.to_path_buf();
        self.changed = None;
        self.latest += 1;
        let (number, turn) = (self.latest, Arc::clone(&self.turn));
        Some(move || {
            let mut written = turn.lock().unwrap_or_else(PoisonError::into_inner);
            if *written < number {
                *written = number;
                notes.save(&folder)?;
            }
            Ok(())
        })
    }

    /// The note on `step`; `None` while the notes are being read, or when they cannot be.
    pub(crate) fn on(&self, step: &Id) -> Option<&str> {
        self.notes.as_ref().map(|notes| notes.on(step))
    }

    /// Whether the notes cannot be read.
    pub(crate) fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// Puts `text` in place of the note on `step`.
    pub(crate) fn put(&mut self, ui: &Ui, step: &Id, text: &str) {
        if self.notes.as_mut().is_some_and(|notes| notes.put(step, text)) {
            self.changed = Some(ui.input(|input| input.time));
        }
    }
}
