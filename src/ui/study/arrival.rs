//! A self-study in which nobody has signed in yet, such as after a power cut: who studies, and their drawn signature.

use egui::Ui;

use crate::i18n::messages::alone as say;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::alone::Details;
use crate::ui::room::Asking;
use crate::ui::room::view::View;
use crate::ui::study::frame;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// What is being filled in.
#[derive(Debug, Default)]
pub(crate) struct Part {
    details: Details,
    asking: Asking,
}

impl Part {
    /// Draws the part; once it is stored, the next snapshot is at the course's home.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, _out: &mut Actions) {
        let theme = cx.theme;
        // What becomes of it is seen in the snapshot.
        self.asking.is_stored(ui);
        let kind = view.state.setup.identifier;
        frame::page(ui, cx, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            widgets::title(ui, theme, &view.fill(&view.state.script.pack.title));
            self.details.show(ui, cx, kind, &say::details_alone_title());
            widgets::card(ui, theme, |ui| {
                self.details.button_trouble(ui, cx);
                self.asking.trouble(ui, cx, view.state, cx.lang);
                let button = Button::primary(theme, view.say(say::begin())).large();
                if widgets::main_button(ui, !self.asking.is_busy(), button)
                    && self.details.is_filled(ui.ctx(), cx, view.state)
                {
                    self.asking.start(ui, cx, self.details.command(kind));
                }
            });
        });
    }
}
