//! A long list of which only the rows in sight are drawn; rows are chosen by pointer and by keyboard.

use egui::Align;
use egui::EventFilter;
use egui::Key;
use egui::Layout;
use egui::Rect;
use egui::RichText;
use egui::Sense;
use egui::Ui;
use egui::Vec2;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets::Column;

/// How high a row is, in points.
const ROW: f32 = size::CONTROL;
/// How high the heading is, in points.
const HEADING: f32 = 36.0;

/// Where the list stands.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The row that is to have the keyboard.
    wanted: Option<usize>,
    offset: f32,
    view: f32,
    /// How wide its rows are; a scroll bar takes some of the width.
    width: Option<f32>,
}

impl List {
    /// Gives the keyboard to `row`, and brings it into sight.
    pub(super) fn focus(&mut self, row: usize) {
        self.wanted = Some(row);
    }

    /// Begins at its top the next time it is drawn.
    pub(super) fn begin(&mut self) {
        (self.offset, self.view) = (0.0, 0.0);
    }

    /// Draws `rows` rows within `height` points; `name` is what a screen reader tells of a row. Returns the row that was
    /// chosen.
    #[expect(clippy::too_many_arguments, reason = "as the table it is the longer sister of")]
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        id: &str,
        columns: &[Column],
        (rows, height): (usize, f32),
        name: &dyn Fn(usize) -> String,
        mut cell: impl FnMut(&mut Ui, usize, usize),
    ) -> Option<usize> {
        let mut chosen = None;
        ui.push_id(id, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let (header, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEADING), Sense::hover());
            ui.painter().rect_filled(header, theme.corner(), theme.sunken);
            let across = header.with_max_x(header.left() + self.width.unwrap_or(header.width()));
            for (place, column) in places(across, columns) {
                in_cell(ui, place, |ui| {
                    let heading = RichText::new(&column.heading).font(bold(size::SMALL)).color(theme.ink_soft);
                    ui.add(egui::Label::new(heading).truncate());
                });
            }
            let mut area = egui::ScrollArea::vertical().auto_shrink([false, true]).max_height(height);
            if self.view == 0.0 {
                // A list of another page may have stood in its place, scrolled to its end.
                area = area.vertical_scroll_offset(0.0);
            }
            if let Some(wanted) = self.wanted {
                let top = wanted as f32 * ROW;
                let offset = self.offset.min(top).max(top + ROW - self.view.max(ROW));
                if (offset - self.offset).abs() > 0.5 {
                    area = area.vertical_scroll_offset(offset);
                }
            }
            let output = area.show_rows(ui, ROW, rows, |ui, range| {
                for row in range {
                    if self.row(ui, theme, (row, rows), &name(row), columns, &mut cell) {
                        chosen = Some(row);
                    }
                }
            });
            self.width = Some(output.inner_rect.width());
            (self.offset, self.view) = (output.state.clamped_offset().y, output.inner_rect.height());
        });
        chosen
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        (row, rows): (usize, usize),
        name: &str,
        columns: &[Column],
        cell: &mut impl FnMut(&mut Ui, usize, usize),
    ) -> bool {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
        let response = ui.interact(rect, ui.scope_id().with(("row", row)), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, name));
        if response.has_focus() {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            if let Some(to) = moved(ui, row, rows, self.view) {
                self.wanted = Some(to);
                ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
                ui.ctx().request_repaint();
            }
        }
        // After the keys: whoever is given the keyboard in this frame has not been moved by them.
        if self.wanted == Some(row) {
            self.wanted = None;
            response.request_focus();
            // From the next frame on, the arrows are the row's own.
            ui.ctx().request_repaint();
        }
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, theme.corner(), theme.accent_soft);
        }
        ui.push_id(row, |ui| {
            for (index, (place, _)) in places(rect, columns).enumerate() {
                in_cell(ui, place, |ui| cell(ui, row, index));
            }
        });
        ui.painter().hline(rect.x_range(), rect.bottom(), theme.line());
        if response.has_focus() {
            ui.painter().rect_stroke(rect, theme.corner(), theme.focus_stroke(), egui::StrokeKind::Inside);
        }
        response.clicked()
    }
}

/// Where a key takes the keyboard from `row`.
fn moved(ui: &Ui, row: usize, rows: usize, view: f32) -> Option<usize> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few rows fit into a window")]
    let page = ((view / ROW) as usize).max(2) - 1;
    let last = rows.saturating_sub(1);
    let is_pressed = |key| ui.input(|input| input.key_pressed(key));
    let to = if is_pressed(Key::ArrowDown) {
        row + 1
    } else if is_pressed(Key::ArrowUp) {
        row.saturating_sub(1)
    } else if is_pressed(Key::PageDown) {
        row + page
    } else if is_pressed(Key::PageUp) {
        row.saturating_sub(page)
    } else if is_pressed(Key::Home) {
        0
    } else if is_pressed(Key::End) {
        last
    } else {
        return None;
    };
    Some(to.min(last)).filter(|to| *to != row)
}

/// Where the columns lie in `row`.
fn places(row: Rect, columns: &[Column]) -> impl Iterator<Item = (Rect, &Column)> {
    let total = columns.iter().map(|column| column.share).sum::<f32>().max(f32::EPSILON);
    let mut left = row.left();
    columns.iter().map(move |column| {
        let width = row.width() * column.share / total;
        let place = Rect::from_min_size(egui::pos2(left, row.top()), Vec2::new(width, row.height()));
        left += width;
        (place, column)
    })
}

fn in_cell(ui: &mut Ui, place: Rect, contents: impl FnOnce(&mut Ui)) {
    let inner = place.shrink2(Vec2::new(8.0, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(layout));
    child.set_clip_rect(child.clip_rect().intersect(place));
    contents(&mut child);
}

/// A text in a cell; what does not fit ends in an ellipsis, and is told whole where the pointer rests.
pub(super) fn cell_text(ui: &mut Ui, theme: &Theme, text: &str) {
    if text.is_empty() {
        return;
    }
    let text = RichText::new(text).font(regular(size::BODY)).color(theme.ink);
    ui.add(egui::Label::new(text).truncate().selectable(false));
}

/// How high a list may be that ends with the window: `top` is where the page begins.
pub(super) fn room_below(ui: &Ui, top: f32) -> f32 {
    // The window's header, and the page's room above and below.
    const AROUND: f32 = 136.0;
    let used = ui.cursor().top() - top;
    (ui.ctx().content_rect().height() - used - HEADING - AROUND).max(ROW * 6.0)
}
