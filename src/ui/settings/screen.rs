//! The settings screen, and what the program is made of.

use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::messages::common;
use crate::i18n::messages::desk as say;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::app::look_message;
use crate::ui::screen_page;
use crate::ui::settings::Settings;
use crate::ui::settings::mail_ui::MailForm;
use crate::ui::theme::Look;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    /// Names as they are being typed; taken over when the field is left.
    names: Option<Names>,
    mail: MailForm,
    licence: Option<Licence>,
}

#[derive(Debug)]
struct Names {
    trainer: String,
    organiser: String,
}

/// The licences that can be read in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Licence {
    Mit,
    Apache,
    Atkinson,
    Noto,
}

impl Licence {
    const ALL: [Self; 4] = [Self::Mit, Self::Apache, Self::Atkinson, Self::Noto];

    fn name(self) -> &'static str {
        match self {
            Self::Mit => "MIT",
            Self::Apache => "Apache License 2.0",
            Self::Atkinson => "SIL Open Font License 1.1 · Atkinson Hyperlegible Next",
            Self::Noto => "SIL Open Font License 1.1 · Noto Sans",
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Mit => include_str!("../../../LICENSE-MIT"),
            Self::Apache => include_str!("../../../LICENSE-APACHE"),
            Self::Atkinson => include_str!("../../../assets/fonts/OFL-AtkinsonHyperlegibleNext.txt"),
            Self::Noto => include_str!("../../../assets/fonts/OFL-NotoSans.txt"),
        }
    }
}

impl Screen {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "settings", 760.0, |ui| {
            widgets::title(ui, theme, &say::settings_title().text(lang));
            ui.add_space(theme.grid);
            widgets::section(ui, theme, &say::settings_window().text(lang), |ui| {
                ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
                let mut settings = cx.settings.clone();
                // A language is named in itself, so that who cannot read the other finds it.
                let languages = [(Lang::Fi, "Suomi".to_owned()), (Lang::En, "English".to_owned())];
                widgets::choice(ui, theme, &say::settings_language().text(lang), &mut settings.lang, &languages);
                let looks = Look::ALL.map(|look| (look, look_message(look).text(lang)));
                widgets::choice(ui, theme, &say::settings_look().text(lang), &mut settings.look, &looks);
                if settings != *cx.settings {
                    out.push(Action::Settings(settings));
                }
            });
            self.names_ui(ui, cx, out);
            self.mail.show(ui, cx, out);
            widgets::section(ui, theme, &say::identity_title().text(lang), |ui| {
                widgets::soft(ui, theme, &say::identity_what_for().text(lang));
                if ui.add(Button::plain(theme, say::identity_open().text(lang))).clicked() {
                    out.push(Action::Go(Box::new(Route::Identity(Default::default()))));
                }
            });
            self.about_ui(ui, cx, out);
        });
        self.licence_ui(ui, cx);
    }

    fn names_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let names = self.names.get_or_insert_with(|| Names {
            trainer: cx.settings.trainer.clone(),
            organiser: cx.settings.organiser.clone(),
        });
        widgets::section(ui, theme, &say::settings_names().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            let trainer = Field::new(theme, &say::trainer().text(lang)).show(ui, &mut names.trainer);
            let organiser = Field::new(theme, &say::organiser().text(lang)).show(ui, &mut names.organiser);
            if trainer.lost_focus() || organiser.lost_focus() {
                let (trainer, organiser) = (names.trainer.trim().to_owned(), names.organiser.trim().to_owned());
                out.push(Action::Settings(Settings { trainer, organiser, ..cx.settings.clone() }));
            }
        });
    }

    fn about_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::section(ui, theme, &say::about_title().text(lang), |ui| {
            widgets::body(ui, theme, &say::about_version(env!("CARGO_PKG_VERSION")).text(lang));
            widgets::body(ui, theme, &say::about_program().text(lang));
            widgets::body(ui, theme, &say::about_fonts().text(lang));
            ui.horizontal_wrapped(|ui| {
                for licence in Licence::ALL {
                    if ui.add(Button::plain(theme, licence.name())).clicked() {
                        self.licence = Some(licence);
                    }
                }
            });
            ui.add_space(theme.grid);
            let folder = cx.data.path();
            widgets::body(ui, theme, &say::about_data(folder.display().to_string()).text(lang));
            if ui.add(Button::plain(theme, say::open_folder().text(lang))).clicked() {
                out.push(Action::Reveal(folder.to_owned()));
            }
        });
    }

    fn licence_ui(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let Some(licence) = self.licence else { return };
        let response = widgets::dialog(ui.ctx(), cx.theme, "licence", licence.name(), 760.0, |ui| {
            widgets::body(ui, cx.theme, licence.text());
            ui.add(Button::primary(cx.theme, common::close().text(cx.lang))).clicked()
        });
        if response.should_close || response.inner {
            self.licence = None;
        }
    }
}
