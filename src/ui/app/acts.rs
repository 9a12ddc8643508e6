//! Doing what screens and keys ask for.

use std::path::PathBuf;
use std::thread::JoinHandle;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::records::Assignment;
use crate::ui::Action;
use crate::ui::Route;
use crate::ui::app::App;
use crate::ui::app::NOTICE_SECONDS;
use crate::ui::app::Notice;
use crate::ui::app::look_message;
use crate::ui::app::viewer;
use crate::ui::command::UiCommand;
use crate::ui::home;
use crate::ui::projector::Control;
use crate::ui::settings::Settings;
use crate::ui::verify;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

impl App {
    pub(super) fn act(&mut self, context: &egui::Context, action: Action) {
        // What was asked for shows at once, in this window and the other.
        context.request_repaint();
        match action {
            Action::Session(command) => {
                if let Some((_, running)) = &self.session
                    && running.client.send(command).is_err()
                {
                    self.problem(common::session_busy());
                }
            }
            Action::Go(route) => self.go(*route),
            Action::Projector(control) => self.control(control),
            Action::Phones(ask) => self.act_phones(context, ask),
            Action::Settings(settings) => self.change_settings(settings),
            Action::Notice(message) => {
                let until = context.input(|input| input.time) + NOTICE_SECONDS;
                self.notice = Some(Notice { message, tone: Tone::Accent, until: Some(until) });
            }
            Action::Problem(message) => self.problem(message),
            Action::Adopt(engine) => self.adopt(engine),
            Action::Release => self.release(),
            Action::Ui(command) => self.command(context, command),
            Action::Reveal(path) => self.reveal(context, path, None),
            Action::ShowPage(path, page) => self.reveal(context, path, page),
        }
    }

    /// Does what concerns the whole window; the rest is for the screens, which read it from [`Cx::pressed`].
    fn command(&mut self, context: &egui::Context, command: UiCommand) {
        match command {
            UiCommand::Blackout => self.control(Control::Blackout(!self.projector.is_black)),
            UiCommand::Freeze => self.control(Control::Freeze(!self.projector.is_frozen)),
            UiCommand::ToggleProjector => self.control(Control::Show(!self.projector.is_shown)),
            UiCommand::ProjectorFullScreen => {
                self.control(Control::FullScreen(!(self.projector.is_shown && self.projector.is_full_screen)));
            }
            UiCommand::Phones => self.toggle_phones(),
            UiCommand::ShowJoining => self.toggle_joining(),
            UiCommand::ShowKeys => self.shows_keys = !self.shows_keys,
            UiCommand::ChangeLanguage => {
                let lang = match self.settings.lang {
                    Lang::Fi => Lang::En,
                    Lang::En => Lang::Fi,
                };
                self.change_settings(Settings { lang, ..self.settings.clone() });
            }
            UiCommand::ChangeLook => {
                let look = self.settings.look.next();
                self.change_settings(Settings { look, ..self.settings.clone() });
                let name = look_message(look).text(self.settings.lang);
                self.act(context, Action::Notice(common::look_is(name)));
            }
            UiCommand::GoHome => self.go_home(),
            UiCommand::Quit => self.quit(context),
            UiCommand::NextStep
            | UiCommand::PreviousStep
            | UiCommand::Pause
            | UiCommand::OpenOrRevealQuestion
            | UiCommand::CountHands
            | UiCommand::NoteItem
            | UiCommand::JumpToStep
            | UiCommand::Nudge
            | UiCommand::NotesLarger
            | UiCommand::NotesSmaller => {}
        }
    }

    /// Watches the folder that the settings name, and tells what came into it where that disturbs nobody.
    pub(super) fn watch(&mut self, context: &egui::Context) {
        self.watcher.keep(context, &self.settings.watching, &self.data, &self.clock);
        let is_free = match &self.route {
            Route::Home(_)
            | Route::Prepare(_)
            | Route::Verify(_)
            | Route::Identity(_)
            | Route::Records(_)
            | Route::Settings(_) => self.notice.is_none(),
            Route::Alone(_)
            | Route::Lobby(_)
            | Route::Room(_)
            | Route::Study(_)
            | Route::Finish(_)
            | Route::Refresh(_)
            | Route::Preview(_) => false,
        };
        if let Some(message) = is_free.then(|| self.watcher.take_news()).flatten() {
            self.act(context, Action::Notice(message));
        }
    }

    /// Lets go of the running session; its journal stays.
    pub(super) fn release(&mut self) {
        self.leave_study();
        self.phones.forget();
        self.session = None;
        self.kept_room = None;
        self.control(Control::Show(false));
    }

    /// Does something to the projector.
    pub fn control(&mut self, control: Control) {
        self.projector.control(control);
    }

    fn problem(&mut self, message: Message) {
        self.notice = Some(Notice { message, tone: Tone::Bad, until: None });
    }

    /// Changes and keeps what the person has chosen.
    pub fn change_settings(&mut self, settings: Settings) {
        if settings == self.settings {
            return;
        }
        self.settings = settings;
        self.finish_saving();
        match self.settings.save(&self.data) {
            Ok(saving) => self.saving = Some(saving),
            Err(reason) => self.problem(common::settings_not_saved(reason)),
        }
    }

    pub(super) fn finish_saving(&mut self) {
        // A panic while saving has printed itself; there is nothing to add to it.
        if let Some(Ok(Err(reason))) = self.saving.take().map(JoinHandle::join) {
            self.problem(common::settings_not_saved(reason));
        }
    }

    pub(super) fn take_dropped(&mut self, context: &egui::Context) {
        let files: Vec<PathBuf> =
            context.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if files.is_empty() {
            return;
        }
        let is_assignment = files.iter().any(|file| Assignment::is_named(file));
        match &self.route {
            Route::Home(_) if is_assignment => {}
            Route::Verify(_) | Route::Refresh(_) | Route::Settings(_) | Route::Preview(_) if is_assignment => {
                self.route = Route::Home(home::Screen::default());
            }
            Route::Prepare(_)
            | Route::Alone(_)
            | Route::Verify(_)
            | Route::Identity(_)
            | Route::Study(_)
            | Route::Records(_) => {}
            Route::Home(_) | Route::Refresh(_) | Route::Settings(_) | Route::Preview(_) => {
                self.route = Route::Verify(verify::Screen::default());
            }
            Route::Lobby(_) | Route::Room(_) | Route::Finish(_) => {
                self.notice = Some(Notice { message: common::drop_later(), tone: Tone::Caution, until: None });
                return;
            }
        }
        self.dropped = files;
    }

    fn reveal(&mut self, context: &egui::Context, path: PathBuf, page: Option<u32>) {
        self.showing = Some(Job::start(context, "show-file", move |_| viewer::show(&path, page)));
    }

    /// Tells when a file could not be shown.
    pub(super) fn finish_showing(&mut self) {
        if let Some(Ok(Err(path))) = finished(&mut self.showing) {
            self.problem(common::cannot_show(path));
        }
    }
}
