//! The shell: owns the route, the running session and the projector, and does what screens ask for.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use crate::clock::Clock;
use crate::engine::Engine;
use crate::files::DataFolder;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::i18n::messages::slides;
use crate::session::Place;
use crate::text::Id;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::command::UiCommand;
use crate::ui::fonts;
use crate::ui::home;
use crate::ui::images::Images;
use crate::ui::preview;
use crate::ui::projector::Control;
use crate::ui::projector::Projector;
use crate::ui::projector::Status;
use crate::ui::room;
use crate::ui::settings::Settings;
use crate::ui::slide::Face;
use crate::ui::slide::Slides;
use crate::ui::slide::break_end;
use crate::ui::slide::current_face;
use crate::ui::theme::DEFAULT_ACCENT;
use crate::ui::theme::Look;
use crate::ui::theme::Theme;
use crate::ui::theme::size;
use crate::ui::verify;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

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
    session: Option<(Engine, Running)>,
    projector: Status,
    second_window: Projector,
    place: Option<Place>,
    displays_asked: Option<std::time::Instant>,
    images: Images,
    slides: Slides,
    theme: Theme,
    is_styled: bool,
    notice: Option<Notice>,
    shows_keys: bool,
    asks_to_leave: bool,
    dropped: Vec<PathBuf>,
}

