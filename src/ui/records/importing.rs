//! Taking files into the records: chosen, typed or dropped; with progress, and what became of each.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::desk;
use crate::i18n::messages::records;
use crate::records::Became;
use crate::records::By;
use crate::records::Import;
use crate::records::Imported;
use crate::records::Progress;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::file_message;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::records::aside_ui;
use crate::ui::records::sums::Sums;
use crate::ui::records::tabs::Tab;
use crate::ui::records::watching_ui;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Handle;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// Most files that are told one by one; the others are in their own list.
const MOST_TOLD: usize = 30;

/// What was chosen, what is under way, and what came of the last import.
#[derive(Debug, Default)]
pub(super) struct Importing {
    files: PathPicker,
    folder: PathPicker,
    watched: PathPicker,
    rehearsals: bool,
    job: Option<Job<Result<Imported, RecordsError>>>,
    is_stopping: bool,
    /// Dropped while an import ran.
    waiting: Vec<PathBuf>,
    done: Option<Imported>,
    error: Option<Message>,
}

impl Importing {
    /// Imports `paths`, or notes them for when the running import has ended.
    pub(super) fn start(&mut self, context: &egui::Context, cx: &Cx<'_>, who: &str, paths: Vec<PathBuf>) {
        if self.job.is_some() {
            self.waiting.extend(paths);
            return;
        }
        (self.done, self.error, self.is_stopping) = (None, None, false);
        let who = if who.is_empty() { "?" } else { who }.to_owned();
        let (data, rehearsals, at) = (cx.data.clone(), self.rehearsals, cx.clock.now());
        self.job = Some(Job::start(context, "records-import", move |handle| {
            let cancel = AtomicBool::new(handle.is_cancelled());
            let by = By { name: &who, at };
            let import = Import { paths: &paths, rehearsals, by, cancel: &cancel };
            let mut sums = Sums::default();
            Records::open(&data)?.import(&import, &mut |progress| told(handle, &cancel, &mut sums, progress))
        }));
    }

    /// Takes in what is done; whether the records have changed.
    pub(super) fn take_result(&mut self, context: &egui::Context, cx: &Cx<'_>, who: &str) -> bool {
        let has_ended = match finished(&mut self.job) {
            Some(Ok(Ok(imported))) => {
                self.done = Some(imported);
                true
            }
            Some(Ok(Err(error))) => {
                self.error = Some(error.message(cx.lang));
                true
            }
            Some(Err(_stopped)) => {
                self.error = Some(desk::work_stopped());
                true
            }
            None => false,
        };
        if has_ended && !self.waiting.is_empty() {
            let waiting = std::mem::take(&mut self.waiting);
            // Whoever stopped the import wants no more of it.
            if !self.is_stopping {
                self.start(context, cx, who, waiting);
            }
        }
        has_ended
    }

