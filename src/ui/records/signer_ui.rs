//! What rests on a signer: the registers they signed, and everybody on those with how they stand today.

use egui::Ui;

use crate::i18n::messages::archive as say;
use crate::records::Kept;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::Resting;
use crate::records::RestsOn;
use crate::records::Signer;
use crate::register::trust::Fingerprint;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::day_field::DayField;
use crate::ui::records::list::List;
use crate::ui::records::list::cell_text;
use crate::ui::records::list::room_below;
use crate::ui::records::page::Asked;
use crate::ui::records::page::Page;
use crate::ui::records::signers_ui::decide_button;
use crate::ui::records::signers_ui::stands_ui;
use crate::ui::records::signers_ui::whole_name;
use crate::ui::records::words::day_words;
use crate::ui::records::words::state_short;
use crate::ui::records::words::state_tone;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;

/// The page of one signer.
#[derive(Debug)]
pub(super) struct SignerPage {
    name: String,
    fingerprint: Fingerprint,
    asking: Asking<(u64, Fingerprint), RestsOn>,
    shown: Shown,
    registers: List,
    people: List,
}

/// Which list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Registers,
    People,
}

fn look(records: &Records, (_epoch, fingerprint): &(u64, Fingerprint)) -> Result<RestsOn, RecordsError> {
    records.resting_on(fingerprint)
}

impl SignerPage {
    /// The page of the signer called `name`.
    pub(super) fn new(name: String, fingerprint: Fingerprint) -> Self {
        Self {
            name,
            fingerprint,
            asking: Asking::default(),
            shown: Shown::default(),
            registers: List::default(),
            people: List::default(),
        }
    }

    /// Draws the page; `top` is where the screen's page begins.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, epoch: u64, signers: &[Signer], top: f32) -> Option<Asked> {
        let (theme, lang) = (cx.theme, cx.lang);
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, self.fingerprint.clone()));
        if ui.add(Button::quiet(theme, say::back().text(lang)).flush()).clicked() {
            return Some(Asked::Back);
        }
        let signer = signers.iter().find(|signer| signer.fingerprint == self.fingerprint);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
            let name = signer.map_or_else(|| self.name.clone(), whole_name);
            widgets::heading(ui, theme, &say::rests_title(name).text(lang));
            if let Some(signer) = signer {
                stands_ui(ui, cx, signer);
            }
            widgets::caption(ui, theme, &self.fingerprint.in_groups());
        });
        if let Some(deciding) = signer.and_then(|signer| decide_button(ui, cx, signer)) {
            return Some(Asked::Decide(deciding));
        }
        let rests = answered(ui, cx, self.asking.newest())?;
        let options = [
            (Shown::Registers, say::rests_registers(rests.registers.len())),
            (Shown::People, say::rests_people(rests.people.len())),
        ];
        let options = options.map(|(shown, message)| (shown, message.text(lang)));
        widgets::segments(ui, theme, &say::shown_label().text(lang), &mut self.shown, &options);
        match self.shown {
            Shown::Registers => {
                let kept = registers_ui(ui, cx, &rests.registers, &mut self.registers, top)?;
                Some(Asked::Open(Page::register(kept.digest.clone())))
            }
            Shown::People => {
                let person = people_ui(ui, cx, &rests.people, &mut self.people, top)?;
                Some(Asked::Open(Page::person(person.person, DayField::default())))
            }
        }
    }
}

fn registers_ui<'a>(ui: &mut Ui, cx: &Cx<'_>, kept: &'a [Kept], list: &mut List, top: f32) -> Option<&'a Kept> {
    let (theme, lang) = (cx.theme, cx.lang);
    let columns = [
        Column::text(say::column_day().text(lang), 1.9),
        Column::text(say::course_label().text(lang), 4.0),
        Column::text(say::column_place().text(lang), 3.0),
        Column::text(say::column_people().text(lang), 1.4),
    ];
    let course = |kept: &Kept| say::course(kept.edition.title(lang), kept.edition.revision).text(lang);
    let name = |row: usize| {
        kept.get(row).map_or_else(String::new, |kept| format!("{}, {}", day_words(lang, kept.day), course(kept)))
    };
    let room = room_below(ui, top);
    let chosen = list.show(ui, theme, "signer-registers", &columns, (kept.len(), room), &name, |ui, row, column| {
        let Some(kept) = kept.get(row) else { return };
        let text = match column {
            0 => day_words(lang, kept.day),
            1 => course(kept),
            2 => kept.held_by[1].clone(),
            _ => kept.people.to_string(),
        };
        cell_text(ui, theme, &text);
    });
    kept.get(chosen?)
}

fn people_ui<'a>(ui: &mut Ui, cx: &Cx<'_>, people: &'a [Resting], list: &mut List, top: f32) -> Option<&'a Resting> {
    let (theme, lang) = (cx.theme, cx.lang);
    let columns = [
        Column::text(say::column_name().text(lang), 3.0),
        Column::text(say::column_company().text(lang), 3.0),
        Column::text(say::column_stands().text(lang), 3.0),
    ];
    let stands = |one: &Resting| state_short(one.state).text(lang);
    let name = |row: usize| people.get(row).map_or_else(String::new, |one| format!("{}, {}", one.name, stands(one)));
    let room = room_below(ui, top);
    let chosen = list.show(ui, theme, "signer-people", &columns, (people.len(), room), &name, |ui, row, column| {
        let Some(one) = people.get(row) else { return };
        match column {
            0 => cell_text(ui, theme, &one.name),
            1 => cell_text(ui, theme, &one.company),
            _ => {
                widgets::mark(ui, theme, state_tone(one.state));
                cell_text(ui, theme, &stands(one));
            }
        }
    });
    people.get(chosen?)
}
