//! Preparing a session: pack, language, profile, place, trainer, who is expected, checks.

mod arriving;
mod assignment;
mod choosing;
mod course_ui;
pub mod courses;
mod details_ui;
pub mod draft;
mod findings_ui;
mod headings;
mod library;
mod passing_on;
pub mod people;
mod people_ui;
mod preview_ui;
pub mod readiness;
mod ready_ui;
pub mod sheet;
mod start;
mod themes_ui;

pub(in crate::ui) use choosing::Chosen;
pub use start::time_zone;
pub use start::waker;

use std::path::PathBuf;
use std::sync::Arc;

use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::pack::CoursePack;
use crate::profile::Profile;
use crate::text::LangTag;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::prepare::draft::Draft;
use crate::ui::prepare::draft::Turn;
use crate::ui::prepare::library::Course;
use crate::ui::prepare::library::Library;
use crate::ui::prepare::library::OwnProfile;
use crate::ui::prepare::people::Reading;
use crate::ui::prepare::readiness::Readiness;
use crate::ui::prepare::sheet::SheetError;
use crate::ui::screen_page;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    draft: Draft,
    kept: Draft,
    /// Where it is kept.
    path: Option<PathBuf>,
    /// When the draft was last kept, in seconds of the context's time.
    kept_at: f64,
    has_begun: bool,
    library: Option<Library>,
    loading: Option<Job<Library>>,
    readiness: Option<Readiness>,
    asking: Option<Job<Readiness>>,
    saving: Option<Job<Result<(), String>>>,
    starting: Option<Job<start::Started>>,
    /// What stands against the start, and where.
    troubles: Vec<(Spot, Message)>,
    /// Where the next frame takes the eye and the keyboard.
    goes_to: Option<Spot>,
    /// The subscriber's name as it was last put in for the organiser.
    offered: Option<String>,
    course_picker: PathPicker,
    profile_picker: PathPicker,
    list_picker: PathPicker,
    list_reading: Option<Job<Result<Vec<Vec<String>>, SheetError>>>,
    list_error: Option<Message>,
    preview: Option<Preview>,
    shows_report: Option<PathBuf>,
    was_saving_refused: bool,
    fit: Option<Fit>,
    passing_on: passing_on::PassingOn,
    /// What the session is to rest on, as the screen was opened.
    rests_on: Option<passing_on::Done>,
    assignment: assignment::Opening,
    /// Only a course and a profile are chosen, by somebody who studies alone.
    is_for_one: bool,
}

/// What the chosen course asks of the chosen profile in vain; found out once for each pair.
#[derive(Debug)]
struct Fit {
    course: Option<PathBuf>,
    profile: Option<PathBuf>,
    unfilled: Vec<String>,
}

impl Drop for Screen {
    /// Keeps what was typed last when the screen is left: the next one may be closed at once.
    fn drop(&mut self) {
        if let Some(path) = &self.path
            && self.draft != self.kept
            && let Err(error) = self.draft.save(path, Turn::next())
        {
            tracing::warn!(%error, "the draft could not be kept");
        }
    }
}

/// What was read from a file or pasted, before it goes onto the list.
#[derive(Debug)]
struct Preview {
    /// The file's name, if it came from one.
    file: Option<String>,
    /// The text it came from, to see whether that has changed.
    text: String,
    reading: Reading,
}

/// A field of the preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
    Course,
    Themes,
    Profile,
    Place,
    Trainer,
    Organiser,
    People,
    /// The trainer's own register.
    Ground,
    /// The computer itself is not ready.
    Computer,
    Start,
}

