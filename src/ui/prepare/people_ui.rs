//! The list of the expected: typed row by row, pasted, or read from a file.

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
use crate::ui::prepare::people::cells_of_text;
use crate::ui::prepare::people::understand;
use crate::ui::prepare::sheet;
use crate::ui::prepare::sheet::SheetError;
use crate::ui::theme::size;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
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
