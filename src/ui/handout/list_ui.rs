//! The addresses that were left, how each stands, and putting one right.

use egui::Ui;

use crate::i18n::local;
use crate::i18n::messages::common;
use crate::i18n::messages::mail as say;
use crate::i18n::time_of_day;
use crate::mail::Recipient;
use crate::mail::Standing;
use crate::session::Command;
use crate::session::ParticipantId;
use crate::ui::Cx;
use crate::ui::Running;
use crate::ui::handout::Panel;
use crate::ui::handout::Shown;
use crate::ui::room::Asking;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;

/// How high the list gets before it scrolls by itself, in points.
const MOST_HEIGHT: f32 = 300.0;

/// An address that is being put right, for everybody who has left it.
#[derive(Debug)]
pub(super) struct Amending {
    people: Vec<(ParticipantId, String)>,
    text: String,
    asking: Asking,
    has_keyboard: bool,
}

impl Panel {
    pub(super) fn list_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, list: &[Recipient]) {
        let (theme, lang) = (cx.theme, cx.lang);
        let state = &running.snapshot.state;
        let may_amend = state.closed_at.is_none() && !self.is_busy() && self.amending.is_none();
        let mut columns = vec![
            Column::text(say::column_name().text(lang), 3.2),
            Column::text(say::column_address().text(lang), 4.2),
            Column::text(say::column_state().text(lang), 2.4),
        ];
        if state.closed_at.is_none() {
            columns.push(Column::text("", 1.5));
        }
        let zone = &state.setup.time_zone;
        let at = |at| time_of_day(lang, &local(at, zone));
        let mut amends = None;
        let cell = |ui: &mut Ui, row: usize, column: usize| {
            let Some(recipient) = list.get(row) else { return };
            match column {
                0 => drop(widgets::body(ui, theme, &recipient.names())),
                1 => drop(widgets::body(ui, theme, &recipient.address)),
                2 => {
                    let (tone, message) = match self.shown(recipient) {
                        Shown::Waiting => (Tone::Neutral, say::state_waiting()),
                        Shown::Failed => (Tone::Bad, say::state_failed()),
                        Shown::Known(Standing::Drafted(time)) => (Tone::Accent, say::state_drafted(at(time))),
                        Shown::Known(Standing::Begun(_)) => (Tone::Caution, say::state_unsure()),
                        Shown::Known(Standing::Sent(time)) => (Tone::Good, say::state_sent(at(time))),
                    };
                    widgets::mark(ui, theme, tone);
                    widgets::body(ui, theme, &message.text(lang));
                }
                _ => {
                    let button = ui.add_enabled(may_amend, Button::quiet(theme, say::amend().text(lang)));
                    let name = say::amend_of(recipient.names()).text(lang);
                    ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(name));
                    if button.clicked() {
                        amends = Some(recipient.clone());
                    }
                }
            }
        };
        // A long list scrolls by itself, so that what can be done with it stays in reach.
        egui::ScrollArea::vertical().id_salt("addresses").max_height(MOST_HEIGHT).show(ui, |ui| {
            widgets::table(ui, theme, "addresses", &columns, list.len(), None, cell);
        });
        if let Some(Recipient { address, people }) = amends {
            self.amending = Some(Amending { people, text: address, asking: Asking::default(), has_keyboard: false });
        }
        self.amend_ui(ui, cx, running);
    }

    fn amend_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running) {
        let (theme, lang) = (cx.theme, cx.lang);
        let Some(amending) = &mut self.amending else { return };
        let mut is_over = amending.asking.is_stored(ui);
        widgets::well(ui, theme, |ui| {
            let names = amending.people.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
            let field = Field::new(theme, &say::amend_of(names).text(lang)).width(420.0).show(ui, &mut amending.text);
            if !amending.has_keyboard {
                amending.has_keyboard = true;
                field.request_focus();
            }
            amending.asking.trouble(ui, cx, &running.snapshot.state, lang);
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            ui.horizontal_wrapped(|ui| {
                let is_busy = amending.asking.is_busy();
                let saves = ui.add_enabled(!is_busy, Button::plain(theme, say::save().text(lang))).clicked();
                if (saves || is_entered) && !is_busy {
                    let address = Some(amending.text.trim().to_owned()).filter(|text| !text.is_empty());
                    let ask = |(participant, _): &(ParticipantId, String)| Command::AskHandout {
                        participant: *participant,
                        address: address.clone(),
                    };
                    amending.asking.start_all(ui, cx, amending.people.iter().map(ask).collect());
                }
                is_over |= ui.add_enabled(!is_busy, Button::quiet(theme, common::cancel().text(lang))).clicked();
            });
        });
        if is_over {
            self.amending = None;
        }
    }
}
