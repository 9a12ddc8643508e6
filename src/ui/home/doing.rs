//! What is done with a session from the first screen: resume, export, remove.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::engine::Engine;
use crate::engine::RemoveError;
use crate::engine::SessionGist;
use crate::engine::SessionSummary;
use crate::engine::StartError;
use crate::engine::export_session;
use crate::engine::remove_message;
use crate::engine::remove_session;
use crate::engine::start_message;
use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::i18n::messages::desk;
use crate::i18n::messages::home as say;
use crate::session::Place;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::home::sessions_ui::where_and_when;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Wanted;
use crate::ui::prepare::waker;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The one thing that is being done, and the question that is asked first.
#[derive(Debug, Default)]
pub(super) struct Doing {
    folder: PathBuf,
    resuming: Option<Job<Result<Engine, StartError>>>,
    exporting: Option<Job<Result<PathBuf, RemoveError>>>,
    removing: Option<Job<Result<(), RemoveError>>>,
    asked: Option<Asked>,
    error: Option<Message>,
}

#[derive(Debug)]
struct Asked {
    folder: PathBuf,
    gist: SessionGist,
    question: Question,
}

#[derive(Debug)]
enum Question {
    ExportTo(PathPicker),
    Remove { is_sure: bool },
}

impl Doing {
    pub(super) fn is_idle(&self) -> bool {
        self.resuming.is_none() && self.exporting.is_none() && self.removing.is_none()
    }

    pub(super) fn error(&self) -> Option<&Message> {
        self.error.as_ref()
    }

    pub(super) fn resume(&mut self, context: &egui::Context, cx: &Cx<'_>, folder: &Path) {
        folder.clone_into(&mut self.folder);
        self.error = None;
        let (folder, clock, waker) = (folder.to_owned(), Arc::clone(cx.clock), waker(context));
        self.resuming = Some(Job::start(context, "resume", move |_| Engine::resume(&folder, clock, waker)));
    }

    pub(super) fn ask_to_export(&mut self, summary: &SessionSummary, gist: &SessionGist) {
        self.ask(summary, gist, Question::ExportTo(PathPicker::default()));
    }

    pub(super) fn ask_to_remove(&mut self, summary: &SessionSummary, gist: &SessionGist) {
        self.ask(summary, gist, Question::Remove { is_sure: false });
    }

    fn ask(&mut self, summary: &SessionSummary, gist: &SessionGist, question: Question) {
        self.error = None;
        self.asked = Some(Asked { folder: summary.folder.clone(), gist: gist.clone(), question });
    }

