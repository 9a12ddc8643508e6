//! Whether the computer is ready, and the button that opens the sign-in.

use std::sync::Arc;

use egui::Ui;

use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::desk as say;
use crate::i18n::offset;
use crate::pack::CoursePack;
use crate::profile::Profile;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::prepare::start::time_zone;
use crate::ui::projector::Control;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

impl Screen {
    pub(super) fn ready_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::section(ui, theme, &say::ready_title().text(lang), |ui| {
            match &self.readiness {
                Some(readiness) => {
                    for (tone, answer) in readiness.answers(cx.projector.displays, lang) {
                        widgets::marked(ui, theme, tone, &answer.text(lang));
                    }
                }
                None => {
                    widgets::soft(ui, theme, &say::ready_asking().text(lang));
                }
            }
            let now = local(cx.clock.now(), &time_zone());
            let clock = say::clock_says(date_and_time(lang, &now), offset(&now));
            widgets::marked(ui, theme, Tone::Neutral, &clock.text(lang));
            if self.was_saving_refused {
                widgets::marked(ui, theme, Tone::Caution, &say::draft_not_kept().text(lang));
            }
            ui.horizontal_wrapped(|ui| {
                let again = ui.add(Button::plain(theme, say::ready_again().text(lang)));
                self.reach(Spot::Computer, &again);
                if again.clicked() {
                    self.mended(Spot::Computer);
                    self.ask_readiness(ui.ctx(), cx);
                }
                let has_key = self.readiness.as_ref().is_none_or(|readiness| readiness.has_key());
                if !has_key && ui.add(Button::plain(theme, say::make_key().text(lang))).clicked() {
                    out.push(Action::Go(Box::new(Route::Identity(crate::ui::identity::Screen::back_to_prepare()))));
                }
                let is_shown = cx.projector.is_shown;
                let text = if is_shown { say::close_projector() } else { say::try_projector() };
                if ui.add(Button::plain(theme, text.text(lang))).clicked() {
                    out.push(Action::Projector(Control::Show(!is_shown)));
                }
            });
        });
    }

    pub(super) fn start_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, pack: &Arc<CoursePack>, profile: &Arc<Profile>) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::card(ui, theme, |ui| {
            let troubles: Vec<String> = self.troubles.iter().map(|(_, message)| message.text(lang)).collect();
            for trouble in &troubles {
                widgets::error_line(ui, theme, trouble);
            }
            if let Some(job) = &self.starting {
                let progress = job.progress();
                let (share, text) = progress.map_or((0.1, say::starting()), |now| (now.share, now.text));
                widgets::progress(ui, theme, share, &text.text(lang));
            }
            let button = Button::primary(theme, say::open_sign_in().text(lang)).large();
            if widgets::main_button(ui, self.starting.is_none(), button) {
                self.start(ui.ctx(), cx, pack, profile);
            }
            widgets::caption(ui, theme, &say::open_sign_in_hint().text(lang));
        });
        if self.error(Spot::Start, cx).is_some() && self.starting.is_some() {
            self.mended(Spot::Start);
        }
    }
}
