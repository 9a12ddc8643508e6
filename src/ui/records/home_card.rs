//! The card on the first screen that leads to the records.

use egui::Ui;

use crate::i18n::messages::archive as say;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// Draws the card.
pub(in crate::ui) fn home_card(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::card(ui, theme, |ui| {
        widgets::subheading(ui, theme, &say::title().text(lang));
        widgets::soft(ui, theme, &say::home_text().text(lang));
        ui.add_space(theme.grid);
        if ui.add(Button::plain(theme, say::open().text(lang)).large()).clicked() {
            out.push(Action::Go(Box::new(Route::Records(Default::default()))));
        }
    });
}
