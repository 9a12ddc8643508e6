//! The list of the expected: typed row by row, pasted, or read from a file with a preview.

use std::path::PathBuf;

use egui::Id;
use egui::Key;
use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::profile::IdentifierKind;
use crate::session::Expected;
use crate::ui::Cx;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::prepare::Preview;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::prepare::draft::is_blank;
use crate::ui::prepare::people::Row;
use crate::ui::prepare::people::Trouble;
use crate::ui::prepare::people::cells_of_text;
use crate::ui::prepare::people::understand;
use crate::ui::prepare::sheet;
use crate::ui::prepare::sheet::SheetError;
use crate::ui::theme::size;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

impl Screen {
    pub(super) fn people_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, kind: IdentifierKind) {
        let (theme, lang) = (cx.theme, cx.lang);
        let count = self.draft.people().len();
        widgets::section(ui, theme, &say::people_title(count).text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::soft(ui, theme, &say::people_optional().text(lang));
            self.grid(ui, cx, kind);
            if let Some(error) = self.error(Spot::People, cx) {
                widgets::error_line(ui, theme, &error);
            }
            self.paste_ui(ui, cx);
            let label = say::list_file().text(lang);
            let error = self.list_error.as_ref().map(|error| error.text(lang));
            let wanted = Wanted::File(vec!["xlsx", "csv", "txt"]);
            let picked = self.list_picker.show(ui, theme, lang, &label, &wanted, error.as_deref());
            if let Some(Picked(paths)) = picked
                && let Some(path) = paths.into_iter().next()
            {
                self.read_list(ui.ctx(), path);
            }
            self.preview_ui(ui, cx);
        });
    }

    fn grid(&mut self, ui: &mut Ui, cx: &Cx<'_>, kind: IdentifierKind) {
        let (theme, lang) = (cx.theme, cx.lang);
        let mut headings = vec![say::name().text(lang), say::company().text(lang), say::role().text(lang)];
        headings.extend(crate::ui::lobby::identifier_label(kind).map(|label| label.text(lang)));
        let columns = headings.len() as f32;
        let spacing = theme.grid;
        let width = ((ui.available_width() - 56.0) / columns - spacing).max(96.0);
        let mut removed = None;
        let mut wants_row = false;
        let goes_to_name = self.goes_to == Some(Spot::People) && self.waiting().is_none();
        let mut nameless = None;
        egui::Grid::new("expected").num_columns(headings.len() + 1).spacing([spacing, spacing / 2.0]).show(ui, |ui| {
            if !self.draft.expected.is_empty() {
                for heading in &headings {
                    widgets::caption(ui, theme, heading);
                }
                ui.end_row();
            }
            let last = self.draft.expected.len().saturating_sub(1);
            for (index, person) in self.draft.expected.iter_mut().enumerate() {
                let misses_name = person.name.trim().is_empty() && !is_blank(person);
                let Expected { name, company, role, identifier } = person;
                let mut own_identifier = identifier.clone().unwrap_or_default();
                let mut cells = vec![name, company, role];
                if kind != IdentifierKind::None {
                    cells.push(&mut own_identifier);
                }
                for (column, text) in cells.into_iter().enumerate() {
                    let edit = egui::TextEdit::singleline(text)
                        .id(cell_id(index, column))
                        .align(egui::Align2::LEFT_CENTER)
                        .text_color(theme.ink)
                        .margin(egui::Margin::symmetric(8, 6));
                    let response = ui
                        .scope(|ui| {
                            if misses_name && column == 0 {
                                ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::new(2.0, theme.bad);
                            }
                            ui.add_sized([width, size::CONTROL], edit)
                        })
                        .inner;
                    if goes_to_name && misses_name && column == 0 {
                        nameless.get_or_insert_with(|| response.clone());
                    }
                    let label = say::cell_of_row(headings[column].as_str(), index + 1).text(lang);
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
                    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && index == last {
                        wants_row = true;
                    }
                }
                if kind != IdentifierKind::None {
                    *identifier = Some(own_identifier).filter(|text| !text.is_empty());
                }
                let response = ui.add(Button::quiet(theme, "×"));
                let label = say::remove_row(index + 1).text(lang);
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label.clone()));
                if response.on_hover_text(label).clicked() {
                    removed = Some(index);
                }
                ui.end_row();
            }
        });
        if let Some(cell) = nameless {
            self.reach(Spot::People, &cell);
        }
        if let Some(index) = removed {
            self.draft.expected.remove(index);
            self.mended(Spot::People);
        }
        let add = Button::plain(theme, say::add_row().text(lang));
        if ui.add(add).clicked() || wants_row {
            self.draft.expected.push(Expected::default());
            let row = self.draft.expected.len() - 1;
            ui.memory_mut(|memory| memory.request_focus(cell_id(row, 0)));
        }
    }

    /// How many of a list that was read are not on the list yet; none where there is no such list.
    pub(super) fn waiting(&self) -> Option<usize> {
        let waiting = self.preview.as_ref()?.reading.people().count();
        (waiting > 0).then_some(waiting)
    }

    fn paste_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        let label = say::paste_label().text(lang);
        let help = say::paste_help().text(lang);
        let response = Field::new(theme, &label).help(&help).rows(3).show(ui, &mut self.draft.pasted);
        let is_stale = self.preview.as_ref().is_none_or(|preview| preview.text != self.draft.pasted);
        let is_from_file = self.preview.as_ref().is_some_and(|preview| preview.file.is_some());
        if response.changed() || (is_stale && !is_from_file) {
            let reading = understand(&cells_of_text(&self.draft.pasted), &self.draft.expected);
            self.preview = Some(Preview { file: None, text: self.draft.pasted.clone(), reading });
        }
    }

    fn preview_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
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

    pub(super) fn read_list(&mut self, context: &egui::Context, path: PathBuf) {
        self.list_error = None;
        self.list_picker.text = path.display().to_string();
        self.list_reading = Some(Job::start(context, "read-list", move |_| sheet::read(&path)));
    }

    pub(super) fn take_list(&mut self) {
        match finished(&mut self.list_reading) {
            Some(Ok(Ok(cells))) => {
                let reading = understand(&cells, &self.draft.expected);
                let file = self.list_picker.path();
                let file =
                    file.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
                self.preview =
                    Some(Preview { file: Some(file.unwrap_or_default()), text: self.draft.pasted.clone(), reading });
            }
            Some(Ok(Err(error))) => self.list_error = Some(sheet_message(&error)),
            Some(Err(_stopped)) => self.list_error = Some(say::work_stopped()),
            None => {}
        }
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

fn sheet_message(error: &SheetError) -> Message {
    match error {
        SheetError::File(error) => say::list_unreadable(error.source.to_string()),
        SheetError::NotAWorkbook(reason) => say::list_not_a_workbook(reason.as_str()),
        SheetError::TooManyRows => say::list_too_long(),
        SheetError::Empty => say::list_empty(),
    }
}

fn cell_id(row: usize, column: usize) -> Id {
    Id::unique(("expected", row, column))
}
