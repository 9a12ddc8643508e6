//! Preparing a session: pack, language, profile, place, trainer, who is expected, checks.

pub mod courses;
pub mod people;
pub mod sheet;

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
