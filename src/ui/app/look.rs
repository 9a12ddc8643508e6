//! How the window looks: the theme on the context, and the names of the looks.

use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::ui::app::App;
use crate::ui::theme::DEFAULT_ACCENT;
use crate::ui::theme::Look;
use crate::ui::theme::Theme;

impl App {
    /// Puts fonts and style on the context when they have changed, and not in other frames.
    pub(super) fn restyle(&mut self, context: &egui::Context) {
        let system_is_dark = context.system_theme() == Some(egui::Theme::Dark);
        let accent =
            self.session.as_ref().map_or(DEFAULT_ACCENT, |(_, running)| running.snapshot.state.script.profile.accent);
        let theme = Theme::new(self.settings.look, system_is_dark, accent);
        if !self.is_styled || theme != self.theme {
            theme.apply(context);
            // Ctrl + and − belong to the trainer's notes.
            context.options_mut(|options| options.zoom_with_keyboard = false);
            self.theme = theme;
            self.is_styled = true;
        }
    }
}

/// The name of a look.
pub fn look_message(look: Look) -> Message {
    match look {
        Look::System => common::look_system(),
        Look::Light => common::look_light(),
        Look::Dark => common::look_dark(),
        Look::HighContrast => common::look_high_contrast(),
    }
}
