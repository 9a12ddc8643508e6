//! Sending through the configured server.

use egui::Ui;

use crate::i18n::messages::desk;
use crate::i18n::messages::mail as say;
use crate::mail::Outcome;
use crate::mail::Recipient;
use crate::mail::Report;
use crate::mail::Security;
use crate::mail::Standing;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::handout::Panel;
use crate::ui::handout::Shown;
use crate::ui::settings;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;

impl Panel {
    pub(super) fn direct_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        running: &Running,
        list: &[Recipient],
        out: &mut Actions,
    ) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::section(ui, theme, &say::direct_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid;
            let account = &cx.settings.mail;
            if account.fault().is_some() {
                widgets::soft(ui, theme, &say::direct_unset().text(lang));
                if ui.add(Button::plain(theme, say::open_settings().text(lang))).clicked() {
                    out.push(Action::Go(Box::new(Route::Settings(settings::Screen::default()))));
                }
                return;
            }
            let through = say::direct_through(account.from_address.trim(), account.host.trim());
            widgets::soft(ui, theme, &through.text(lang));
            if account.security == Security::None {
                widgets::marked(ui, theme, Tone::Caution, &say::open_line().text(lang));
            }
            if let Some(report) = &self.report {
                report_ui(ui, cx, report);
            }
            if self.has_stopped {
                widgets::error_line(ui, theme, &desk::work_stopped().text(lang));
            }
            if let Some(job) = &self.sending {
                // There from the first frame on, so that the button below stays what it is under the pointer.
                let (share, text) = job.progress().map_or((0.0, say::making_material()), |now| (now.share, now.text));
                widgets::progress(ui, theme, share, &text.text(lang));
                if ui.add(Button::plain(theme, say::give_up().text(lang))).clicked() {
                    job.cancel();
                }
                return;
            }
            let unsure = list
                .iter()
                .filter(|one| matches!(self.shown(one), Shown::Known(Standing::Begun(_) | Standing::Drafted(_))));
            let unsure = unsure.count();
            let waiting = list.iter().filter(|one| matches!(self.shown(one), Shown::Waiting | Shown::Failed)).count();
            if unsure > 0 {
                widgets::check(ui, theme, &mut self.again, &say::again(unsure).text(lang));
            }
            let to_send = waiting + if self.again { unsure } else { 0 };
            if waiting + unsure == 0 {
                widgets::marked(ui, theme, Tone::Good, &say::nothing_to_send().text(lang));
                return;
            }
            let mut wants = false;
            if account.signs_in() {
                let label = say::password_of(account.user.trim()).text(lang);
                let help = say::password_help().text(lang);
                let field = Field::new(theme, &label).help(&help).width(420.0).password();
                let response = field.show(ui, &mut self.password);
                wants = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            }
            let can = !self.is_busy() && to_send > 0 && (!account.signs_in() || !self.password.is_empty());
            let send = Button::primary(theme, say::send_now(to_send).text(lang));
            wants |= widgets::main_button(ui, can, send);
            if wants && can {
                self.send(ui.ctx(), cx, running, list);
            }
        });
    }
}

/// What became of the last sending: in one line, then why some messages were not sent, each with its people.
fn report_ui(ui: &mut Ui, cx: &Cx<'_>, report: &Report) {
    let (theme, lang) = (cx.theme, cx.lang);
    let count = |is_so: fn(&Outcome) -> bool| report.outcomes.iter().filter(|(_, outcome)| is_so(outcome)).count();
    let sent = report.sent();
    let left = count(|outcome| matches!(outcome, Outcome::Failed(_) | Outcome::NotTried));
    let unsure = count(|outcome| matches!(outcome, Outcome::Unsure(_)));
    if left + unsure == 0 {
        widgets::marked(ui, theme, Tone::Good, &say::sent_all(sent).text(lang));
    } else {
        widgets::marked(ui, theme, Tone::Caution, &say::sent_some(sent, left, unsure).text(lang));
    }
    for (recipient, outcome) in &report.outcomes {
        let (tone, trouble) = match outcome {
            Outcome::Failed(trouble) => (Tone::Bad, trouble),
            Outcome::Unsure(trouble) => (Tone::Caution, trouble),
            Outcome::Sent | Outcome::Left | Outcome::NotTried => continue,
        };
        let text = format!("{}: {}", recipient.names(), trouble.message().text(lang));
        widgets::marked(ui, theme, tone, &text);
    }
    if let Some(trouble) = &report.stopped {
        widgets::marked(ui, theme, Tone::Bad, &trouble.message().text(lang));
    }
}
