//! A list that was read or pasted, shown before its people go onto the list of the expected.

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::session::Expected;
use crate::ui::Cx;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::prepare::draft::is_blank;
use crate::ui::prepare::people::Row;
use crate::ui::prepare::people::Trouble;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;
use crate::ui::widgets::Tone;

impl Screen {
    pub(super) fn preview_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        if self.list_reading.is_some() {
            widgets::soft(ui, theme, &say::reading_list().text(lang));
        }
        let Some(preview) = &self.preview else { return };
        let reading = &preview.reading;
        if reading.rows.is_empty() && preview.file.is_none() {
            return;
        }
        let (taken, left_out) = (reading.people().count(), reading.left_out());
        let mut wants_all = false;
        let mut wants_none = false;
        let mut add_button = None;
        widgets::well(ui, theme, |ui| {
            if let Some(file) = &preview.file {
                widgets::strong(ui, theme, file);
            }
            let how = if reading.has_headings { say::by_headings() } else { say::by_position() };
            widgets::body(ui, theme, &say::preview_counts(taken, left_out).text(lang));
            widgets::caption(ui, theme, &how.text(lang));
            if !reading.unknown_headings.is_empty() {
                let names = reading.unknown_headings.join(", ");
                widgets::marked(ui, theme, Tone::Caution, &say::unknown_headings(names).text(lang));
            }
            egui::ScrollArea::vertical().max_height(320.0).min_scrolled_height(320.0).id_salt("preview").show(
                ui,
                |ui| {
                    let columns = [
                        Column::number(say::row().text(lang), 0.3),
                        Column::text(say::name().text(lang), 1.0),
                        Column::text(say::company().text(lang), 0.9),
                        Column::text(say::role().text(lang), 0.7),
                        Column::text(say::remarks().text(lang), 1.3),
                    ];
                    widgets::table(ui, theme, "rows", &columns, reading.rows.len(), None, |ui, row, column| {
                        if let Some(row) = reading.rows.get(row) {
                            preview_cell(ui, cx, row, column);
                        }
                    });
                },
            );
            ui.horizontal(|ui| {
                let add = ui.add_enabled(taken > 0, Button::plain(theme, say::add_people(taken).text(lang)));
                wants_all = add.clicked();
                add_button = Some(add);
                wants_none = ui.add(Button::quiet(theme, say::drop_preview().text(lang))).clicked();
            });
        });
        if let Some(add) = add_button.filter(|_| taken > 0) {
            self.reach(Spot::People, &add);
        }
        if wants_all || wants_none {
            self.mended(Spot::People);
        }
        if wants_all {
            self.take_preview();
        } else if wants_none {
            self.preview = None;
            self.draft.pasted.clear();
        }
    }

    /// Puts the good rows onto the list; the others go back to the box, where they can be mended.
    fn take_preview(&mut self) {
        let Some(preview) = self.preview.take() else { return };
        let mut left = Vec::new();
        self.draft.expected.retain(|person| !is_blank(person));
        for row in preview.reading.rows {
            if row.is_taken() {
                self.draft.expected.push(row.person);
            } else {
                let Expected { name, company, role, identifier } = row.person;
                let cells = [name, company, role, identifier.unwrap_or_default()];
                left.push(cells.join(";").trim_end_matches(';').to_owned());
            }
        }
        self.draft.pasted = left.join("\n");
        self.list_picker.text.clear();
    }
}

fn preview_cell(ui: &mut Ui, cx: &Cx<'_>, row: &Row, column: usize) {
    let (theme, lang) = (cx.theme, cx.lang);
    match column {
        0 => {
            widgets::soft(ui, theme, &row.number.to_string());
        }
        1 if row.is_taken() => {
            widgets::body(ui, theme, &row.person.name);
        }
        1 => {
            // What was left out is shown as it stood there.
            widgets::soft(ui, theme, &row.source);
        }
        2 => {
            widgets::soft(ui, theme, &row.person.company);
        }
        3 => {
            widgets::soft(ui, theme, &row.person.role);
        }
        _ => {
            for trouble in &row.troubles {
                let tone = if trouble.leaves_out() { Tone::Bad } else { Tone::Caution };
                widgets::mark(ui, theme, tone);
                widgets::caption(ui, theme, &trouble_message(trouble).text(lang));
            }
        }
    }
}

fn trouble_message(trouble: &Trouble) -> Message {
    match trouble {
        Trouble::NoName => say::row_without_name(),
        Trouble::TooLong { beginning } => say::row_too_long(beginning.as_str()),
        Trouble::Twice { name } => say::row_twice(name.as_str()),
        Trouble::Unused { cells } => say::row_unused(cells.join(", ")),
    }
}
