//! Feedback of somebody who studies alone: it stays on this computer until they send it.

use egui::Ui;

use crate::i18n::messages::alone as say;
use crate::i18n::messages::console;
use crate::session::Command;
use crate::session::Place;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::feedback::Form;
use crate::ui::room::view::View;
use crate::ui::study::frame;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// The form as it is being filled.
#[derive(Debug, Default)]
pub(crate) struct Part {
    form: Form,
}

impl Part {
    /// Draws the part, at `Place::Feedback`.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        frame::page(ui, cx, |ui| self.contents(ui, cx, view, out));
    }

    fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let theme = cx.theme;
        let lang = view.room_lang();
        if !view.state.feedback.is_empty() && !self.form.is_busy() {
            widgets::title(ui, theme, &console::feedback_thanks().text(lang));
            widgets::body(ui, theme, &say::feedback_kept().text(lang));
            ui.add_space(theme.grid * 2.0);
            if widgets::main_button(ui, true, Button::primary(theme, say::go_on().text(lang)).large()) {
                out.session(Command::Go { to: Place::SignOut });
            }
            return;
        }
        widgets::title(ui, theme, &say::feedback_title().text(lang));
        widgets::body(ui, theme, &say::feedback_text().text(lang));
        ui.add_space(theme.grid * 2.0);
        let is_given = self.form.fields(ui, cx, view, &say::feedback_keep().text(lang), out);
        let skip = Button::quiet(theme, console::feedback_none().text(lang));
        if is_given || ui.add_enabled(!self.form.is_busy(), skip).clicked() {
            out.session(Command::Go { to: Place::SignOut });
        }
    }
}
