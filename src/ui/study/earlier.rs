//! An earlier register of the learner, dropped on the window or chosen: what it credits, and why the rest is due.

use std::path::Path;
use std::path::PathBuf;

use egui::Ui;

use crate::files::FileError;
use crate::i18n::Message;
use crate::i18n::messages::desk;
use crate::i18n::messages::study as say;
use crate::register::trust::TrustList;
use crate::register::verify::Trust;
use crate::study::Asked;
use crate::study::Candidate;
use crate::study::Unusable;
use crate::study::earlier::Earlier;
use crate::study::earlier::Found;
use crate::study::earlier::Reason;
use crate::study::earlier::look_at;
use crate::study::reasons::Reasons;
use crate::text::Id;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::room::asking::Asking;
use crate::ui::room::view::View;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// An earlier register being looked into, and what was found.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    picker: PathPicker,
    looking: Option<Looking>,
    found: Option<Outcome>,
    /// Whether what was found lies over the screen.
    is_shown: bool,
    crediting: Asking,
    /// What the register said that was looked into last, also before the program was started again.
    reasons: Option<Reasons>,
    reading: Option<Job<Reasons>>,
    keeping: Option<Job<Result<(), FileError>>>,
}

#[derive(Debug)]
struct Looking {
    path: PathBuf,
    job: Job<Result<Found, Unusable>>,
}

#[derive(Debug)]
enum Outcome {
    Row(Box<Earlier>),
    Choose(PathBuf, Vec<Candidate>),
    Trouble(Message),
}

impl Draft {
    /// Looks into the first of `paths`.
    pub(crate) fn look(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, paths: &[PathBuf]) {
        if let Some(path) = paths.first() {
            self.look_for(ui, cx, view, path.clone(), None);
        }
    }

    fn look_for(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, path: PathBuf, row: Option<u32>) {
        let script = view.state.script.clone();
        let person = view.state.learner().map(|learner| learner.details.clone());
        let (now, time_zone, data) = (view.now, view.state.setup.time_zone.clone(), cx.data.clone());
        let file = path.clone();
        let job = Job::start(ui.ctx(), "earlier-register", move |_| {
            let trust = TrustList::load(&TrustList::path(&data)).unwrap_or_default();
            let person = person.as_ref();
            let asked = Asked { script: &script, person, row, trust: &trust, now, time_zone: &time_zone };
            look_at(&file, &asked)
        });
        self.looking = Some(Looking { path, job });
        self.found = None;
        self.is_shown = false;
    }

    /// Takes in what was found.
    pub(crate) fn take_results(&mut self, ui: &Ui, folder: &Path) {
        self.take_reasons(ui, folder);
        if self.crediting.is_stored(ui) {
            self.is_shown = false;
        }
        let Some(looking) = self.looking.take() else { return };
        let mut job = Some(looking.job);
        let outcome = match finished(&mut job) {
            None => {
                self.looking = job.map(|job| Looking { path: looking.path, job });
                return;
            }
            Some(Ok(Ok(Found::Row(earlier)))) => {
                let (reasons, folder) = (Reasons::of(&earlier), folder.to_path_buf());
                self.reasons = Some(reasons.clone());
                self.keeping = Some(Job::start(ui.ctx(), "reasons", move |_| reasons.save(&folder)));
                Outcome::Row(earlier)
            }
            Some(Ok(Ok(Found::Choose(candidates)))) => Outcome::Choose(looking.path, candidates),
            Some(Ok(Err(unusable))) => Outcome::Trouble(unusable.message()),
            Some(Err(_stopped)) => Outcome::Trouble(desk::work_stopped()),
        };
        self.found = Some(outcome);
        self.is_shown = true;
        ui.ctx().request_repaint();
    }

    /// Whether what was found lies over the screen.
    pub(crate) fn has_dialog(&self) -> bool {
        self.is_shown
    }

    /// Why `theme` is credited or due, as far as an earlier register was looked into.
    pub(crate) fn reason(&self, theme: &Id) -> Option<Reason> {
        self.reasons.as_ref()?.on(theme)
    }

