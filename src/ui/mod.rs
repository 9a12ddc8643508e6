//! The window: the only module that names egui.
//!
//! [`app::App`] owns everything; screens read a [`Cx`] and ask for things through [`Actions`]. No
//! screen writes session state: it asks with [`Action::Session`], and the engine's next snapshot shows
//! what became of it.

pub mod alone;
pub mod app;
pub mod command;
pub mod finish;
pub mod fonts;
pub mod handout;
pub mod home;
pub mod identity;
pub mod images;
pub mod lobby;
pub mod phones;
pub mod pick;
pub mod prepare;
pub mod preview;
pub mod projector;
pub mod records;
pub mod refresh;
pub mod room;
pub mod settings;
pub mod slide;
pub mod study;
pub mod theme;
pub mod verify;
pub mod widgets;
pub mod window;
pub mod work;

use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::engine::Client;
use crate::engine::Snapshot;
use crate::i18n::Lang;
use crate::session::Command;

/// What every screen may read.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// The program's language.
    pub lang: Lang,
    /// Colours, sizes and text styles.
    pub theme: &'a theme::Theme,
    /// Pictures, decoded off this thread.
    pub images: &'a images::Images,
    /// The time source.
    pub clock: &'a Arc<dyn Clock>,
    /// The folder of everything personal.
    pub data: &'a crate::files::DataFolder,
    /// The person's settings.
    pub settings: &'a settings::Settings,
    /// The running session, if one is open.
    pub session: Option<&'a Running>,
    /// Whether something of the shell lies over the screen and takes the keys.
    pub has_dialog: bool,
    /// Commands given by key in either window since the last frame, for the screen to act on.
    /// What concerns the whole window (language, look, blackout, …) the shell has done already.
    pub pressed: &'a [command::UiCommand],
    /// How the projector stands.
    pub projector: &'a projector::Status,
    /// The room's phones.
    pub phones: &'a phones::Phones,
    /// The folder whose registers are imported as they come.
    pub watcher: &'a records::Watcher,
    /// Slides as they are laid out, for previews.
    pub slides: &'a slide::Slides,
    /// Files dropped on the window, or given at the start; shown to one frame.
    pub dropped: &'a [PathBuf],
}

impl Cx<'_> {
    /// Whether a command's key was pressed.
    pub fn is_pressed(&self, command: command::UiCommand) -> bool {
        self.pressed.contains(&command)
    }
}

/// A session that is open in this window.
#[derive(Clone)]
pub struct Running {
    /// The door to its engine.
    pub client: Client,
    /// The newest snapshot, the same for the whole frame.
    pub snapshot: Arc<Snapshot>,
}

/// What a screen asks the shell to do once the frame is over.
#[derive(Debug)]
pub enum Action {
    /// Ask the session for something; refusals are shown by the shell.
    Session(Command),
    /// Go to another screen.
    Go(Box<Route>),
    /// Change how the projector shows the session.
    Projector(projector::Control),
    /// Open or close the room for phones, and what belongs to it.
    Phones(phones::Ask),
    /// Change the settings.
    Settings(settings::Settings),
    /// Show a notice for a few seconds.
    Notice(crate::i18n::Message),
    /// Show what went wrong until it is dismissed.
    Problem(crate::i18n::Message),
    /// Take an engine that has just been started or resumed as the running session.
    Adopt(crate::engine::Engine),
    /// Let go of the running session; its journal stays.
    Release,
    /// Choose a language or theme shortcut, quit, and the like.
    Ui(command::UiCommand),
    /// Show a file or folder with the desktop's own program.
    Reveal(PathBuf),
    /// Show a PDF at a page (from 1), where the desktop's viewer can be told one.
    ShowPage(PathBuf, Option<u32>),
}

/// What the screens of one frame asked for.
#[derive(Debug, Default)]
pub struct Actions(pub Vec<Action>);

impl Actions {
    /// Asks for one thing.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Asks the session for something.
    pub fn session(&mut self, command: Command) {
        self.push(Action::Session(command));
    }
}

/// The screens, each with what it alone needs.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one route at a time, and it is not copied about")]
pub enum Route {
    /// What can be done here: continue, prepare, verify.
    Home(home::Screen),
    /// Preparing a session.
    Prepare(prepare::Screen),
    /// Beginning to study alone.
    Alone(alone::Screen),
    /// Signing in at the desk.
    Lobby(lobby::Screen),
    /// The console: steps, questions, test, feedback, sign-out.
    Room(room::Screen),
    /// A self-study: course home, steps, and the parts after them.
    Study(study::Screen),
    /// Closing and signing.
    Finish(finish::Screen),
    /// Checking a register.
    Verify(verify::Screen),
    /// The signing identity.
    Identity(identity::Screen),
    /// Refreshers of a passed course.
    Refresh(refresh::Screen),
    /// The subscriber's records.
    Records(records::Screen),
    /// Settings and About.
    Settings(settings::Screen),
    /// A course as the room will see it, for its author.
    Preview(preview::Screen),
}

/// A page that keeps its own place when it scrolls: another screen, or part of one, begins at its top.
fn screen_page<R>(
    ui: &mut egui::Ui,
    theme: &theme::Theme,
    name: &'static str,
    width: f32,
    contents: impl FnOnce(&mut egui::Ui) -> R,
) -> R {
    ui.push_id(name, |ui| widgets::page(ui, theme, width, contents)).inner
}
