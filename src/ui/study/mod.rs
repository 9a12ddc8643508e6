//! The running self-study: course home, steps, the end of a theme, and the parts after the themes.
//!
//! One session, one learner: [`Screen`] shows where `State.place` stands. The lobby is the course's home, a step its
//! screen. What comes after the themes is drawn by `test`, `feedback` and `ending`, and `arrival` before somebody has
//! signed in: each is a `Part` with `show`, drawn below the strip of `frame::bar`, in a `frame::page` of its own.

mod arrival;
mod columns;
mod consequences;
mod discussion;
mod earlier;
mod ending;
mod feedback;
mod frame;
mod home;
mod keep;
mod path;
mod question;
mod reading;
mod step;
mod test;
mod theme_end;
mod theme_row;
mod time;

use std::path::PathBuf;

use egui::Key;
use egui::Modifiers;
use egui::Ui;

use crate::session::Command;
use crate::session::Place;
use crate::session::State;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Running;
use crate::ui::command::UiCommand;
use crate::ui::room::notes::resize;
use crate::ui::room::view::View;
use crate::ui::study::time::Meter;

/// The screen's own state: what is not in the session because it is only being looked at or written.
#[derive(Debug, Default)]
pub struct Screen {
    meter: Meter,
    keep: keep::Keep,
    reading: reading::Reading,
    question: question::Draft,
    discussion: discussion::Draft,
    earlier: earlier::Draft,
    /// An earlier register that was given at the beginning, to be looked into.
    handed: Option<PathBuf>,
    /// The theme whose end is shown, and the place from which it was reached.
    end: Option<(Place, Id)>,
    arrival: arrival::Part,
    test: test::Part,
    feedback: feedback::Part,
    ending: ending::Part,
}

impl Screen {
    /// The screen of a self-study that has just begun, with the earlier register that the learner gave, if any.
    pub fn begun(earlier: Option<PathBuf>) -> Self {
        Self { handed: earlier, ..Self::default() }
    }

    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let Some(running) = cx.session else { return };
        let state = &running.snapshot.state;
        let view = View { state, now: cx.clock.now(), lang: cx.lang };
        self.keep.look(ui, running, out);
        self.meter.look(ui, view, out);
        if state.learner().is_none() {
            self.arrival.show(ui, cx, view, out);
            return;
        }
        if is_over(state) {
            self.ending.show(ui, cx, view, out);
            return;
        }
        self.earlier.take_results(ui, &running.snapshot.folder);
        if let Some(path) = self.handed.take() {
            self.earlier.look(ui, cx, view, &[path]);
        }
        if !cx.dropped.is_empty() {
            self.earlier.look(ui, cx, view, cx.dropped);
        }
        self.earlier.dialog(ui, cx, view);
        // What lies over the screen has the keys.
        let pressed = if self.earlier.has_dialog() { &[] } else { cx.pressed };
        let cx = &Cx { pressed, has_dialog: cx.has_dialog || self.earlier.has_dialog(), ..*cx };
        frame::bar(ui, cx, view, &self.meter, out);
        if self.end.as_ref().is_some_and(|(place, _)| *place != state.place) {
            self.end = None;
        }
        for command in cx.pressed {
            match command {
                UiCommand::NotesLarger => resize(cx, 2, out),
                UiCommand::NotesSmaller => resize(cx, -2, out),
                _ => {}
            }
        }
        if state.place != Place::Lobby && is_free_key(ui, cx, Key::Escape) {
            go(Place::Lobby, out);
        }
        match &state.place {
            Place::Lobby => home::show(ui, cx, view, &self.meter, &mut self.earlier, out),
            Place::Step(id) => {
                let Some((theme, step)) = state.script.pack.step(id) else { return };
                if self.end.is_some() {
                    self.theme_end(ui, cx, view, theme, out);
                } else {
                    self.step(ui, cx, view, theme, step, out);
                }
            }
            Place::FinalTest => self.test.show(ui, cx, view, out),
            Place::Feedback => self.feedback.show(ui, cx, view, out),
            Place::SignOut => self.ending.sign_out(ui, cx, view, out),
        }
    }

    /// Takes leave: what counts and what was written goes where it belongs. The session may end after it.
    pub fn leave(&mut self, running: &Running, now: jiff::Timestamp) {
        self.meter.leave(running, now);
        self.keep.leave(running);
    }
}

/// Whether nothing can be studied any more: the learner has signed out, or the session is closed.
fn is_over(state: &State) -> bool {
    state.closed_at.is_some() || state.learner().is_some_and(|learner| learner.signed_out)
}

/// Asks to go somewhere.
fn go(to: Place, out: &mut Actions) {
    out.session(Command::Go { to });
}

/// Whether `key` was pressed while nothing has the keyboard and nothing lies over the screen.
pub(in crate::ui) fn is_free_key(ui: &Ui, cx: &Cx<'_>, key: Key) -> bool {
    let is_free = !cx.has_dialog && ui.memory(|memory| memory.focused().is_none());
    is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}
