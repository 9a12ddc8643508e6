//! Settings of the person at this computer, and About.

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

/// What the person at this computer has chosen.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The program's language.
    pub lang: crate::i18n::Lang,
    /// Light, dark or high contrast.
    pub look: crate::ui::theme::Look,
    /// Size of the trainer's notes in points; 0 means the default.
    pub notes_points: u8,
    /// The trainer's name, offered when a session is prepared.
    pub trainer: String,
    /// The organiser's name, offered when a session is prepared.
    pub organiser: String,
}
