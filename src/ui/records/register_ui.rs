//! A register: who is on it and on which page, whose signatures it bears, and the subscriber's own under it.

use std::collections::BTreeMap;

use egui::Ui;
use jiff::Timestamp;

use crate::files::read_at_most;
use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::archive as say;
use crate::records::Form;
use crate::records::Kept;
use crate::records::KeptRow;
use crate::records::Records;
use crate::records::RecordsError;
use crate::register::row_pages::row_pages;
use crate::register::verify::LARGEST_FILE;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::prepare::time_zone;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::countersign_ui::CountersignDialog;
use crate::ui::records::day_field::DayField;
use crate::ui::records::list::List;
use crate::ui::records::list::cell_text;
use crate::ui::records::list::room_below;
use crate::ui::records::page::Asked;
use crate::ui::records::page::Page;
use crate::ui::records::signer_ui::SignerPage;
use crate::ui::records::words::day_words;
use crate::ui::records::words::outcome_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;
use crate::ui::widgets::Tone;

/// The page of one register.
#[derive(Debug)]
pub(super) struct RegisterPage {
    digest: String,
    asking: Asking<(u64, String), Found>,
    list: List,
    signing: Option<CountersignDialog>,
}

#[derive(Debug)]
struct Found {
    kept: Kept,
    rows: Vec<KeptRow>,
    /// The page of each row by its number.
    pages: BTreeMap<u32, u32>,
}

fn look(records: &Records, (_epoch, digest): &(u64, String)) -> Result<Found, RecordsError> {
    let (kept, rows) = records.register(digest)?;
    let pages = read_at_most(&kept.file, LARGEST_FILE).map(|bytes| row_pages(&bytes)).unwrap_or_default();
    Ok(Found { kept, rows, pages })
}

impl RegisterPage {
    /// The page of the register with `digest`.
    pub(super) fn new(digest: String) -> Self {
        Self { digest, asking: Asking::default(), list: List::default(), signing: None }
    }

    /// Draws the page; `top` is where the screen's page begins.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        epoch: u64,
        who: &mut String,
        top: f32,
        out: &mut Actions,
    ) -> Option<Asked> {
        let (theme, lang) = (cx.theme, cx.lang);
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, self.digest.clone()));
        if ui.add(Button::quiet(theme, say::back().text(lang)).flush()).clicked() {
            return Some(Asked::Back);
        }
        let found = answered(ui, cx, self.asking.newest())?;
        let mut asked = head_ui(ui, cx, &found.kept);
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::plain(theme, say::open_pdf().text(lang))).clicked() {
                out.push(Action::Reveal(found.kept.file.clone()));
            }
            let may = found.kept.replaced_by.is_none() && found.kept.accepted;
            let sign = Button::plain(theme, say::countersign().text(lang));
            if ui.add_enabled(may, sign).clicked() {
                self.signing = Some(CountersignDialog::new(self.digest.clone()));
            }
            if ui.add(Button::quiet(theme, say::to_signer().text(lang))).clicked() {
                let page = SignerPage::new(found.kept.signer.clone(), found.kept.fingerprint.clone());
                asked = Some(Asked::Open(Page::Signer(Box::new(page))));
            }
        });
        if !found.kept.accepted {
            widgets::caption(ui, theme, &say::countersign_not_yet().text(lang));
        }
        if let Some(row) = rows_ui(ui, cx, found, &mut self.list, top) {
            asked = Some(Asked::Open(Page::person(row.person, DayField::default())));
        }
        if let Some(signing) = &mut self.signing {
            let (is_over, signed) = signing.show(ui, cx, who, out);
            if is_over {
                self.signing = None;
            }
            if let Some(digest) = signed {
                self.digest = digest;
                asked = Some(Asked::Changed);
            }
        }
        asked
    }
}

/// What the register is.
fn head_ui(ui: &mut Ui, cx: &Cx<'_>, kept: &Kept) -> Option<Asked> {
    let (theme, lang) = (cx.theme, cx.lang);
    let mut asked = None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        widgets::heading(ui, theme, &say::register_title(day_words(lang, kept.day)).text(lang));
        let course = say::course(kept.edition.title(lang), kept.edition.revision).text(lang);
        let form = match kept.form {
            Form::Room => say::form_room(),
            Form::Alone => say::form_alone(),
        };
        let parts = [course, form.text(lang)].into_iter().chain(kept.held_by.iter().cloned());
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        widgets::body(ui, theme, &parts.join(" · "));
        if kept.rehearsal {
            widgets::marked(ui, theme, Tone::Caution, &say::evidence_rehearsal().text(lang));
        }
        let (tone, signed) = if kept.accepted {
            (Tone::Good, say::evidence_signed(kept.signer.as_str()))
        } else {
            (Tone::Caution, say::evidence_unaccepted(kept.signer.as_str()))
        };
        widgets::marked(ui, theme, tone, &as_a_line(&signed.text(lang)));
        if kept.signatures > 1 {
            widgets::marked(ui, theme, Tone::Good, &say::countersigned_by(kept.signatures - 1).text(lang));
        }
        let at = kept.imported_at.parse::<Timestamp>();
        let at = at.map_or_else(|_| kept.imported_at.clone(), |at| date_and_time(lang, &local(at, &time_zone())));
        let came = say::register_came(at, kept.source.as_str(), kept.imported_by.as_str());
        widgets::caption(ui, theme, &came.text(lang));
        widgets::caption(ui, theme, &say::register_digest(kept.digest.as_str()).text(lang));
    });
    if let Some(later) = &kept.replaced_by {
        widgets::toned(ui, theme, Tone::Caution, |ui| {
            widgets::marked(ui, theme, Tone::Caution, &say::register_replaced().text(lang));
            if ui.add(Button::plain(theme, say::open_later().text(lang))).clicked() {
                asked = Some(Asked::Open(Page::register(later.clone())));
            }
        });
    }
    asked
}

/// Words that are else said in the middle of a line, at the beginning of one.
fn as_a_line(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn rows_ui<'a>(ui: &mut Ui, cx: &Cx<'_>, found: &'a Found, list: &mut List, top: f32) -> Option<&'a KeptRow> {
    let (theme, lang) = (cx.theme, cx.lang);
    let rows = &found.rows;
    let columns = [
        Column::text(say::column_row().text(lang), 1.0),
        Column::text(say::column_name().text(lang), 4.0),
        Column::text(say::column_company().text(lang), 4.0),
        Column::text(say::column_test().text(lang), 2.4),
        Column::text(say::column_page().text(lang), 1.2),
    ];
    let name = |row: usize| rows.get(row).map_or_else(String::new, |row| format!("{}, {}", row.name, row.company));
    let room = room_below(ui, top);
    let chosen = list.show(ui, theme, "register-rows", &columns, (rows.len(), room), &name, |ui, row, column| {
        let Some(row) = rows.get(row) else { return };
        let text = match column {
            0 => row.number.to_string(),
            1 => row.name.clone(),
            2 => row.company.clone(),
            3 => outcome_words(row.outcome).map_or_else(String::new, |words| words.text(lang)),
            _ => found.pages.get(&row.number).map_or_else(String::new, u32::to_string),
        };
        cell_text(ui, theme, &text);
    });
    rows.get(chosen?)
}
