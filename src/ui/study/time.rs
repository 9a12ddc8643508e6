//! The learner's active time: inputs of the window taken to the session, and shown in words.

use egui::Event;
use egui::Ui;
use jiff::SignedDuration;
use jiff::Timestamp;

use crate::i18n::Lang;
use crate::i18n::messages::study as say;
use crate::session::Command;
use crate::study::active::Activity;
use crate::study::active::Beat;
use crate::ui::Actions;
use crate::ui::Running;
use crate::ui::room::view::View;
use crate::ui::study::is_over;

/// Counts what the learner does in this window.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    activity: Activity,
    has_begun: bool,
}

impl Meter {
    /// Takes one frame in: what was done in it, and what counts by now.
    pub(crate) fn look(&mut self, ui: &Ui, view: View<'_>, out: &mut Actions) {
        if view.state.learner().is_none() || is_over(view.state) {
            return;
        }
        // Opening the course is doing something, too.
        let is_input = !std::mem::replace(&mut self.has_begun, true) || is_done_something(ui);
        if let Some(beat) = self.activity.observe(view.now, &view.state.place, is_input) {
            out.session(command(beat));
        }
        if let Some(wait) = self.activity.next_look(view.now) {
            ui.ctx().request_repaint_after(wait.unsigned_abs());
        }
    }

    /// Tells the session what still counts.
    pub(crate) fn leave(&mut self, running: &Running, now: Timestamp) {
        if let Some(beat) = self.activity.stop(now) {
            // A full inbox costs these few seconds and nothing else.
            running.client.send(command(beat)).unwrap_or_default();
        }
        self.has_begun = false;
    }

    /// Active time altogether, with what the session was not told yet.
    pub(crate) fn altogether(&self, view: View<'_>) -> SignedDuration {
        view.state.study.active_altogether() + self.activity.untold(view.now)
    }

    /// Whether the time runs.
    pub(crate) fn is_running(&self, view: View<'_>) -> bool {
        self.activity.is_running(view.now)
    }
}

fn command(beat: Beat) -> Command {
    Command::Study { place: beat.place, seconds: beat.seconds }
}

/// Whether somebody touched the computer in this frame.
fn is_done_something(ui: &Ui) -> bool {
    let counts = |event: &Event| {
        matches!(
            event,
            Event::Key { .. }
                | Event::Text(_)
                | Event::PointerMoved(_)
                | Event::PointerButton { .. }
                | Event::MouseWheel { .. }
                | Event::Touch { .. }
                | Event::Zoom(_)
                | Event::Ime(_)
                | Event::Paste(_)
                | Event::AccessKitActionRequest(_)
        )
    };
    ui.input(|input| input.events.iter().any(counts))
}

/// Whole minutes as people say them: `45 min`, `2 h 10 min`.
pub(crate) fn minutes(lang: Lang, minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => say::minutes(minutes),
        (hours, 0) => say::hours(hours),
        (hours, minutes) => say::hours_and_minutes(hours, minutes),
    }
    .text(lang)
}
