//! What lies over the screen: the keys, the question before a session is left, notices.

use crate::i18n::messages::common;
use crate::ui::Actions;
use crate::ui::app::App;
use crate::ui::widgets;
use crate::ui::widgets::Button;

impl App {
    pub(super) fn overlays(&mut self, ui: &egui::Ui, out: &mut Actions) {
        let lang = self.settings.lang;
        let theme = &self.theme;
        if self.shows_keys {
            let title = common::keys_title().text(lang);
            let response = widgets::dialog(ui.ctx(), theme, "keys", &title, 720.0, |ui| {
                let rows: Vec<(String, String)> =
                    self.commands().iter().map(|command| (command.keys(lang), command.message().text(lang))).collect();
                widgets::key_list(ui, theme, &rows);
                ui.add_space(theme.grid);
                widgets::caption(ui, theme, &common::keys_hint().text(lang));
                ui.add_space(theme.grid);
                ui.add(Button::primary(theme, common::close().text(lang))).clicked()
            });
            self.shows_keys = !(response.should_close || response.inner);
        }
        self.phones_dialog(ui, out);
        self.leave_dialog(ui, out);
        self.show_notice(ui);
    }

    fn show_notice(&mut self, ui: &egui::Ui) {
        let Some(notice) = &self.notice else { return };
        let now = ui.input(|input| input.time);
        let text = notice.message.text(self.settings.lang);
        let dismiss = common::dismiss().text(self.settings.lang);
        let is_dismissed = widgets::notice(ui, &self.theme, notice.tone, &text, &dismiss);
        let is_over = notice.until.is_some_and(|until| until <= now);
        if is_dismissed || is_over {
            self.notice = None;
            ui.ctx().request_repaint();
        } else if let Some(until) = notice.until {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64((until - now).max(0.0)));
        }
    }
}
