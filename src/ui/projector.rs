//! The second window: what the room sees, and nothing else.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::Rect;
use egui::Vec2;
use egui::ViewportBuilder;
use egui::ViewportCommand;
use egui::ViewportId;

use crate::i18n::Lang;
use crate::i18n::messages::slides;
use crate::text::Id;
use crate::ui::command::UiCommand;
use crate::ui::images::Images;
use crate::ui::slide::Face;
use crate::ui::slide::Slides;
use crate::ui::theme::Look;
use crate::ui::theme::Theme;

/// Width by height of a slide.
pub const ASPECT: f32 = 16.0 / 9.0;

/// What the trainer does to the projector; none of it is part of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// Show or hide the window.
    Show(bool),
    /// Full screen on the second display, or not.
    FullScreen(bool),
    /// Show nothing but black.
    Blackout(bool),
    /// Keep showing what it shows now.
    Freeze(bool),
    /// After a reveal: the results, or the explanation and consequences of one option.
    Explain(Option<Id>),
    /// Show how phones join before everything else; the next step ends it.
    Joining(bool),
}

/// How the projector stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "five switches, independent of each other")]
pub struct Status {
    /// The window is open.
    pub is_shown: bool,
    /// It fills its display.
    pub is_full_screen: bool,
    /// It shows nothing but black.
    pub is_black: bool,
    /// It keeps showing what it showed when it was frozen.
    pub is_frozen: bool,
    /// It shows how phones join, whatever the room is at.
    pub is_joining: bool,
    /// The option whose explanation is shown after a reveal; `None` shows the results.
    pub explained: Option<Id>,
    /// How many displays the computer has; 0 while that is not known.
    pub displays: usize,
    /// Which of them the console does not stand on, if there are several.
    pub second_display: Option<usize>,
}

impl Status {
    /// Takes one control in.
    pub fn control(&mut self, control: Control) {
        match control {
            Control::Show(is_shown) => {
                // A second display is there to be filled.
                self.is_full_screen = is_shown && (self.is_full_screen || self.second_display.is_some());
                self.is_shown = is_shown;
            }
            Control::FullScreen(is_full_screen) => {
                self.is_full_screen = is_full_screen;
                self.is_shown |= is_full_screen;
            }
            Control::Blackout(is_black) => self.is_black = is_black,
            Control::Freeze(is_frozen) => self.is_frozen = is_frozen,
            Control::Explain(option) => self.explained = option,
            Control::Joining(is_joining) => {
                self.is_joining = is_joining;
                // What was asked for must be seen.
                self.is_black &= !is_joining;
            }
        }
    }

    /// Takes in how many displays there are now, and which of them is the room's.
    pub fn found(&mut self, displays: usize, second_display: Option<usize>) {
        if self.second_display.is_some() && second_display.is_none() {
            // The room's display is gone: what filled it must not cover the console.
            self.is_full_screen = false;
        }
        self.displays = displays;
        self.second_display = second_display;
    }
}

/// The first of `displays` that the console does not stand on; none when there is only one, or while nobody knows
/// where the console is.
pub fn second_display<D: PartialEq>(displays: &[D], console: Option<&D>) -> Option<usize> {
    let console = console?;
    displays.iter().position(|display| display != console).filter(|_| displays.len() > 1)
}

/// The second window.
#[derive(Clone, Default)]
pub struct Projector(Arc<Mutex<Shared>>);

/// What both windows know.
#[derive(Default)]
struct Shared {
    face: Arc<Face>,
    theme: Option<Theme>,
    is_black: bool,
    is_full_screen: bool,
    pressed: Vec<UiCommand>,
    is_closed: bool,
    /// The full screen last asked of the window system.
    asked_full_screen: Option<bool>,
}

impl Projector {
    /// The window's identity.
    pub fn viewport() -> ViewportId {
        ViewportId::from_hash_of("projector")
    }

