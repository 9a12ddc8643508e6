//! The feedback of somebody who studied alone: it leaves the computer only in a file that they send.

use egui::Ui;

use crate::session::Place;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::view::View;
use crate::ui::study::frame;
use crate::ui::widgets::title;

/// What the part remembers between frames.
#[derive(Debug, Default)]
pub(crate) struct Part;

impl Part {
    /// Draws the part, at `Place::Feedback`.
    #[expect(clippy::unused_self, clippy::needless_pass_by_ref_mut, reason = "the form stands here")]
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        frame::page(ui, cx, |ui| {
            title(ui, cx.theme, &view.place_title(&Place::Feedback));
            frame::go_next(ui, cx, view, out);
        });
    }
}