    /// Takes in what is done; returns whether the list has changed.
    pub(super) fn take_results(&mut self, cx: &Cx<'_>, out: &mut Actions) -> bool {
        match finished(&mut self.resuming) {
            Some(Ok(Ok(engine))) => {
                let route = route_of(&engine);
                out.push(Action::Adopt(engine));
                out.push(Action::Go(Box::new(route)));
            }
            Some(Ok(Err(error))) => self.error = Some(start_message(&error, cx.lang)),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        match finished(&mut self.exporting) {
            Some(Ok(Ok(path))) => {
                out.push(Action::Notice(say::exported(path.display().to_string())));
                out.push(Action::Reveal(path));
            }
            Some(Ok(Err(error))) => self.error = Some(remove_message(&error)),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        match finished(&mut self.removing) {
            Some(Ok(Ok(()))) => {
                out.push(Action::Notice(say::removed()));
                return true;
            }
            Some(Ok(Err(error))) => {
                self.error = Some(remove_message(&error));
                return true;
            }
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        false
    }

    /// What is being done with the session in `folder`, in words.
    pub(super) fn progress_ui(&self, ui: &mut Ui, cx: &Cx<'_>, folder: &Path) {
        if folder != self.folder {
            return;
        }
        let text = if self.resuming.is_some() {
            say::resuming()
        } else if self.exporting.is_some() {
            say::exporting()
        } else if self.removing.is_some() {
            say::removing()
        } else {
            return;
        };
        widgets::progress(ui, cx.theme, 0.5, &text.text(cx.lang));
    }

    pub(super) fn dialogs(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let Some(mut asked) = self.asked.take() else { return };
        let stays = match &mut asked.question {
            Question::ExportTo(picker) => match export_dialog(ui, cx, &asked.gist, picker) {
                Some(Exporting::To(to)) => {
                    self.folder.clone_from(&asked.folder);
                    let folder = asked.folder.clone();
                    self.exporting = Some(Job::start(ui.ctx(), "export", move |_| export_session(&folder, &to)));
                    false
                }
                Some(Exporting::Nothing) => false,
                None => true,
            },
            Question::Remove { is_sure } => match remove_dialog(ui, cx, &asked.gist, is_sure) {
                Some(Chosen::Remove) => {
                    self.folder.clone_from(&asked.folder);
                    let folder = asked.folder.clone();
                    self.removing = Some(Job::start(ui.ctx(), "remove", move |_| remove_session(&folder)));
                    false
                }
                Some(Chosen::Export) => {
                    asked.question = Question::ExportTo(PathPicker::default());
                    true
                }
                Some(Chosen::Nothing) => false,
                None => true,
            },
        };
        if stays {
            self.asked = Some(asked);
        }
    }
}

/// Where a resumed session goes on.
fn route_of(engine: &Engine) -> Route {
    let snapshot = engine.client().snapshot();
    if snapshot.state.closed_at.is_some() {
        return Route::Finish(Default::default());
    }
    if !snapshot.state.setup.form.is_room() {
        return Route::Study(Default::default());
    }
    match snapshot.state.place {
        Place::Lobby => Route::Lobby(Default::default()),
        Place::Step(_) | Place::FinalTest | Place::Feedback | Place::SignOut => Route::Room(Default::default()),
    }
}

enum Exporting {
    To(PathBuf),
    Nothing,
}

fn export_dialog(ui: &Ui, cx: &Cx<'_>, gist: &SessionGist, picker: &mut PathPicker) -> Option<Exporting> {
    let (theme, lang) = (cx.theme, cx.lang);
    let title = say::export_title().text(lang);
    let response = widgets::dialog(ui.ctx(), theme, "export", &title, 640.0, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        widgets::strong(ui, theme, &gist.setup.course_title);
        widgets::soft(ui, theme, &where_and_when(cx, gist));
        widgets::body(ui, theme, &say::export_text().text(lang));
        picker.show(ui, theme, lang, &say::export_to().text(lang), &Wanted::Folder, None);
        ui.horizontal(|ui| {
            let to = picker.path();
            let go = Button::primary(theme, say::export_now().text(lang));
            if ui.add_enabled(to.is_some(), go).clicked() {
                return to.map(Exporting::To);
            }
            ui.add(Button::plain(theme, common::cancel().text(lang))).clicked().then_some(Exporting::Nothing)
        })
        .inner
    });
    response.inner.or_else(|| response.should_close.then_some(Exporting::Nothing))
}

enum Chosen {
    Remove,
    Export,
    Nothing,
}

fn remove_dialog(ui: &Ui, cx: &Cx<'_>, gist: &SessionGist, is_sure: &mut bool) -> Option<Chosen> {
    let (theme, lang) = (cx.theme, cx.lang);
    let title = say::remove_title().text(lang);
    let response = widgets::dialog(ui.ctx(), theme, "remove", &title, 640.0, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        widgets::strong(ui, theme, &gist.setup.course_title);
        widgets::soft(ui, theme, &where_and_when(cx, gist));
        let is_empty = gist.signed_in == 0;
        if is_empty {
            widgets::body(ui, theme, &say::remove_empty().text(lang));
            *is_sure = true;
        } else {
            widgets::toned(ui, theme, Tone::Bad, |ui| {
                widgets::body(ui, theme, &say::remove_warning().text(lang));
            });
            widgets::check(ui, theme, is_sure, &say::remove_sure().text(lang));
        }
        ui.horizontal(|ui| {
            if !is_empty && ui.add(Button::plain(theme, say::export_first().text(lang))).clicked() {
                return Some(Chosen::Export);
            }
            let remove = Button::danger(theme, say::remove_now().text(lang));
            if ui.add_enabled(*is_sure, remove).clicked() {
                return Some(Chosen::Remove);
            }
            ui.add(Button::plain(theme, common::cancel().text(lang))).clicked().then_some(Chosen::Nothing)
        })
        .inner
    });
    response.inner.or_else(|| response.should_close.then_some(Chosen::Nothing))
}
