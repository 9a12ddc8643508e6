//! What a self-study leaves behind: the register, feedback that may be sent, and what comes after.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::engine::layout;
use crate::files::write_atomically;
use crate::i18n::Message;
use crate::i18n::messages::alone as say;
use crate::i18n::messages::desk;
use crate::paper::course::Course;
use crate::register::feedback_file::write_feedback;
use crate::session::State;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::finish::Screen;
use crate::ui::prepare;
use crate::ui::refresh;
use crate::ui::verify::answers_ui;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::Stopped;
use crate::ui::work::finished;

/// What is being made of a closed self-study, and what became of it.
#[derive(Debug, Default)]
pub(super) struct Afterwards {
    guide: Making,
    feedback: Making,
}

/// Files that are made when they are asked for.
#[derive(Debug, Default)]
struct Making {
    job: Option<Job<Result<PathBuf, Message>>>,
    made: Option<PathBuf>,
    error: Option<Message>,
}

impl Making {
    /// Takes the result in, and shows the file once it is there.
    fn take(&mut self, out: &mut Actions) {
        match finished(&mut self.job) {
            Some(Ok(Ok(path))) => {
                out.push(Action::Reveal(path.clone()));
                self.made = Some(path);
                self.error = None;
            }
            Some(Ok(Err(message))) => self.error = Some(message),
            Some(Err(Stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
    }

    fn error_ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        if let Some(error) = &self.error {
            widgets::error_line(ui, cx.theme, &error.text(cx.lang));
        }
    }
}

impl Screen {
    pub(super) fn alone_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let state = &running.snapshot.state;
        self.afterwards.guide.take(out);
        self.afterwards.feedback.take(out);
        let has_passed = state.learner().is_some_and(|learner| learner.has_passed());
        let is_passed = has_passed || state.script.pack.final_test.is_none();
        ui.vertical(|ui| {
            let title = if is_passed { say::done_title() } else { say::done_unpassed_title() };
            widgets::title(ui, theme, &title.text(lang));
            widgets::soft(ui, theme, &state.setup.course_title);
        });
        self.register_ui(ui, cx, state, out);
        self.feedback_ui(ui, cx, running);
        self.afterwards_ui(ui, cx, running, is_passed, out);
        self.check_ui(ui, cx);
        let mut signs_again = false;
        ui.horizontal_wrapped(|ui| {
            if widgets::main_button(ui, true, Button::primary(theme, desk::done().text(lang)).large()) {
                out.push(Action::Release);
                out.push(Action::Go(Box::new(Route::Home(Default::default()))));
            }
            signs_again = ui.add(Button::quiet(theme, desk::sign_again().text(lang))).clicked();
        });
        if signs_again {
            self.signed = None;
            self.has_keyboard = false;
        }
    }

    /// The register and to whom it goes.
    fn register_ui(&self, ui: &mut Ui, cx: &Cx<'_>, state: &State, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let Some(signed) = &self.signed else { return };
        widgets::section(ui, theme, &say::register_title().text(lang), |ui| {
            let company = state.learner().map_or("", |learner| learner.details.company.as_str());
            let text = say::register_text(state.setup.subscriber.as_str(), company);
            widgets::body(ui, theme, &text.text(lang));
            widgets::caption(ui, theme, &signed.file("register.pdf").display().to_string());
            ui.horizontal_wrapped(|ui| {
                if ui.add(Button::plain(theme, desk::show_register().text(lang))).clicked() {
                    out.push(Action::Reveal(signed.file("register.pdf")));
                }
                if ui.add(Button::plain(theme, desk::open_folder().text(lang))).clicked() {
                    out.push(Action::Reveal(signed.folder.clone()));
                }
            });
            if !signed.is_at_home {
                widgets::marked(ui, theme, Tone::Caution, &desk::not_at_home().text(lang));
            }
        });
    }

    /// What the program's own check says of the fresh register.
    fn check_ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some(signed) = &self.signed else { return };
        widgets::section(ui, cx.theme, &desk::own_check().text(cx.lang), |ui| match &signed.verdict {
            Ok(verdict) => answers_ui(ui, cx, verdict),
            Err(reason) => {
                widgets::marked(ui, cx.theme, Tone::Bad, &desk::own_check_failed(reason.as_str()).text(cx.lang));
            }
        });
    }