    /// Draws the part; returns where to go on.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        who: &mut String,
        undecided: usize,
        out: &mut Actions,
    ) -> Option<Tab> {
        let (theme, lang) = (cx.theme, cx.lang);
        let mut chosen = None;
        widgets::section(ui, theme, &say::import_title().text(lang), |ui| {
            widgets::soft(ui, theme, &say::import_text().text(lang));
            ui.add_space(theme.grid);
            let is_idle = self.job.is_none();
            ui.add_enabled_ui(is_idle, |ui| {
                ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
                let files = Wanted::Files(vec!["pdf", "json"]);
                let folder = say::import_folder().text(lang);
                for picked in [
                    self.files.show(ui, theme, lang, &say::import_files().text(lang), &files, None),
                    self.folder.show(ui, theme, lang, &folder, &Wanted::Folder, None),
                ] {
                    chosen = picked.map(|Picked(paths)| paths).or(chosen.take());
                }
                Field::new(theme, &say::import_who().text(lang)).width(420.0).limit(80).show(ui, who);
                widgets::check(ui, theme, &mut self.rehearsals, &say::import_rehearsals().text(lang));
                let paths: Vec<PathBuf> = self.files.path().into_iter().chain(self.folder.path()).collect();
                let may_start = is_idle && !paths.is_empty();
                let import = Button::primary(theme, say::import_now().text(lang));
                if widgets::main_button(ui, may_start, import) {
                    chosen = Some(paths);
                }
            });
        });
        if let Some(paths) = chosen {
            self.start(ui.ctx(), cx, who.trim(), paths);
        }
        self.progress_ui(ui, cx);
        let go = self.done_ui(ui, cx, undecided);
        watching_ui::show(ui, cx, &mut self.watched, who.trim(), out);
        go
    }

    fn progress_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        let Some(job) = &self.job else { return };
        widgets::card(ui, theme, |ui| {
            // There from the first frame on, so that the button below stays what it is under the pointer.
            let (share, text) = job.progress().map_or((0.0, say::import_looking()), |now| (now.share, now.text));
            widgets::progress(ui, theme, share, &text.text(lang));
            widgets::soft(ui, theme, &say::import_stays().text(lang));
            let text = if self.is_stopping { say::import_stopping() } else { say::import_stop() };
            if ui.add_enabled(!self.is_stopping, Button::plain(theme, text.text(lang))).clicked() {
                self.is_stopping = true;
                job.cancel();
            }
        });
    }

    /// What came of the last import.
    fn done_ui(&self, ui: &mut Ui, cx: &Cx<'_>, undecided: usize) -> Option<Tab> {
        let (theme, lang) = (cx.theme, cx.lang);
        if let Some(error) = &self.error {
            widgets::toned(ui, theme, Tone::Bad, |ui| widgets::marked(ui, theme, Tone::Bad, &error.text(lang)));
        }
        let done = self.done.as_ref()?;
        let mut sums = Sums::default();
        done.files.iter().for_each(|file| sums.add(&file.became));
        let aside: Vec<_> = done
            .files
            .iter()
            .filter_map(|file| match &file.became {
                Became::Aside(reason) => Some((file, reason)),
                Became::Imported { .. } | Became::Heard { .. } | Became::Older | Became::Known => None,
            })
            .collect();
        let is_fine = aside.is_empty() && done.errors.is_empty() && !done.cancelled;
        let tone = if is_fine { Tone::Good } else { Tone::Caution };
        let mut go = None;
        widgets::toned(ui, theme, tone, |ui| {
            let sum = say::import_sum(sums.taken, sums.known, sums.aside);
            widgets::marked(ui, theme, tone, &sum.text(lang));
            if done.cancelled {
                widgets::body(ui, theme, &say::import_stopped().text(lang));
            }
            if done.left > 0 {
                widgets::body(ui, theme, &records::import_left(done.left).text(lang));
            }
            if done.passed_over > 0 {
                widgets::soft(ui, theme, &say::import_passed_over(done.passed_over).text(lang));
            }
            for error in &done.errors {
                widgets::error_line(ui, theme, &file_message(error).text(lang));
            }
            ui.horizontal_wrapped(|ui| {
                if undecided > 0 {
                    let text = say::import_to_signers(undecided).text(lang);
                    if ui.add(Button::plain(theme, text)).clicked() {
                        go = Some(Tab::Signers);
                    }
                }
                if aside.len() > MOST_TOLD && ui.add(Button::plain(theme, say::import_to_aside().text(lang))).clicked()
                {
                    go = Some(Tab::Aside);
                }
                if sums.taken > 0 && ui.add(Button::quiet(theme, say::import_to_search().text(lang))).clicked() {
                    go = Some(Tab::Search);
                }
            });
            for (file, reason) in aside.iter().take(MOST_TOLD) {
                let name = file.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = theme.grid / 4.0;
                    widgets::strong(ui, theme, &name);
                    widgets::body(ui, theme, &aside_ui::reason(reason).text(lang));
                });
            }
        });
        go
    }
}

/// Tells how far an import is, and passes on that it is no longer wanted.
fn told(handle: &Handle, cancel: &AtomicBool, sums: &mut Sums, progress: Progress<'_>) {
    if handle.is_cancelled() {
        cancel.store(true, Ordering::Relaxed);
    }
    sums.add(&progress.last.became);
    let share = progress.done as f32 / progress.total.max(1) as f32;
    let text = say::import_progress(progress.done, progress.total, sums.taken, sums.known, sums.aside);
    handle.report(share, text);
}
