//! The shell: owns the route, the running session and the projector, and does what screens ask for.

mod acts;
mod header;
mod leaving;
mod look;
mod overlays;
mod phones;
mod second_window;
mod study;
mod viewer;

pub use look::look_message;

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use crate::clock::Clock;
use crate::engine::Engine;
use crate::files::DataFolder;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::session::Place;
use crate::text::Id;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::alone;
use crate::ui::app::leaving::Leaving;
use crate::ui::command::UiCommand;
use crate::ui::fonts;
use crate::ui::home;
use crate::ui::images::Images;
use crate::ui::phones::Phones;
use crate::ui::preview;
use crate::ui::projector::Projector;
use crate::ui::projector::Status;
use crate::ui::records::Watcher;
use crate::ui::room;
use crate::ui::settings::Settings;
use crate::ui::slide::Face;
use crate::ui::slide::Slides;
use crate::ui::theme::DEFAULT_ACCENT;
use crate::ui::theme::Theme;
use crate::ui::verify;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;

/// How the window starts.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language asked for at the start, or the desktop's.
    pub lang: Lang,
    /// Whether `lang` was asked for; else the settings come first.
    pub lang_is_asked: bool,
    /// Registers to check at once.
    pub files: Vec<PathBuf>,
    /// A course to show to its author, and the step to begin with.
    pub preview: Option<(PathBuf, Option<Id>)>,
}

/// The whole window. Drawn with [`App::ui`], which needs no display.
pub struct App {
    data: DataFolder,
    clock: Arc<dyn Clock>,
    settings: Settings,
    saving: Option<JoinHandle<Result<(), String>>>,
    route: Route,
    kept_room: Option<room::Screen>,
    /// The beginning of a self-study that was left before it was begun.
    kept_alone: Option<alone::Screen>,
    session: Option<(Engine, Running)>,
    projector: Status,
    second_window: Projector,
    phones: Phones,
    watcher: Watcher,
    /// A file that is being shown with the desktop's own program.
    showing: Option<Job<Result<(), String>>>,
    place: Option<Place>,
    displays_asked: Option<std::time::Instant>,
    images: Images,
    slides: Slides,
    theme: Theme,
    is_styled: bool,
    notice: Option<Notice>,
    shows_keys: bool,
    leaving: Option<Leaving>,
    /// The person has said that the program may end in the middle of a session.
    may_quit: bool,
    dropped: Vec<PathBuf>,
}

struct Notice {
    message: Message,
    tone: Tone,
    /// When it goes by itself, in seconds of the context's time; problems stay.
    until: Option<f64>,
}

/// The longest side of a texture, in pixels; no picture is wider.
const WIDEST_TEXTURE: usize = 4096;
/// How long a notice stays, in seconds.
const NOTICE_SECONDS: f64 = 8.0;

impl App {
    /// The window as it starts: at Home, or at the files it was given. Reads the settings and nothing else.
    pub fn new(options: Options, data: DataFolder, clock: Arc<dyn Clock>) -> Self {
        let kept = Settings::load(&data);
        let takes_lang = options.lang_is_asked || kept.is_none();
        let mut settings = kept.unwrap_or_default();
        if takes_lang {
            settings.lang = options.lang;
        }
        let route = match options.preview {
            Some((folder, step)) => Route::Preview(preview::Screen::new(folder, step)),
            None if options.files.is_empty() => Route::Home(home::Screen::default()),
            None => Route::Verify(verify::Screen::default()),
        };
        let theme = Theme::new(settings.look, false, DEFAULT_ACCENT);
        Self {
            data,
            clock,
            settings,
            saving: None,
            route,
            kept_room: None,
            kept_alone: None,
            session: None,
            projector: Status::default(),
            second_window: Projector::default(),
            phones: Phones::default(),
            watcher: Watcher::default(),
            showing: None,
            place: None,
            displays_asked: None,
            images: Images::default(),
            slides: Slides::default(),
            theme,
            is_styled: false,
            notice: None,
            shows_keys: false,
            leaving: None,
            may_quit: false,
            dropped: options.files,
        }
    }

    /// Starts what can be read before there is a window.
    pub fn begin(&mut self, context: &egui::Context) {
        if let Route::Preview(screen) = &mut self.route {
            screen.begin(context);
        }
    }

    /// The running session, if one is open.
    pub fn session(&self) -> Option<&Running> {
        self.session.as_ref().map(|(_, running)| running)
    }

    /// Where the window stands.
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// Goes to another screen.
    pub fn go(&mut self, route: Route) {
        let route = self.as_studied(route);
        self.leave_study();
        // What was begun is there again for whoever comes back: on the console as from signing somebody in, at the
        // beginning of a self-study as from the settings.
        match std::mem::replace(&mut self.route, route) {
            Route::Room(room) => self.kept_room = Some(room),
            Route::Alone(alone) if self.session.is_none() => self.kept_alone = Some(alone.left()),
            _ => {}
        }
        match &mut self.route {
            Route::Room(room) => *room = self.kept_room.take().unwrap_or_else(|| std::mem::take(room)),
            // An assignment begins anew.
            Route::Alone(alone) if alone.is_assigned() => {}
            Route::Alone(alone) => *alone = self.kept_alone.take().unwrap_or_else(|| std::mem::take(alone)),
            _ => {}
        }
    }

