//! Charts as the house draws them.

use egui::Ui;
use egui_plot::Plot;

use crate::ui::theme::Theme;

/// A chart as wide as there is room and `height` points high, to be looked at: nothing in it moves, and the page scrolls
/// over it.
pub fn still_plot<'a>(ui: &Ui, theme: &Theme, id: &str, height: f32) -> Plot<'a> {
    Plot::new(id)
        .height(height)
        .width(ui.available_width())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .grid_color(theme.outline)
}