impl Screen {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut egui::Ui, cx: &Cx<'_>, out: &mut Actions) {
        if !std::mem::replace(&mut self.has_begun, true) {
            self.begin(ui.ctx(), cx);
        }
        self.take_results(ui.ctx(), cx, out);
        self.take_dropped(ui.ctx(), cx);
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "prepare", 880.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            ui.vertical(|ui| {
                widgets::title(ui, theme, &say::prepare_title().text(lang));
                widgets::soft(ui, theme, &say::prepare_kept().text(lang));
            });
            self.assignment_ui(ui, cx);
            self.course_ui(ui, cx);
            if let Some((pack, profile)) = self.script() {
                self.themes_ui(ui, cx, &pack, &profile);
                self.profile_ui(ui, cx, &pack, &profile);
                self.passing_on_ui(ui, cx, &pack, &profile);
                self.details_ui(ui, cx, &profile);
                self.people_ui(ui, cx, profile.identifier);
                self.checklist_ui(ui, cx, &pack, &profile);
                self.ready_ui(ui, cx, out);
                self.start_ui(ui, cx, &pack, &profile);
            }
            if !self.draft.people().is_empty() || self.draft.course.is_some() {
                let empty = Button::quiet(theme, say::prepare_again().text(lang));
                if ui.add_enabled(self.starting.is_none(), empty).clicked() {
                    let (trainer, organiser) = (self.draft.trainer.clone(), self.draft.organiser.clone());
                    self.draft = Draft { trainer, organiser, ..Draft::default() };
                    self.preview = None;
                    self.assignment = assignment::Opening::default();
                    self.troubles.clear();
                }
            }
        });
        self.keep(ui.ctx(), cx);
    }

    fn begin(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        self.draft = Draft::load(cx.data).unwrap_or_default();
        if self.draft.trainer.is_empty() {
            self.draft.trainer.clone_from(&cx.settings.trainer);
        }
        self.kept = self.draft.clone();
        self.path = Some(Draft::path(cx.data));
        if let Some(passing_on::Done { course, part, profile, register }) = self.rests_on.take() {
            self.draft.course = Some(course);
            self.draft.part = part;
            self.draft.profile = profile;
            self.draft.register = Some(register);
            // Who passes it on holds it.
            self.draft.trainer.clear();
        }
        if let Some(register) = self.draft.register.clone() {
            self.rest_on(register);
        }
        self.begin_assignment(context);
        self.reload(context, cx);
        self.ask_readiness(context, cx);
    }

    /// The chosen course and profile, once they are read and without mistakes.
    fn script(&self) -> Option<(Arc<CoursePack>, Arc<Profile>)> {
        let pack = Arc::clone(&self.chosen_course()?.loaded.as_ref().ok()?.0);
        let profile = match &self.draft.profile {
            None => Arc::clone(&pack.example_profile),
            Some(_) => match self.chosen_profile() {
                Some(OwnProfile { loaded: Ok(profile), .. }) => Arc::clone(profile),
                // The file has mistakes: the section shows them beside the example.
                _ => Arc::clone(&pack.example_profile),
            },
        };
        Some((pack, profile))
    }

    /// What the course asks of the profile in vain, in the order of its names.
    fn unfilled(&mut self, pack: &CoursePack, profile: &Profile) -> &[String] {
        let is_known =
            self.fit.as_ref().is_some_and(|fit| fit.course == self.draft.course && fit.profile == self.draft.profile);
        if !is_known {
            let unfilled = pack.not_filled_by(profile).into_iter().collect();
            let (course, chosen) = (self.draft.course.clone(), self.draft.profile.clone());
            self.fit = Some(Fit { course, profile: chosen, unfilled });
        }
        self.fit.as_ref().map_or(&[], |fit| &fit.unfilled)
    }

    fn chosen_course(&self) -> Option<&Course> {
        let folder = self.draft.course.as_ref()?;
        self.library.as_ref()?.courses.iter().find(|course| course.folder == *folder)
    }

    fn chosen_profile(&self) -> Option<&OwnProfile> {
        let file = self.draft.profile.as_ref()?;
        self.library.as_ref()?.profiles.iter().find(|profile| profile.file == *file)
    }

    /// The language of the room: the chosen one if the course speaks it, else its main one.
    fn language(&self, pack: &CoursePack) -> LangTag {
        let chosen = self.draft.language.as_deref();
        let known = pack.languages.iter().find(|tag| Some(tag.as_str()) == chosen);
        known.or(pack.languages.first()).cloned().unwrap_or_else(|| LangTag("fi".into()))
    }

    /// Keeps the draft when it has changed, one write at a time and while somebody types once a second.
    fn keep(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        if let Some(Ok(Err(reason))) = finished(&mut self.saving) {
            tracing::warn!(%reason, "the draft could not be kept");
            self.was_saving_refused = true;
        }
        if self.draft == self.kept || self.saving.is_some() || self.starting.is_some() {
            return;
        }
        let now = context.input(|input| input.time);
        let wait = self.kept_at + 1.0 - now;
        if context.text_edit_focused() && wait > 0.0 {
            context.request_repaint_after(std::time::Duration::from_secs_f64(wait));
        } else {
            self.kept_at = now;
            let (draft, path) = (self.draft.clone(), Draft::path(cx.data));
            self.kept = self.draft.clone();
            let turn = Turn::next();
            self.saving = Some(Job::start(context, "keep-draft", move |_| {
                draft.save(&path, turn).map_err(|error| error.to_string())
            }));
        }
    }

    /// What is wrong at `spot`, in words.
    fn error(&self, spot: Spot, cx: &Cx<'_>) -> Option<String> {
        let (_, message) = self.troubles.iter().find(|(at, _)| *at == spot)?;
        Some(message.text(cx.lang))
    }

    /// Says what stands against the start, and goes to the first of it.
    fn stop_at(&mut self, context: &egui::Context, troubles: Vec<(Spot, Message)>) {
        self.goes_to = troubles.first().map(|(spot, _)| *spot);
        self.troubles = troubles;
        context.request_repaint();
    }

    /// Brings what mends `spot` into sight and gives it the keyboard, if that is where to go.
    fn reach(&mut self, spot: Spot, response: &egui::Response) {
        if self.goes_to == Some(spot) {
            self.goes_to = None;
            response.request_focus();
            response.scroll_to_me(Some(egui::Align::Center));
        }
    }

    fn mended(&mut self, spot: Spot) {
        self.troubles.retain(|(at, _)| *at != spot);
    }
}