struct Notice {
    message: Message,
    tone: Tone,
    /// When it goes by itself, in seconds of the context's time; problems stay.
    until: Option<f64>,
}

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
            session: None,
            projector: Status::default(),
            second_window: Projector::default(),
            place: None,
            displays_asked: None,
            images: Images::default(),
            slides: Slides::default(),
            theme,
            is_styled: false,
            notice: None,
            shows_keys: false,
            asks_to_leave: false,
            dropped: options.files,
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
        // What was begun on the console is there again when the trainer comes back, as from signing somebody in.
        if let Route::Room(room) = std::mem::replace(&mut self.route, route) {
            self.kept_room = Some(room);
        }
        if let Route::Room(room) = &mut self.route
            && let Some(kept) = self.kept_room.take()
        {
            *room = kept;
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
        self.restyle(context);
        self.update_projector(context);
    }

    /// Tells the second window what the room should see, and asks to be called when a break's countdown moves on.
    fn update_projector(&mut self, context: &egui::Context) {
        let Some((_, running)) = &self.session else {
            let title = slides::projector_waiting().text(self.settings.lang);
            let face = Face { title, is_centred: true, lang: self.settings.lang, ..Face::default() };
            let theme = Projector::theme(self.settings.look, DEFAULT_ACCENT);
            self.second_window.update(context, &self.projector, face, &theme);
            return;
        };
        let state = &running.snapshot.state;
        if self.place.as_ref() != Some(&state.place) {
            self.place = Some(state.place.clone());
            self.projector.explained = None;
        }
        let now = self.clock.now();
        let face = current_face(state, self.projector.explained.as_ref(), now);
        let theme = Projector::theme(self.settings.look, state.script.profile.accent);
        self.second_window.update(context, &self.projector, face, &theme);
        let step = match &state.place {
            Place::Step(id) => state.script.pack.step(id).map(|(_, step)| step),
            _ => None,
        };
        if let Some(end) = step.and_then(|step| break_end(state, step))
            && end > now
        {
            // The countdown shows whole minutes: it moves on when the last of this one is over.
            let left = end.duration_since(now).as_millis();
            let wait = u64::try_from((left - 1) % 60_000).unwrap_or(0) + 20;
            context.request_repaint_after(std::time::Duration::from_millis(wait));
        }
    }

    /// Asks the window system for its displays, at most every two seconds.
    fn look_at_displays(&mut self, frame: &eframe::Frame) {
        let is_due = self.displays_asked.is_none_or(|asked| asked.elapsed().as_secs() >= 2);
        if let Some(window) = frame.winit_window().filter(|_| is_due) {
            self.displays_asked = Some(std::time::Instant::now());
            let here = window.current_monitor();
            let displays: Vec<_> = window.available_monitors().collect();
            self.projector.displays = displays.len();
            self.projector.second_display = displays.iter().position(|display| Some(display) != here.as_ref());
        }
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
        let mut pressed = if is_handed_over { Vec::new() } else { UiCommand::pressed(&context) };
        pressed.extend(self.second_window.take_pressed());
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

    /// Puts fonts and style on the context when they have changed, and not in other frames.
    fn restyle(&mut self, context: &egui::Context) {
        let system_is_dark = context.system_theme() == Some(egui::Theme::Dark);
        let accent =
            self.session.as_ref().map_or(DEFAULT_ACCENT, |(_, running)| running.snapshot.state.script.profile.accent);
        let theme = Theme::new(self.settings.look, system_is_dark, accent);
        if !self.is_styled || theme != self.theme {
            theme.apply(context);
            // Ctrl + and − belong to the trainer's notes.
            context.options_mut(|options| options.zoom_with_keyboard = false);
            self.theme = theme;
            self.is_styled = true;
        }
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
            pressed: if self.shows_keys || self.asks_to_leave { &[] } else { pressed },
            projector: &self.projector,
            slides: &self.slides,
            dropped: &dropped,
        };
        // The window has been cleared with the background already: filling it again would cost as much as all the rest.
        egui::CentralPanel::default().frame(egui::Frame::new()).show(ui, |ui| match &mut self.route {
            Route::Home(screen) => screen.show(ui, &cx, out),
            Route::Prepare(screen) => screen.show(ui, &cx, out),
            Route::Lobby(screen) => screen.show(ui, &cx, out),
            Route::Room(screen) => screen.show(ui, &cx, out),
            Route::Finish(screen) => screen.show(ui, &cx, out),
            Route::Verify(screen) => screen.show(ui, &cx, out),
            Route::Identity(screen) => screen.show(ui, &cx, out),
            Route::Settings(screen) => screen.show(ui, &cx, out),
            Route::Preview(screen) => screen.show(ui, &cx, out),
        });
    }

    fn header(&self, ui: &mut egui::Ui, out: &mut Actions) {
        let theme = &self.theme;
        let lang = self.settings.lang;
        let frame = egui::Frame::new().fill(theme.surface).inner_margin(egui::Margin::symmetric(16, 4));
        let panel = egui::Panel::top("header").frame(frame).show_separator_line(false).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(size::CONTROL);
                let name = egui::RichText::new(common::program().text(lang));
                ui.label(name.font(crate::ui::theme::bold(size::SUBHEADING)).color(theme.accent));
                if let Some((_, running)) = &self.session {
                    let state = &running.snapshot.state;
                    let course = state.script.profile.fill(&state.script.pack.title, &state.setup.language);
                    widgets::soft(ui, theme, &format!("{course}  ·  {}", state.setup.place));
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let keys = Button::quiet(theme, common::menu_keys().text(lang)).key("?");
                    if ui.add(keys).clicked() {
                        out.push(Action::Ui(UiCommand::ShowKeys));
                    }
                    if ui.add(Button::quiet(theme, common::other_language().text(lang))).clicked() {
                        out.push(Action::Ui(UiCommand::ChangeLanguage));
                    }
                    if !matches!(self.route, Route::Settings(_)) && self.session.is_none() {
                        let settings = Button::quiet(theme, common::menu_settings().text(lang));
                        if ui.add(settings).clicked() {
                            out.push(Action::Go(Box::new(Route::Settings(Default::default()))));
                        }
                    }
                    if !matches!(self.route, Route::Home(_)) {
                        let home = Button::quiet(theme, common::menu_home().text(lang));
                        if ui.add(home).clicked() {
                            out.push(Action::Ui(UiCommand::GoHome));
                        }
                    }
                });
            });
        });
        let rect = panel.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom(), theme.line());
    }

    fn overlays(&mut self, ui: &egui::Ui, out: &mut Actions) {
        let lang = self.settings.lang;
        let theme = &self.theme;
        if self.shows_keys {
            let title = common::keys_title().text(lang);
            let response = widgets::dialog(ui.ctx(), theme, "keys", &title, 720.0, |ui| {
                let rows: Vec<(String, String)> = UiCommand::ALL
                    .into_iter()
                    .map(|command| (command.keys(lang), command.message().text(lang)))
                    .collect();
                widgets::key_list(ui, theme, &rows);
                ui.add_space(theme.grid);
                widgets::caption(ui, theme, &common::keys_hint().text(lang));
                ui.add_space(theme.grid);
                ui.add(Button::primary(theme, common::close().text(lang))).clicked()
            });
            self.shows_keys = !(response.should_close || response.inner);
        }
        if self.asks_to_leave {
            let title = common::leave_room_title().text(lang);
            let response = widgets::dialog(ui.ctx(), theme, "leave", &title, 520.0, |ui| {
                widgets::body(ui, theme, &common::leave_room_text().text(lang));
                ui.add_space(theme.grid);
                ui.horizontal_wrapped(|ui| {
                    let stay = ui.add(Button::primary(theme, common::leave_room_no().text(lang))).clicked();
                    let leave = ui.add(Button::plain(theme, common::leave_room_yes().text(lang))).clicked();
                    (stay, leave)
                })
                .inner
            });
            let (stay, leave) = response.inner;
            self.asks_to_leave = !(stay || leave || response.should_close);
            if leave {
                out.push(Action::Release);
                out.push(Action::Go(Box::new(Route::Home(home::Screen::default()))));
            }
        }
        self.show_notice(ui);
    }

    fn show_notice(&mut self, ui: &egui::Ui) {
        let Some(notice) = &self.notice else { return };
        let now = ui.input(|input| input.time);
        let text = notice.message.text(self.settings.lang);
        let dismiss = common::dismiss().text(self.settings.lang);
        let is_dismissed = widgets::notice(ui, &self.theme, notice.tone, &text, &dismiss);
        let is_over = notice.until.is_some_and(|until| until <= now);
        if is_dismissed || is_over {
            self.notice = None;
            ui.ctx().request_repaint();
        } else if let Some(until) = notice.until {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64((until - now).max(0.0)));
        }
    }

    fn act(&mut self, context: &egui::Context, action: Action) {
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
            Action::Settings(settings) => self.change_settings(settings),
            Action::Notice(message) => {
                let until = context.input(|input| input.time) + NOTICE_SECONDS;
                self.notice = Some(Notice { message, tone: Tone::Accent, until: Some(until) });
            }
            Action::Problem(message) => self.problem(message),
            Action::Adopt(engine) => self.adopt(engine),
            Action::Release => {
                self.session = None;
                self.kept_room = None;
                self.control(Control::Show(false));
            }
            Action::Ui(command) => self.command(context, command),
            Action::Reveal(path) => self.reveal(&path),
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
            UiCommand::GoHome if self.session.is_some() => self.asks_to_leave = true,
            UiCommand::GoHome => self.route = Route::Home(home::Screen::default()),
            UiCommand::Quit => context.send_viewport_cmd_to(egui::ViewportId::ROOT, egui::ViewportCommand::Close),
            UiCommand::NextStep
            | UiCommand::PreviousStep
            | UiCommand::Pause
            | UiCommand::OpenOrRevealQuestion
            | UiCommand::CountHands
            | UiCommand::NoteItem
            | UiCommand::JumpToStep
            | UiCommand::NotesLarger
            | UiCommand::NotesSmaller => {}
        }
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

    fn finish_saving(&mut self) {
        // A panic while saving has printed itself; there is nothing to add to it.
        if let Some(Ok(Err(reason))) = self.saving.take().map(JoinHandle::join) {
            self.problem(common::settings_not_saved(reason));
        }
    }

    fn take_dropped(&mut self, context: &egui::Context) {
        let files: Vec<PathBuf> =
            context.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if files.is_empty() {
            return;
        }
        match &self.route {
            Route::Prepare(_) | Route::Verify(_) | Route::Identity(_) => {}
            Route::Home(_) | Route::Settings(_) | Route::Preview(_) => {
                self.route = Route::Verify(verify::Screen::default());
            }
            Route::Lobby(_) | Route::Room(_) | Route::Finish(_) => {
                self.notice = Some(Notice { message: common::drop_later(), tone: Tone::Caution, until: None });
                return;
            }
        }
        self.dropped = files;
    }

    fn reveal(&mut self, path: &std::path::Path) {
        let opener = if cfg!(target_os = "macos") {
            "open"
        } else if cfg!(windows) {
            "explorer"
        } else {
            "xdg-open"
        };
        let quiet = std::process::Stdio::null;
        let child = std::process::Command::new(opener).arg(path).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
        if child.is_err() {
            self.problem(common::cannot_show(path.display().to_string()));
        }
    }
}

impl Drop for App {
    fn drop(&mut self) {
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

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.theme.background.to_normalized_gamma_f32()
    }
}

/// The name of a look.
pub fn look_message(look: Look) -> Message {
    match look {
        Look::System => common::look_system(),
        Look::Light => common::look_light(),
        Look::Dark => common::look_dark(),
        Look::HighContrast => common::look_high_contrast(),
    }
}
