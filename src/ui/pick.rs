//! Choosing files and folders with the desktop's own dialog, off the UI thread, or by typing a path.

use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;
use std::time::Instant;

use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::messages::desk as say;
use crate::ui::theme::Theme;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::Stopped;
use crate::ui::work::finished;

/// What is to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// An existing file with one of these endings; all files when there are none.
    File(Vec<&'static str>),
    /// Several existing files with one of these endings.
    Files(Vec<&'static str>),
    /// An existing folder.
    Folder,
    /// A file to write, with the name that is suggested.
    Save(String),
}

/// A path that is typed, or chosen in the desktop's dialog.
#[derive(Debug, Default)]
pub struct PathPicker {
    /// What stands in the field.
    pub text: String,
    job: Option<Job<Answer>>,
    /// The desktop has no dialog to show.
    has_no_dialog: bool,
}

/// What came of asking the desktop.
#[derive(Debug)]
struct Answer {
    paths: Vec<PathBuf>,
    /// How long it took.
    took: Duration,
}

/// Nobody closes a dialog sooner than this: where nothing was chosen by then, none was shown.
const SOONEST: Duration = Duration::from_millis(400);

/// What was chosen in this frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked(pub Vec<PathBuf>);

impl PathPicker {
    /// A picker that starts at `path`.
    pub fn at(path: impl Into<String>) -> Self {
        Self { text: path.into(), ..Self::default() }
    }

    /// The path in the field, unless it is empty.
    pub fn path(&self) -> Option<PathBuf> {
        let text = self.text.trim().trim_matches('"');
        (!text.is_empty()).then(|| PathBuf::from(text))
    }

    /// Opens the desktop's dialog, unless it is open already.
    pub fn open(&mut self, context: &egui::Context, title: String, wanted: Wanted) {
        if self.job.is_some() {
            return;
        }
        let start = self.path();
        self.has_no_dialog = false;
        self.job = Some(Job::start(context, "file-dialog", move |_| {
            let asked = Instant::now();
            let paths = ask(title, wanted, start.as_deref());
            Answer { paths, took: asked.elapsed() }
        }));
    }

    /// What the dialog gave since the last call.
    pub fn poll(&mut self) -> Option<Picked> {
        let answer = finished(&mut self.job)?;
        let (paths, is_too_soon) = match answer {
            Ok(Answer { paths, took }) => (paths, took < SOONEST),
            Err(Stopped) => (Vec::new(), true),
        };
        self.has_no_dialog = paths.is_empty() && is_too_soon;
        let first = paths.first()?;
        self.text = first.display().to_string();
        Some(Picked(paths))
    }

    /// Draws the field with its button; returns what was chosen or typed and confirmed with Enter.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        lang: Lang,
        label: &str,
        wanted: &Wanted,
        error: Option<&str>,
    ) -> Option<Picked> {
        let mut picked = self.poll();
        ui.horizontal_top(|ui| {
            let button = say::choose_file(label).text(lang);
            let room = (ui.available_width() - 180.0).max(200.0);
            let response = Field::new(theme, label).width(room).error(error).show(ui, &mut self.text);
            let is_confirmed = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if is_confirmed && let Some(path) = self.path() {
                picked = Some(Picked(vec![path]));
            }
            ui.vertical(|ui| {
                // Level with the field, below its label.
                ui.add_space(theme.grid * 3.125);
                let shown = Button::plain(theme, say::choose().text(lang));
                let response = ui.add_enabled(self.job.is_none(), shown);
                // Several such buttons may stand on one screen: each is told by what it chooses.
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(button.clone()));
                if response.clicked() {
                    self.open(ui.ctx(), label.to_owned(), wanted.clone());
                }
            });
        });
        if self.has_no_dialog {
            widgets::marked(ui, theme, Tone::Caution, &say::no_dialog().text(lang));
        }
        picked
    }
}

fn ask(title: String, wanted: Wanted, start: Option<&Path>) -> Vec<PathBuf> {
    let mut dialog = rfd::FileDialog::new().set_title(title);
    if let Some(folder) = start.and_then(|path| if path.is_dir() { Some(path) } else { path.parent() }) {
        dialog = dialog.set_directory(folder);
    }
    let endings = |dialog: rfd::FileDialog, endings: &[&'static str]| {
        if endings.is_empty() { dialog } else { dialog.add_filter(endings.join(", "), endings) }
    };
    match wanted {
        Wanted::File(list) => endings(dialog, &list).pick_file().into_iter().collect(),
        Wanted::Files(list) => endings(dialog, &list).pick_files().unwrap_or_default(),
        Wanted::Folder => dialog.pick_folder().into_iter().collect(),
        Wanted::Save(name) => dialog.set_file_name(name).save_file().into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picker whose dialog gave these paths after so long.
    fn after(paths: &[&str], took: Duration) -> PathPicker {
        let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
        let job = Job::start(&egui::Context::default(), "file-dialog", move |_| Answer { paths, took });
        let mut picker = PathPicker { job: Some(job), ..PathPicker::at("kirjoitettu") };
        while picker.job.is_some() {
            picker.poll();
        }
        picker
    }

    #[test]
    fn a_dialog_that_never_opened_is_told_and_what_was_typed_stays() {
        let picker = after(&[], Duration::from_millis(3));
        assert!(picker.has_no_dialog);
        assert_eq!(picker.path(), Some(PathBuf::from("kirjoitettu")));
    }

    #[test]
    fn a_dialog_that_was_closed_or_used_is_no_fault() {
        assert!(!after(&[], Duration::from_secs(2)).has_no_dialog);
        let picker = after(&["/kurssit/oma"], Duration::from_millis(3));
        assert!(!picker.has_no_dialog);
        assert_eq!(picker.path(), Some(PathBuf::from("/kurssit/oma")));
    }
}