    /// Feedback and development items, which leave only in a file that the learner sends.
    fn feedback_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running) {
        let (theme, lang) = (cx.theme, cx.lang);
        let state = &running.snapshot.state;
        let Some(folder) = self.signed.as_ref().map(|signed| signed.folder.clone()) else { return };
        let (forms, items) = (state.feedback.len(), state.items.len());
        if forms + items == 0 {
            return;
        }
        widgets::section(ui, theme, &say::send_title().text(lang), |ui| {
            widgets::body(ui, theme, &say::send_text(forms, items).text(lang));
            let making = &mut self.afterwards.feedback;
            making.error_ui(ui, cx);
            if let Some(path) = &making.made {
                let text = say::send_made(state.setup.subscriber.as_str()).text(lang);
                widgets::marked(ui, theme, Tone::Good, &text);
                widgets::caption(ui, theme, &path.display().to_string());
            }
            let is_idle = making.job.is_none();
            if ui.add_enabled(is_idle, Button::plain(theme, say::send_make().text(lang))).clicked() {
                let (snapshot, folder) = (Arc::clone(&running.snapshot), folder.clone());
                making.job = Some(Job::start(ui.ctx(), "feedback-file", move |_| {
                    write_feedback((&*snapshot).into(), &folder).map_err(|error| error.message())
                }));
            }
        });
    }

    /// The pocket guide, refreshers, and the course for one's own team.
    fn afterwards_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, is_passed: bool, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let state = &running.snapshot.state;
        let Some(folder) = self.signed.as_ref().map(|signed| signed.folder.clone()) else { return };
        widgets::section(ui, theme, &say::after_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            if !state.script.pack.pocket_guide.is_empty() {
                widgets::body(ui, theme, &say::guide_text().text(lang));
                let making = &mut self.afterwards.guide;
                making.error_ui(ui, cx);
                let button = Button::plain(theme, say::guide_show().text(lang));
                if ui.add_enabled(making.job.is_none(), button).clicked() {
                    let (snapshot, out) = (Arc::clone(&running.snapshot), folder.clone());
                    making.job = Some(Job::start(ui.ctx(), "pocket-guide", move |_| {
                        pocket_guide(&snapshot.state, &snapshot.folder, &out)
                    }));
                }
            }
            if is_passed {
                widgets::body(ui, theme, &say::refresh_text().text(lang));
                if ui.add(Button::plain(theme, say::refresh_start().text(lang))).clicked() {
                    let refresh = refresh::Screen::after(running.snapshot.folder.to_path_buf());
                    out.push(Action::Release);
                    out.push(Action::Go(Box::new(Route::Refresh(refresh))));
                }
                widgets::body(ui, theme, &say::pass_on_text().text(lang));
                if ui.add(Button::plain(theme, say::pass_on().text(lang))).clicked() {
                    let prepare = prepare::Screen::passing_on(&running.snapshot);
                    out.push(Action::Release);
                    out.push(Action::Go(Box::new(Route::Prepare(prepare))));
                }
            }
        });
    }
}

/// Prints the pocket guide of the session in `folder` into `out`.
fn pocket_guide(state: &State, folder: &Path, out: &Path) -> Result<PathBuf, Message> {
    let profile_folder = layout::profile(folder);
    let course = Course {
        pack: &state.script.pack,
        profile: &state.script.profile,
        profile_folder: &profile_folder,
        language: &state.setup.language,
    };
    let pdf = course.pocket_guide().map_err(|error| crate::i18n::messages::register::not_printed(error.to_string()))?;
    let path = out.join("pocket-guide.pdf");
    write_atomically(&path, &pdf).map_err(|error| crate::engine::file_message(&error))?;
    Ok(path)
}
