//! Leaving a running session: for the start screen, or for good. Neither happens without asking.

use egui::ViewportCommand;
use egui::ViewportId;

use crate::i18n::messages::common;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::app::App;
use crate::ui::home;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// Where somebody wants to go who is asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    /// To the start screen.
    Home,
    /// Out of the program.
    Quit,
}

impl App {
    /// Keeps the window open while a session would end with it, and asks instead.
    pub(super) fn guard_closing(&mut self, context: &egui::Context) {
        let is_asked = context
            .input(|input| input.raw.viewports.get(&ViewportId::ROOT).is_some_and(egui::ViewportInfo::close_requested));
        if !is_asked {
            return;
        }
        // The program outlives whoever it was handed to, whatever the trainer said before.
        if self.calls_trainer() {
            context.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::CancelClose);
        } else if self.would_break_off() && !self.may_quit {
            context.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::CancelClose);
            self.leaving = Some(Leaving::Quit);
        }
    }

    /// While a participant has the computer nobody leaves: asks for the trainer instead, and tells that it did.
    fn calls_trainer(&mut self) -> bool {
        let Route::Room(room) = &mut self.route else { return false };
        room.call_trainer()
    }

    /// Goes to the start screen, or asks first.
    pub(super) fn go_home(&mut self) {
        if self.calls_trainer() {
            return;
        }
        if self.session().is_some_and(|running| running.snapshot.state.setup.form.is_room()) {
            self.leaving = Some(Leaving::Home);
        } else {
            // A self-study goes on where it was left: there is nothing to ask.
            self.release();
            self.go(Route::Home(home::Screen::default()));
        }
    }

    /// Ends the program, or asks first.
    pub(super) fn quit(&mut self, context: &egui::Context) {
        if self.calls_trainer() {
            return;
        }
        if self.would_break_off() {
            self.leaving = Some(Leaving::Quit);
        } else {
            context.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Close);
        }
    }

    /// Whether a room is open that has not been closed.
    fn would_break_off(&self) -> bool {
        let breaks_off = |running: &Running| {
            let state = &running.snapshot.state;
            state.setup.form.is_room() && state.closed_at.is_none()
        };
        self.session().is_some_and(breaks_off)
    }

    /// The question, while it is open.
    pub(super) fn leave_dialog(&mut self, ui: &egui::Ui, out: &mut Actions) {
        let Some(leaving) = self.leaving else { return };
        let (lang, theme) = (self.settings.lang, &self.theme);
        let (title, text, yes) = match leaving {
            Leaving::Home => (common::leave_room_title(), common::leave_room_text(), common::leave_room_yes()),
            Leaving::Quit => (common::quit_title(), common::quit_text(), common::quit_yes()),
        };
        let response = widgets::dialog(ui.ctx(), theme, "leave", &title.text(lang), 520.0, |ui| {
            widgets::body(ui, theme, &text.text(lang));
            ui.add_space(theme.grid);
            ui.horizontal_wrapped(|ui| {
                let stay = ui.add(Button::primary(theme, common::leave_room_no().text(lang))).clicked();
                let leave = ui.add(Button::plain(theme, yes.text(lang))).clicked();
                (stay, leave)
            })
            .inner
        });
        let (stay, leave) = response.inner;
        if stay || leave || response.should_close {
            self.leaving = None;
        }
        match leaving {
            Leaving::Home if leave => {
                out.push(Action::Release);
                out.push(Action::Go(Box::new(Route::Home(home::Screen::default()))));
            }
            Leaving::Quit if leave => {
                self.may_quit = true;
                ui.ctx().send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Close);
            }
            Leaving::Home | Leaving::Quit => {}
        }
    }
}
