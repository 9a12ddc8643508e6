//! Finding people and companies as somebody types.

use egui::Key;
use egui::Ui;

use crate::i18n::messages::archive as say;
use crate::records::Hit;
use crate::records::Records;
use crate::records::RecordsError;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::list::List;
use crate::ui::records::list::cell_text;
use crate::ui::records::list::room_below;
use crate::ui::widgets;
use crate::ui::widgets::Column;
use crate::ui::widgets::Field;

/// Most that is found at a time; whoever looks for one person types a letter more.
const MOST: usize = 500;

/// What was typed, and what was found.
#[derive(Debug, Default)]
pub(super) struct Search {
    text: String,
    asking: Asking<(u64, String), Vec<Hit>>,
    list: List,
    has_keyboard: bool,
}

fn look(records: &Records, (_epoch, typed): &(u64, String)) -> Result<Vec<Hit>, RecordsError> {
    records.search(typed, MOST)
}

impl Search {
    /// Gives the keyboard to the field the next time it is drawn.
    pub(super) fn begin(&mut self) {
        self.has_keyboard = false;
    }

    /// Draws the part; returns what was chosen. `top` is where the page begins.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, epoch: u64, top: f32) -> Option<Hit> {
        let (theme, lang) = (cx.theme, cx.lang);
        let label = say::search_label().text(lang);
        let hint = say::search_hint().text(lang);
        let field = Field::new(theme, &label).hint(&hint).limit(100).show(ui, &mut self.text);
        if !std::mem::replace(&mut self.has_keyboard, true) {
            field.request_focus();
        }
        if field.changed() {
            self.list.begin();
        }
        let typed = self.text.trim().to_owned();
        if typed.is_empty() {
            widgets::soft(ui, theme, &say::search_text().text(lang));
            return None;
        }
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, typed.clone()));
        let is_current = self.asking.answer().is_some();
        let hits = match self.asking.newest() {
            Some(Ok(hits)) => hits,
            Some(Err(failed)) => {
                widgets::error_line(ui, theme, &failed.message(lang).text(lang));
                return None;
            }
            None => return None,
        };
        if hits.is_empty() {
            if is_current {
                widgets::body(ui, theme, &say::search_nobody(typed.as_str()).text(lang));
            }
            return None;
        }
        let count = if hits.len() < MOST { say::search_found(hits.len()) } else { say::search_many(hits.len()) };
        widgets::caption(ui, theme, &count.text(lang));
        if field.has_focus() && ui.input(|input| input.key_pressed(Key::ArrowDown)) {
            self.list.focus(0);
        }
        let columns = [
            Column::text(say::column_name().text(lang), 4.0),
            Column::text(say::column_company().text(lang), 4.0),
            Column::text(say::column_identifier().text(lang), 2.0),
        ];
        let name = |row: usize| match hits.get(row) {
            Some(Hit::Person { name, company, .. }) => format!("{name}, {company}"),
            Some(Hit::Company { name, .. }) => say::company_row(name.as_str()).text(lang),
            None => String::new(),
        };
        let room = room_below(ui, top);
        let chosen = self.list.show(ui, theme, "hits", &columns, (hits.len(), room), &name, |ui, row, column| {
            let text = match (hits.get(row), column) {
                (Some(Hit::Person { name, .. }), 0) | (Some(Hit::Company { name, .. }), 1) => name.clone(),
                (Some(Hit::Person { company, .. }), 1) => company.clone(),
                (Some(Hit::Person { identifier, .. }), _) => identifier.clone(),
                (Some(Hit::Company { .. }), 0) => say::company_all().text(lang),
                (Some(Hit::Company { .. }) | None, _) => String::new(),
            };
            cell_text(ui, theme, &text);
        });
        // Enter takes the first, once it is the answer to what stands in the field.
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let chosen = chosen.or((is_entered && is_current).then_some(0))?;
        hits.get(chosen).cloned()
    }
}