    /// Takes an engine that has just been started or resumed as the running session.
    pub fn adopt(&mut self, engine: Engine) {
        let client = engine.client();
        let snapshot = client.snapshot();
        self.session = Some((engine, Running { client, snapshot }));
        self.kept_room = None;
        self.projector.is_black = false;
        self.projector.is_frozen = false;
        self.projector.is_joining = false;
        self.adopt_phones();
    }

    /// How the projector stands.
    pub fn projector(&self) -> &Status {
        &self.projector
    }

    /// What the room sees, or would see if the projector's window were open.
    pub fn shown(&self) -> Arc<Face> {
        self.second_window.face()
    }

    /// What the person has chosen.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Takes in what happened elsewhere: snapshots, refusals, finished work. Draws nothing.
    pub fn logic(&mut self, context: &egui::Context) {
        if let Some((_, running)) = &mut self.session {
            running.snapshot = running.client.snapshot();
            if let Some(refusal) = running.client.take_outcomes().pop() {
                let message = crate::engine::ask_message(&refusal, Some(&running.snapshot.state), self.settings.lang);
                self.notice = Some(Notice { message, tone: Tone::Caution, until: None });
            }
        }
        if self.saving.as_ref().is_some_and(JoinHandle::is_finished) {
            self.finish_saving();
        }
        self.look_at_phones(context);
        self.watch(context);
        self.finish_showing();
        self.guard_closing(context);
        self.restyle(context);
        self.update_projector(context);
    }

    /// One frame without a window system: takes in what happened, then draws.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        if !self.is_styled {
            fonts::install(ui.ctx());
        }
        self.logic(&ui.ctx().clone());
        self.draw(ui);
    }

    /// Draws the window and does what its screens ask for.
    fn draw(&mut self, ui: &mut egui::Ui) {
        let context = ui.ctx().clone();
        self.take_dropped(&context);
        // A participant at the computer sees neither the shell nor reaches it by a key.
        let is_handed_over = matches!(&self.route, Route::Room(room) if room.is_handed_over());
        let mut pressed = if is_handed_over { Vec::new() } else { UiCommand::pressed(&context, self.commands()) };
        pressed.extend(self.second_window.take_pressed());
        tracing::trace!(?pressed, "console drawn");
        let mut out = Actions::default();
        for command in &pressed {
            out.push(Action::Ui(*command));
        }
        if !is_handed_over {
            self.header(ui, &mut out);
        }
        self.screen(ui, &pressed, &mut out);
        self.overlays(ui, &mut out);
        for action in out.0 {
            self.act(&context, action);
        }
        if self.projector.is_shown {
            self.second_window.show(&context, &self.projector, self.settings.lang, &self.images, &self.slides);
        } else {
            self.second_window.hide();
        }
    }

    /// Whether something lies over the screen that takes the keys.
    fn has_dialog(&self) -> bool {
        self.shows_keys || self.leaving.is_some() || self.phones.dialog.is_some()
    }

    fn screen(&mut self, ui: &mut egui::Ui, pressed: &[UiCommand], out: &mut Actions) {
        let dropped = std::mem::take(&mut self.dropped);
        let cx = Cx {
            lang: self.settings.lang,
            theme: &self.theme,
            images: &self.images,
            clock: &self.clock,
            data: &self.data,
            settings: &self.settings,
            session: self.session.as_ref().map(|(_, running)| running),
            has_dialog: self.has_dialog(),
            pressed: if self.has_dialog() { &[] } else { pressed },
            projector: &self.projector,
            phones: &self.phones,
            watcher: &self.watcher,
            slides: &self.slides,
            dropped: &dropped,
        };
        // The window has been cleared with the background already: filling it again would cost as much as all the rest.
        egui::CentralPanel::default().frame(egui::Frame::new()).show(ui, |ui| match &mut self.route {
            Route::Home(screen) => screen.show(ui, &cx, out),
            Route::Prepare(screen) => screen.show(ui, &cx, out),
            Route::Alone(screen) => screen.show(ui, &cx, out),
            Route::Lobby(screen) => screen.show(ui, &cx, out),
            Route::Room(screen) => screen.show(ui, &cx, out),
            Route::Study(screen) => screen.show(ui, &cx, out),
            Route::Finish(screen) => screen.show(ui, &cx, out),
            Route::Verify(screen) => screen.show(ui, &cx, out),
            Route::Identity(screen) => screen.show(ui, &cx, out),
            Route::Refresh(screen) => screen.show(ui, &cx, out),
            Route::Records(screen) => screen.show(ui, &cx, out),
            Route::Settings(screen) => screen.show(ui, &cx, out),
            Route::Preview(screen) => screen.show(ui, &cx, out),
        });
    }
}

impl Drop for App {
    fn drop(&mut self) {
        self.leave_study();
        self.finish_saving();
    }
}

impl eframe::App for App {
    fn logic(&mut self, context: &egui::Context, frame: &mut eframe::Frame) {
        self.look_at_displays(frame);
        Self::logic(self, context);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    /// Bounds the texture of letters: drivers allow sides of which a row alone is as large as all letters here need, and
    /// every row is as high as its highest letter.
    fn raw_input_hook(&mut self, _context: &egui::Context, input: &mut egui::RawInput) {
        input.max_texture_side = input.max_texture_side.map(|side| side.min(WIDEST_TEXTURE));
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.theme.background.to_normalized_gamma_f32()
    }
}
