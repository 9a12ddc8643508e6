//! Who is still missing and who has come, beside the form.

use egui::Ui;

use crate::i18n::local;
use crate::i18n::messages::desk as say;
use crate::i18n::messages::phones;
use crate::i18n::time_of_day;
use crate::session::Expected;
use crate::session::Participant;
use crate::ui::Cx;
use crate::ui::lobby::matching::is_walk_in;
use crate::ui::lobby::rows::Rows;
use crate::ui::phones::line;
use crate::ui::phones::short_line_words;
use crate::ui::room::view::View;
use crate::ui::widgets;
use crate::ui::widgets::Column;
use crate::ui::widgets::Tone;

/// Draws both lists; returns the missing person who was chosen.
pub(super) fn show<'a>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    missing: &[&'a Expected],
    rows: &mut Rows,
) -> Option<&'a Expected> {
    // While people sign in by themselves, those who come are what changes; at the desk, the next one is chosen.
    let is_open = cx.phones.status().is_some();
    if is_open {
        arrived(ui, cx, view, rows);
        ui.add_space(cx.theme.grid);
    }
    let mut chosen = None;
    if !view.state.setup.expected.is_empty() {
        chosen = still_missing(ui, cx, missing);
        ui.add_space(cx.theme.grid);
    }
    if !is_open {
        arrived(ui, cx, view, rows);
    }
    rows.removed(ui, cx, view);
    chosen
}

fn still_missing<'a>(ui: &mut Ui, cx: &Cx<'_>, missing: &[&'a Expected]) -> Option<&'a Expected> {
    let (theme, lang) = (cx.theme, cx.lang);
    let title = say::missing_title(missing.len()).text(lang);
    let clicked = widgets::section(ui, theme, &title, |ui| {
        if missing.is_empty() {
            widgets::marked(ui, theme, Tone::Good, &say::nobody_missing().text(lang));
            return None;
        }
        let columns = [Column::text(say::name().text(lang), 1.2), Column::text(say::company().text(lang), 1.0)];
        let name = |row: usize| {
            missing.get(row).map_or_else(String::new, |person| {
                say::choose_person(person.name.as_str(), person.company.as_str()).text(lang)
            })
        };
        widgets::table(ui, theme, "missing", &columns, missing.len(), Some(&name), |ui, row, column| {
            let Some(person) = missing.get(row) else { return };
            if column == 0 {
                widgets::body(ui, theme, &person.name);
            } else {
                widgets::soft(ui, theme, &person.company);
            }
        })
    });
    missing.get(clicked.inner?).copied()
}

fn arrived(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, rows: &mut Rows) {
    let (theme, lang) = (cx.theme, cx.lang);
    let state = view.state;
    let people: Vec<_> = state.standing().collect();
    widgets::section(ui, theme, &say::arrived_title(people.len()).text(lang), |ui| {
        if people.is_empty() {
            widgets::soft(ui, theme, &say::nobody_yet().text(lang));
            return;
        }
        let status = cx.phones.status();
        let columns = [
            Column::text(say::name().text(lang), 1.7),
            Column::text(say::company().text(lang), 1.0),
            Column::number(say::arrived_at().text(lang), 0.6),
            Column::text(phones::phone_column().text(lang), 1.0),
        ];
        // Without an open room there is nothing to say of phones.
        let columns = if status.is_some() { &columns[..] } else { &columns[..3] };
        // The newest stands first: who has just signed in looks for their own name.
        let newest = |row: usize| people.iter().rev().nth(row).copied();
        let name = |row: usize| {
            let said = |person: &Participant| {
                phones::row_name(person.details.name.as_str(), person.details.company.as_str()).text(lang)
            };
            newest(row).map(said).unwrap_or_default()
        };
        // Without phones the computer goes from hand to hand here: nobody's row is to be touched in passing.
        let name = status.is_some().then_some(&name as &dyn Fn(usize) -> String);
        if name.is_some() {
            rows.actions(ui, cx, view);
        }
        let clicked = widgets::table(ui, theme, "arrived", columns, people.len(), name, |ui, row, column| {
            let Some(person) = newest(row) else { return };
            match column {
                0 => {
                    widgets::body(ui, theme, &person.details.name);
                    if !state.setup.expected.is_empty() && is_walk_in(state, person) {
                        widgets::badge(ui, theme, Tone::Neutral, &say::walk_in().text(lang));
                    }
                }
                1 => {
                    widgets::soft(ui, theme, &person.details.company);
                }
                3 => {
                    if let Some(status) = status {
                        let (tone, words) = short_line_words(view, line(status, person));
                        widgets::mark(ui, theme, tone);
                        widgets::caption(ui, theme, &words);
                    }
                }
                _ => {
                    if let Some(stay) = person.stays.first() {
                        let at = local(stay.from, &state.setup.time_zone);
                        widgets::soft(ui, theme, &time_of_day(lang, &at));
                    }
                }
            }
        });
        if let Some(person) = clicked.and_then(newest) {
            rows.choose(person.id);
        }
    });
}
