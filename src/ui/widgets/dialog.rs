//! A dialog over a dimmed window.

use egui::Frame;
use egui::Margin;
use egui::Ui;

use crate::ui::theme::Theme;

/// What became of a dialog in this frame.
pub struct DialogResponse<R> {
    /// What its contents returned.
    pub inner: R,
    /// Whether Escape or a click beside it asks to close it.
    pub should_close: bool,
}

/// Shows a dialog `width` points wide with a heading; it takes the keyboard and the pointer.
pub fn dialog<R>(
    context: &egui::Context,
    theme: &Theme,
    id: &str,
    heading: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> DialogResponse<R> {
    let frame = Frame::new()
        .fill(theme.surface)
        .stroke(egui::Stroke::new(1.0, theme.outline_strong))
        .corner_radius(egui::CornerRadius::same(8))
        .inner_margin(Margin::same(24));
    let modal = egui::Modal::new(egui::Id::unique(id)).backdrop_color(theme.veil).frame(frame).show(context, |ui| {
        let room = context.content_rect().size();
        ui.set_width(width.min(room.x - 64.0));
        super::heading(ui, theme, heading);
        ui.add_space(theme.grid);
        // Room for the frame's margins and the heading stays outside what scrolls.
        let height = (room.y - 160.0).max(160.0);
        egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, contents).inner
    });
    DialogResponse { should_close: modal.should_close(), inner: modal.inner }
}