    /// Reads once what an earlier register said before, and sees what became of writing it down.
    fn take_reasons(&mut self, ui: &Ui, folder: &Path) {
        if self.reasons.is_none() && self.reading.is_none() {
            let folder = folder.to_path_buf();
            self.reading = Some(Job::start(ui.ctx(), "reasons", move |_| Reasons::load(&folder)));
        }
        if let Some(read) = finished(&mut self.reading) {
            // What was looked into meanwhile is newer.
            self.reasons.get_or_insert(read.unwrap_or_default());
        }
        if let Some(Ok(Err(error))) = finished(&mut self.keeping) {
            // Nothing depends on it: the list says less after a restart.
            tracing::warn!(%error, "the reasons could not be kept");
        }
    }

    /// Draws the card that asks for an earlier register.
    pub(crate) fn card(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) {
        let theme = cx.theme;
        widgets::card(ui, theme, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid;
            widgets::subheading(ui, theme, &view.say(say::earlier_title()));
            widgets::body(ui, theme, &view.say(say::earlier_text()));
            let label = view.say(say::earlier_label());
            let picked = self.picker.show(ui, theme, view.lang, &label, &Wanted::File(vec!["pdf"]), None);
            if let Some(Picked(paths)) = picked {
                self.look(ui, cx, view, &paths);
            }
            if self.looking.is_some() {
                widgets::soft(ui, theme, &view.say(say::earlier_looking()));
            }
        });
    }

    /// Draws what was found over the screen.
    pub(crate) fn dialog(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>) {
        if !self.is_shown {
            return;
        }
        let Some(found) = &self.found else { return };
        let theme = cx.theme;
        let title = view.say(say::earlier_found());
        let mut chosen = None;
        let crediting = &mut self.crediting;
        let response = widgets::dialog(ui.ctx(), theme, "earlier register", &title, 680.0, |ui| match found {
            Outcome::Row(earlier) => row_ui(ui, cx, view, earlier, crediting),
            Outcome::Choose(path, candidates) => {
                widgets::body(ui, theme, &view.say(say::earlier_choose()));
                for candidate in candidates {
                    let words = [&candidate.name, &candidate.company, &candidate.role];
                    let words: Vec<&str> =
                        words.into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
                    if ui.add(Button::plain(theme, words.join(", ")).wide()).clicked() {
                        chosen = Some((path.clone(), candidate.number));
                    }
                }
                ui.add(Button::quiet(theme, view.say(say::close()))).clicked()
            }
            Outcome::Trouble(message) => {
                widgets::marked(ui, theme, Tone::Caution, &view.say(message.clone()));
                ui.add_space(theme.grid);
                ui.add(Button::primary(theme, view.say(say::close()))).clicked()
            }
        });
        if response.inner || response.should_close {
            self.is_shown = false;
            self.crediting.forgive();
            ui.ctx().request_repaint();
        }
        if let Some((path, row)) = chosen {
            self.look_for(ui, cx, view, path, Some(row));
        }
    }
}

/// What the row says of each theme, and crediting it; true to close.
fn row_ui(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, earlier: &Earlier, crediting: &mut Asking) -> bool {
    let theme = cx.theme;
    let credited = earlier.credits();
    let due = earlier.themes.len() - credited.len();
    widgets::strong(ui, theme, &view.say(say::earlier_credits(credited.len(), due)));
    if !matches!(earlier.trust, Trust::Trusted { .. }) {
        widgets::marked(ui, theme, Tone::Caution, &view.say(say::earlier_untrusted(earlier.ground.signer.as_str())));
    }
    ui.add_space(theme.grid);
    for found in &earlier.themes {
        let Some(of) = view.state.script.pack.theme(&found.theme) else { continue };
        ui.horizontal_top(|ui| {
            widgets::mark(ui, theme, if found.reason.credited().is_some() { Tone::Good } else { Tone::Neutral });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                widgets::strong(ui, theme, &view.fill(&of.title));
                widgets::soft(ui, theme, &view.say(found.reason.message(view.lang)));
            });
        });
    }
    ui.add_space(theme.grid);
    crediting.trouble(ui, cx, view.state, view.lang);
    let is_new = credited.iter().any(|credit| !view.state.study.credits.contains_key(&credit.theme));
    let Some(command) = earlier.command().filter(|_| is_new) else {
        return ui.add(Button::primary(theme, view.say(say::close()))).clicked();
    };
    ui.horizontal_wrapped(|ui| {
        let credit = Button::primary(theme, view.say(say::earlier_credit(credited.len())));
        if ui.add_enabled(!crediting.is_busy(), credit).clicked() {
            crediting.start(ui, cx, command);
        }
        ui.add(Button::plain(theme, view.say(say::earlier_not_now()))).clicked()
    })
    .inner
}
