//! Checking registers: four answers apart, whom to trust, and the attached data as a table.

mod table;
mod trusted;
mod verdict_ui;

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;
use jiff::Timestamp;

use crate::engine::file_message;
use crate::files::DataFolder;
use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::register::trust::TrustError;
use crate::register::trust::TrustList;
use crate::register::verify;
use crate::register::verify::Options;
use crate::register::verify::Verdict;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::screen_page;
use crate::ui::verify::trusted::Accepting;
pub use crate::ui::verify::verdict_ui::answers_ui;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    picker: PathPicker,
    checks: Vec<Check>,
    /// Files that wait for the running check to end.
    waiting: Vec<PathBuf>,
    checking: Option<Job<(Vec<Check>, TrustList)>>,
    trust: TrustList,
    changing_trust: Option<Job<Result<TrustList, TrustError>>>,
    accepting: Option<Accepting>,
    error: Option<Message>,
    has_begun: bool,
}

/// A file with what was found.
#[derive(Debug)]
struct Check {
    path: PathBuf,
    found: Result<Box<Verdict>, Message>,
    shows_data: bool,
}

impl Screen {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        if !std::mem::replace(&mut self.has_begun, true) && cx.dropped.is_empty() {
            // Reads the list of those who are trusted.
            self.check(ui.ctx(), cx, Vec::new());
        }
        if !cx.dropped.is_empty() {
            self.check(ui.ctx(), cx, cx.dropped.to_vec());
        }
        self.take_results(ui.ctx(), cx);
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "verify", 880.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            ui.vertical(|ui| {
                widgets::title(ui, theme, &say::verify_title().text(lang));
                widgets::soft(ui, theme, &say::verify_what_for().text(lang));
            });
            widgets::card(ui, theme, |ui| {
                let label = say::verify_files().text(lang);
                let wanted = Wanted::Files(vec!["pdf"]);
                if let Some(Picked(paths)) = self.picker.show(ui, theme, lang, &label, &wanted, None) {
                    self.check(ui.ctx(), cx, paths);
                }
                if ui.add(Button::primary(theme, say::verify_now().text(lang))).clicked()
                    && let Some(path) = self.picker.path()
                {
                    self.check(ui.ctx(), cx, vec![path]);
                }
                if let Some(job) = &self.checking
                    && let Some(progress) = job.progress()
                {
                    widgets::progress(ui, theme, progress.share, &progress.text.text(lang));
                }
            });
            if let Some(error) = &self.error {
                widgets::error_line(ui, theme, &error.text(lang));
            }
            let mut accepting = None;
            for (index, check) in self.checks.iter_mut().enumerate() {
                ui.push_id(index, |ui| {
                    if let Some(asked) = check_ui(ui, cx, check, out) {
                        accepting = Some(asked);
                    }
                });
            }
            if accepting.is_some() {
                self.accepting = accepting;
            }
            if let Some(fingerprint) = trusted::list_ui(ui, cx, &self.trust) {
                self.change_trust(ui.ctx(), cx, move |trust, _| trust.forget(&fingerprint));
            }
        });
        self.accept_ui(ui, cx);
    }

    /// Checks `paths` one after another on a thread of its own; the newest stand first.
    fn check(&mut self, context: &egui::Context, cx: &Cx<'_>, paths: Vec<PathBuf>) {
        if self.checking.is_some() {
            self.waiting.extend(paths);
            return;
        }
        let (data, clock) = (cx.data.clone(), Arc::clone(cx.clock));
        self.checking = Some(Job::start(context, "verify", move |handle| {
            let trust = TrustList::load(&TrustList::path(&data)).unwrap_or_default();
            let total = paths.len();
            let mut checks = Vec::new();
            for (index, path) in paths.into_iter().enumerate() {
                if handle.is_cancelled() {
                    break;
                }
                let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                handle.report((index as f32 + 0.3) / total as f32, say::verifying(name));
                checks.push(Check { found: look_at(&path, &trust, clock.now()), path, shows_data: false });
            }
            (checks, trust)
        }));
    }

    fn take_results(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        match finished(&mut self.checking) {
            Some(Ok((checks, trust))) => {
                self.trust = trust;
                for check in checks.into_iter().rev() {
                    let shows_data = self.checks.iter().any(|old| old.path == check.path && old.shows_data);
                    self.checks.retain(|old| old.path != check.path);
                    self.checks.insert(0, Check { shows_data, ..check });
                }
                let waiting = std::mem::take(&mut self.waiting);
                if !waiting.is_empty() {
                    self.check(context, cx, waiting);
                }
            }
            Some(Err(_stopped)) => self.error = Some(say::work_stopped()),
            None => {}
        }
        match finished(&mut self.changing_trust) {
            Some(Ok(Ok(trust))) => {
                self.trust = trust;
                self.error = None;
                // What is trusted has changed: every file is looked at again.
                let paths = self.checks.iter().map(|check| check.path.clone()).collect();
                self.check(context, cx, paths);
            }
            Some(Ok(Err(error))) => {
                self.error = Some(match &error {
                    TrustError::File(error) => file_message(error),
                    TrustError::Form(reason) => say::trust_unreadable(reason.as_str()),
                });
            }
            Some(Err(_stopped)) => self.error = Some(say::work_stopped()),
            None => {}
        }
    }

    fn change_trust(
        &mut self,
        context: &egui::Context,
        cx: &Cx<'_>,
        change: impl FnOnce(&mut TrustList, Timestamp) + Send + 'static,
    ) {
        let (data, now) = (cx.data.clone(), cx.clock.now());
        self.changing_trust =
            Some(Job::start(context, "trust", move |_| changed_trust(&data, |trust| change(trust, now))));
    }

    fn accept_ui(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let Some(accepting) = &mut self.accepting else { return };
        match trusted::accept_ui(ui, cx, accepting) {
            Some(true) => {
                if let Some(Accepting { fingerprint, name, .. }) = self.accepting.take() {
                    self.change_trust(ui.ctx(), cx, move |trust, now| {
                        trust.accept(fingerprint, name.trim().to_owned(), now);
                    });
                }
            }
            Some(false) => self.accepting = None,
            None => {}
        }
    }
}

