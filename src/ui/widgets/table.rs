//! Tables with a header that stays and rows that can be chosen by keyboard.

use egui::Align;
use egui::Rect;
use egui::Sense;
use egui::Ui;
use egui::Vec2;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::size;

/// A column: heading, share of the width, alignment of its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The heading.
    pub heading: String,
    /// Share of the width, relative to the other columns.
    pub share: f32,
    /// Whether its cells stand at the right, as numbers do.
    pub is_number: bool,
}

impl Column {
    /// A column of text.
    pub fn text(heading: impl Into<String>, share: f32) -> Self {
        Self { heading: heading.into(), share, is_number: false }
    }

    /// A column of numbers.
    pub fn number(heading: impl Into<String>, share: f32) -> Self {
        Self { is_number: true, ..Self::text(heading, share) }
    }
}

/// Draws a table of `rows` rows; `cell` draws one cell into its own ui. Returns the row that was clicked.
///
/// With `name`, rows can be clicked and reached by keyboard, and are told to screen readers by it.
pub fn table(
    ui: &mut Ui,
    theme: &Theme,
    id: &str,
    columns: &[Column],
    rows: usize,
    name: Option<&dyn Fn(usize) -> String>,
    mut cell: impl FnMut(&mut Ui, usize, usize),
) -> Option<usize> {
    let width = ui.available_width();
    let total = columns.iter().map(|column| column.share).sum::<f32>().max(f32::EPSILON);
    let widths: Vec<f32> = columns.iter().map(|column| width * column.share / total).collect();
    let mut clicked = None;
    ui.push_id(id, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (header, _) = ui.allocate_exact_size(Vec2::new(width, 36.0), Sense::hover());
        ui.painter().rect_filled(header, theme.corner(), theme.sunken);
        let mut left = header.left();
        for (column, width) in columns.iter().zip(&widths) {
            let place = Rect::from_min_size(egui::pos2(left, header.top()), Vec2::new(*width, header.height()));
            in_cell(ui, place, column.is_number, |ui| {
                let heading = egui::RichText::new(&column.heading).font(bold(size::SMALL)).color(theme.ink_soft);
                ui.add(egui::Label::new(heading).truncate());
            });
            left += width;
        }
        for row in 0..rows {
            let sense = if name.is_some() { Sense::click() } else { Sense::hover() };
            let top = ui.cursor().top();
            let at = egui::pos2(header.left(), top);
            // The row is as high as its highest cell: draw the cells first, then take the room.
            let under = ui.painter().add(egui::Shape::Noop);
            let mut height: f32 = size::CONTROL;
            let mut left = at.x;
            ui.push_id(row, |ui| {
                for (index, (column, width)) in columns.iter().zip(&widths).enumerate() {
                    // Half of what the row is higher than its cells stands above them.
                    let at = egui::pos2(left, top + theme.grid / 2.0);
                    let place = Rect::from_min_size(at, Vec2::new(*width, size::CONTROL));
                    let used = in_cell(ui, place, column.is_number, |ui| cell(ui, row, index));
                    height = height.max(used + theme.grid);
                    left += width;
                }
            });
            let (rect, _) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
            if let Some(name) = name {
                let response = ui.interact(rect, ui.scope_id().with(("row", row)), sense);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, name(row)));
                if response.hovered() || response.has_focus() {
                    let fill = egui::Shape::rect_filled(rect, theme.corner(), theme.accent_soft);
                    ui.painter().set(under, fill);
                }
                if response.has_focus() {
                    let line = theme.focus_stroke();
                    ui.painter().rect_stroke(rect, theme.corner(), line, egui::StrokeKind::Inside);
                }
                if response.clicked() {
                    clicked = Some(row);
                }
            }
            ui.painter().hline(rect.x_range(), rect.bottom(), theme.line());
        }
    });
    clicked
}

/// Draws into a cell and returns the height it used.
fn in_cell(ui: &mut Ui, place: Rect, is_number: bool, contents: impl FnOnce(&mut Ui)) -> f32 {
    let inner = place.shrink2(Vec2::new(8.0, 0.0));
    let layout = if is_number {
        egui::Layout::right_to_left(Align::Center)
    } else {
        egui::Layout::left_to_right(Align::Center).with_main_wrap(true)
    };
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(layout));
    child.set_clip_rect(child.clip_rect().intersect(Rect::from_x_y_ranges(place.x_range(), egui::Rangef::EVERYTHING)));
    contents(&mut child);
    child.min_rect().height()
}
