//! The overlay that shows every key.

use egui::RichText;
use egui::Ui;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::size;

/// Rows of what can be done and the keys that do it, in two columns.
pub fn key_list(ui: &mut Ui, theme: &Theme, rows: &[(String, String)]) {
    egui::Grid::new("keys").num_columns(2).min_row_height(0.0).spacing([theme.grid * 4.0, theme.grid * 0.75]).show(
        ui,
        |ui| {
            for (keys, text) in rows {
                ui.label(RichText::new(keys).font(bold(size::BODY)).color(theme.accent));
                super::body(ui, theme, text);
                ui.end_row();
            }
        },
    );
}
