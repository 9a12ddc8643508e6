//! Signing out of a self-study, and what comes after: closing, signing, and what to send to whom.

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
    /// Draws the learner's sign-out, at `Place::SignOut`.
    #[expect(clippy::unused_self, clippy::needless_pass_by_ref_mut, reason = "the signature stands here")]
    pub(crate) fn sign_out(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, _out: &mut Actions) {
        frame::page(ui, cx, |ui| {
            title(ui, cx.theme, &view.place_title(&Place::SignOut));
        });
    }

    /// Draws what comes after sign-out, and after closing.
    #[expect(clippy::unused_self, clippy::needless_pass_by_ref_mut, reason = "the signing stands here")]
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, _out: &mut Actions) {
        frame::page(ui, cx, |ui| {
            title(ui, cx.theme, &view.place_title(&Place::SignOut));
        });
    }
}