    /// The look that reads best on a wall: dark on light, unless high contrast is asked for.
    pub fn theme(look: Look, accent: [u8; 3]) -> Theme {
        let look = if look == Look::HighContrast { look } else { Look::Light };
        Theme::new(look, false, accent)
    }

    /// What the room sees, whether or not the window is open.
    pub fn face(&self) -> Arc<Face> {
        Arc::clone(&self.shared().face)
    }

    /// Takes in what the room should see; the window is painted again only when that has changed.
    pub fn update(&self, context: &egui::Context, status: &Status, face: Face, theme: &Theme) {
        let mut shared = self.shared();
        let is_new_face = !status.is_frozen && *shared.face != face;
        let is_changed = is_new_face
            || shared.is_black != status.is_black
            || shared.is_full_screen != status.is_full_screen
            || shared.theme.as_ref() != Some(theme);
        if !is_changed {
            return;
        }
        if is_new_face {
            tracing::trace!("the room is to see something else");
            shared.face = Arc::new(face);
        }
        shared.is_black = status.is_black;
        shared.is_full_screen = status.is_full_screen;
        shared.theme = Some(theme.clone());
        drop(shared);
        if status.is_shown {
            context.request_repaint_of(Self::viewport());
        }
    }

    /// Opens the window, or keeps it open; called in every frame in which it should be there.
    pub fn show(&self, context: &egui::Context, status: &Status, lang: Lang, images: &Images, slides_kept: &Slides) {
        let mut builder = ViewportBuilder::default()
            .with_title(slides::projector_window().text(lang))
            .with_app_id("perehdytin")
            .with_inner_size([1280.0, 720.0])
            .with_min_inner_size([640.0, 360.0])
            .with_drag_and_drop(false);
        if status.is_full_screen {
            builder = match status.second_display {
                Some(display) => builder.with_monitor(display),
                None => builder.with_fullscreen(true),
            };
        }
        let mut shared = self.shared();
        if shared.asked_full_screen.is_some_and(|asked| asked != status.is_full_screen) {
            let command = match status.second_display {
                Some(display) if status.is_full_screen => ViewportCommand::SetMonitor(display),
                _ => ViewportCommand::Fullscreen(status.is_full_screen),
            };
            context.send_viewport_cmd_to(Self::viewport(), command);
        }
        shared.asked_full_screen = Some(status.is_full_screen);
        drop(shared);
        let (this, images, slides_kept) = (self.clone(), images.clone(), slides_kept.clone());
        context.show_viewport_deferred(Self::viewport(), builder, move |ui, _class| {
            this.ui(ui, &images, &slides_kept);
        });
    }

    /// The window is not there any more.
    pub fn hide(&self) {
        self.shared().asked_full_screen = None;
    }

    /// Commands given in the window since the last call.
    pub fn take_pressed(&self) -> Vec<UiCommand> {
        let mut shared = self.shared();
        let mut pressed = std::mem::take(&mut shared.pressed);
        if std::mem::take(&mut shared.is_closed) {
            pressed.push(UiCommand::ToggleProjector);
        }
        pressed
    }

