//! Progress in words and as a line; never a wheel without words.

use egui::Response;
use egui::Sense;
use egui::Ui;
use egui::Vec2;

use crate::ui::theme::Theme;

/// A line of progress with its words above; `share` from 0 to 1.
pub fn progress(ui: &mut Ui, theme: &Theme, share: f32, text: &str) -> Response {
    super::body(ui, theme, text);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), theme.grid), Sense::hover());
    let share = share.clamp(0.0, 1.0);
    response.widget_info(|| egui::WidgetInfo {
        value: Some(f64::from((share * 100.0).round())),
        ..egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, text)
    });
    ui.painter().rect_filled(rect, 2.0, theme.sunken);
    ui.painter().rect_filled(rect.with_max_x(rect.left() + rect.width() * share), 2.0, theme.accent);
    response
}
