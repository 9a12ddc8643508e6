//! What comes after the themes, one part after another: final test, feedback, the end.

use egui::Ui;

use crate::pack::CoursePack;
use crate::session::Place;
use crate::session::State;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::alone::feedback::Feedback;
use crate::ui::alone::leaving::Leaving;
use crate::ui::alone::test::Test;
use crate::ui::room::view::View;

/// What is open in these parts.
#[derive(Debug, Default)]
pub(in crate::ui) struct Ending {
    test: Test,
    feedback: Feedback,
    leaving: Leaving,
}

impl Ending {
    /// Draws the part at which the learner stands; nothing at the course's home or on a step.
    pub(in crate::ui) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        match &view.state.place {
            Place::Lobby | Place::Step(_) => {}
            Place::FinalTest => self.test.show(ui, cx, view, out),
            Place::Feedback => self.feedback.show(ui, cx, view, out),
            Place::SignOut => self.leaving.show(ui, cx, view, out),
        }
    }
}

/// Where the course goes on once no theme is left.
pub(in crate::ui) fn after_themes(pack: &CoursePack) -> Place {
    if pack.final_test.is_some() { Place::FinalTest } else { after_test(pack) }
}

/// Where it goes on after the final test.
pub(super) fn after_test(pack: &CoursePack) -> Place {
    if pack.feedback.is_some() { Place::Feedback } else { Place::SignOut }
}

/// How many attempts at the final test the learner has left.
pub(super) fn attempts_left(state: &State) -> u32 {
    let allowed = state.script.pack.final_test.map_or(0, |rules| rules.attempts);
    allowed.saturating_sub(state.learner().map_or(0, |learner| learner.counted_attempts()))
}