    /// Draws the window.
    pub fn ui(&self, ui: &mut egui::Ui, images: &Images, slides_kept: &Slides) {
        let context = ui.ctx().clone();
        let mut pressed = UiCommand::pressed(&context, &UiCommand::ALL);
        let is_escaped = context.input(|input| input.key_pressed(egui::Key::Escape));
        let is_closed = context.input(|input| input.viewport().close_requested());
        let (face, theme, is_black, is_full_screen) = {
            let mut shared = self.shared();
            if is_escaped && shared.is_full_screen {
                pressed.push(UiCommand::ProjectorFullScreen);
            }
            let is_news = is_closed || !pressed.is_empty();
            shared.is_closed |= is_closed;
            shared.pressed.append(&mut pressed);
            if is_news {
                context.request_repaint_of(ViewportId::ROOT);
            }
            (Arc::clone(&shared.face), shared.theme.clone(), shared.is_black, shared.is_full_screen)
        };
        tracing::trace!("projector drawn");
        let window = ui.max_rect();
        if is_full_screen {
            context.set_cursor_icon(egui::CursorIcon::None);
        }
        let Some(theme) = theme.filter(|_| !is_black) else {
            ui.painter().rect_filled(window, 0.0, egui::Color32::BLACK);
            return;
        };
        let whole = slides_kept.layout(&context, &theme, &face, window.size());
        let place = if whole.fits { window } else { wide(window) };
        if place != window {
            ui.painter().rect_filled(window, 0.0, theme.surface);
        }
        slides_kept.show(ui, place, &theme, images, &face);
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The largest place of a slide's shape in the middle of `window`.
pub fn wide(window: Rect) -> Rect {
    let width = window.width().min(window.height() * ASPECT);
    Rect::from_center_size(window.center(), Vec2::new(width, width / ASPECT))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A status with these displays and the console on one of them.
    fn with(displays: &[&str], console: &str) -> Status {
        let mut status = Status::default();
        status.found(displays.len(), second_display(displays, Some(&console)));
        status
    }

    #[test]
    fn the_projector_belongs_to_the_display_on_which_the_console_does_not_stand() {
        let displays = ["laptop", "beamer", "screen"];
        assert_eq!(second_display(&displays, Some(&"laptop")), Some(1));
        assert_eq!(second_display(&displays, Some(&"beamer")), Some(0));
        assert_eq!(second_display(&displays, Some(&"screen")), Some(0));
    }

    #[test]
    fn there_is_no_second_display_with_one_display_or_while_the_console_is_nowhere() {
        assert_eq!(second_display(&["laptop"], Some(&"laptop")), None);
        assert_eq!(second_display(&["laptop"], Some(&"gone")), None);
        assert_eq!(second_display(&["laptop", "beamer"], None), None);
        assert_eq!(second_display::<&str>(&[], None), None);
    }

    #[test]
    fn the_projector_fills_a_second_display_when_it_is_shown_and_stays_a_window_without_one() {
        let mut two = with(&["laptop", "beamer"], "laptop");
        two.control(Control::Show(true));
        assert!(two.is_shown && two.is_full_screen);
        assert_eq!(two.second_display, Some(1));
        two.control(Control::Show(false));
        assert!(!two.is_shown && !two.is_full_screen);

        let mut one = with(&["laptop"], "laptop");
        one.control(Control::Show(true));
        assert!(one.is_shown && !one.is_full_screen);
    }

    #[test]
    fn full_screen_opens_the_window_and_leaving_it_keeps_the_window() {
        let mut status = with(&["laptop"], "laptop");
        status.control(Control::FullScreen(true));
        assert!(status.is_shown && status.is_full_screen);
        status.control(Control::FullScreen(false));
        assert!(status.is_shown && !status.is_full_screen);
    }

    #[test]
    fn the_projector_becomes_a_window_when_its_display_is_pulled_out() {
        let mut status = with(&["laptop", "beamer"], "laptop");
        status.control(Control::Show(true));
        status.found(1, None);
        assert!(status.is_shown && !status.is_full_screen);
        status.control(Control::FullScreen(true));
        status.found(1, None);
        assert!(status.is_full_screen, "what was asked for on the only display stays");
    }

    #[test]
    fn black_and_frozen_are_switched_apart_and_outlive_hiding() {
        let mut status = Status::default();
        status.control(Control::Blackout(true));
        status.control(Control::Freeze(true));
        status.control(Control::Show(true));
        status.control(Control::Show(false));
        assert!(status.is_black && status.is_frozen);
        status.control(Control::Freeze(false));
        assert!(status.is_black && !status.is_frozen);
        status.control(Control::Explain(Some("greet".into())));
        assert_eq!(status.explained, Some("greet".into()));
    }
}
