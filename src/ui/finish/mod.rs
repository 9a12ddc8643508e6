//! Closing the session: the passphrase, the bundle, and what to do when one fails.

use crate::ui::Actions;
use crate::ui::Cx;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {}

impl Screen {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut egui::Ui, cx: &Cx<'_>, out: &mut Actions) {
        let _ = (ui, cx, out);
    }
}