/// Reads the list of trusted signers anew, changes it and writes it.
///
/// # Errors
/// When it cannot be read or written.
pub fn changed_trust(data: &DataFolder, change: impl FnOnce(&mut TrustList)) -> Result<TrustList, TrustError> {
    let path = TrustList::path(data);
    let mut trust = TrustList::load(&path)?;
    change(&mut trust);
    trust.save(&path)?;
    Ok(trust)
}

fn look_at(path: &Path, trust: &TrustList, now: Timestamp) -> Result<Box<Verdict>, Message> {
    let options = Options { trust, render: true, journal: None, now };
    verify::verify_file(path, &options).map(Box::new).map_err(|error| file_message(&error))
}

/// One file: its verdict, and what can be done with it. Returns whom to trust, if that was asked for.
fn check_ui(ui: &mut Ui, cx: &Cx<'_>, check: &mut Check, out: &mut Actions) -> Option<Accepting> {
    let (theme, lang) = (cx.theme, cx.lang);
    let name = check.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut accepting = None;
    widgets::section(ui, theme, &name, |ui| {
        widgets::caption(ui, theme, &check.path.display().to_string());
        let verdict = match &check.found {
            Ok(verdict) => verdict,
            Err(message) => {
                widgets::marked(ui, theme, Tone::Bad, &message.text(lang));
                return;
            }
        };
        answers_ui(ui, cx, verdict);
        ui.horizontal_wrapped(|ui| {
            if let Some(asked) = Accepting::offered(verdict) {
                let text = say::trust_signer(asked.name.as_str()).text(lang);
                if ui.add(Button::plain(theme, text)).clicked() {
                    accepting = Some(asked);
                }
            }
            if verdict.facts.is_some() {
                let button = Button::plain(theme, say::show_data().text(lang)).selected(check.shows_data);
                if ui.add(button).clicked() {
                    check.shows_data = !check.shows_data;
                }
            }
            if ui.add(Button::plain(theme, say::open_register().text(lang))).clicked() {
                out.push(Action::Reveal(check.path.clone()));
            }
        });
        if check.shows_data
            && let Some(facts) = &verdict.facts
        {
            table::show(ui, cx, facts);
        }
    });
    accepting
}
