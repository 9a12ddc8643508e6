//! The slide the room sees, and the one that comes next, scaled down.

use egui::RichText;
use egui::Ui;
use egui::Vec2;

use crate::i18n::messages::console;
use crate::session::Place;
use crate::ui::Cx;
use crate::ui::room::navigation::next;
use crate::ui::room::view::View;
use crate::ui::theme::bold;
use crate::ui::theme::size;
use crate::ui::widgets::caption;

/// Draws both, side by side, in at most `height` points.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, height: f32) {
    let gap = cx.theme.grid;
    let label = 24.0;
    let width = ui.available_width() - gap;
    // The current slide takes five parts of eight, as far as the height allows.
    let current = (width * 0.625).min((height - label) * 16.0 / 9.0);
    let coming = (width - current).min(current * 0.6);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        frame(ui, cx, view, Some(&view.state.place), current, &view.say(console::preview_now()));
        let coming_place = next(view.state);
        frame(ui, cx, view, coming_place.as_ref(), coming, &view.say(console::preview_next()));
    });
}

fn frame(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, place: Option<&Place>, width: f32, label: &str) {
    let theme = cx.theme;
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        caption(ui, theme, label);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, width * 9.0 / 16.0), egui::Sense::hover());
        let title = place.map(|place| view.place_title(place)).unwrap_or_default();
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, format!("{label}: {title}")));
        ui.painter().rect(rect, theme.corner(), theme.surface, theme.line(), egui::StrokeKind::Inside);
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink(theme.grid * 2.0)));
        inside.set_clip_rect(rect);
        inside.label(RichText::new(title).font(bold(size::SUBHEADING)).color(theme.ink));
    });
}
