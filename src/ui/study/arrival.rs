//! A self-study in which nobody has signed in yet: who studies, and their drawn signature.

use egui::Ui;

use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::view::View;
use crate::ui::study::frame;
use crate::ui::widgets::title;

/// What is being filled in.
#[derive(Debug, Default)]
pub(crate) struct Part;

impl Part {
    /// Draws the part; it asks for `Command::SignIn`, and the next snapshot is at the course's home.
    #[expect(clippy::unused_self, clippy::needless_pass_by_ref_mut, reason = "what is filled in stands here")]
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, _out: &mut Actions) {
        frame::page(ui, cx, |ui| {
            title(ui, cx.theme, &view.fill(&view.state.script.pack.title));
        });
    }
}
