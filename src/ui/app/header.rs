//! The strip at the top: where one is, and the few things that can be done from anywhere.

use egui::Align;
use egui::Layout;
use egui::RichText;

use crate::i18n::messages::assign;
use crate::i18n::messages::common;
use crate::i18n::messages::study as say;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Route;
use crate::ui::app::App;
use crate::ui::command::UiCommand;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets::Button;

impl App {
    pub(super) fn header(&self, ui: &mut egui::Ui, out: &mut Actions) {
        let theme = &self.theme;
        let frame = egui::Frame::new().fill(theme.surface).inner_margin(egui::Margin::symmetric(16, 4));
        let panel = egui::Panel::top("header").frame(frame).show_separator_line(false).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(size::CONTROL);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    self.header_buttons(ui, out);
                    // What is left belongs to the names; a long one ends in an ellipsis.
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.header_names(ui));
                });
            });
        });
        let rect = panel.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom(), theme.line());
    }

    fn header_names(&self, ui: &mut egui::Ui) {
        let theme = &self.theme;
        let name = common::program().text(self.settings.lang);
        ui.label(RichText::new(name).font(bold(size::SUBHEADING)).color(theme.accent));
        if let Some((_, running)) = &self.session {
            let state = &running.snapshot.state;
            let course = state.script.profile.fill(&state.script.pack.title, &state.setup.language);
            let place = if state.setup.form.is_room() {
                &state.setup.place
            } else {
                &say::home_name().text(self.settings.lang)
            };
            let pack = &state.script.pack;
            let part = pack.part_of.map(|whole| assign::part_short(pack.themes.len(), whole).text(self.settings.lang));
            let text = std::iter::once(course).chain(part).chain([place.clone()]).collect::<Vec<_>>().join("  ·  ");
            let text = RichText::new(text).font(regular(size::BODY)).color(theme.ink_soft);
            ui.add(egui::Label::new(text).truncate());
        }
    }

    fn header_buttons(&self, ui: &mut egui::Ui, out: &mut Actions) {
        let theme = &self.theme;
        let lang = self.settings.lang;
        if ui.add(Button::quiet(theme, common::menu_keys().text(lang)).key("?")).clicked() {
            out.push(Action::Ui(UiCommand::ShowKeys));
        }
        if ui.add(Button::quiet(theme, common::other_language().text(lang))).clicked() {
            out.push(Action::Ui(UiCommand::ChangeLanguage));
        }
        let has_settings = !matches!(self.route, Route::Settings(_)) && self.session.is_none();
        if has_settings && ui.add(Button::quiet(theme, common::menu_settings().text(lang))).clicked() {
            out.push(Action::Go(Box::new(Route::Settings(Default::default()))));
        }
        let is_home = matches!(self.route, Route::Home(_));
        if !is_home && ui.add(Button::quiet(theme, common::menu_home().text(lang))).clicked() {
            out.push(Action::Ui(UiCommand::GoHome));
        }
    }
}
