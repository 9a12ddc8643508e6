//! Columns of what is read: one in the middle, or two where there is room for them.

use egui::Ui;
use egui::Vec2;

use crate::ui::Cx;
use crate::ui::study::reading::measure;

/// The narrowest of two columns of a question, in points.
const COLUMN: f32 = 420.0;
/// Space between them.
const GAP: f32 = 40.0;

/// A column of `width` in the middle.
pub(super) fn centred<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let side = ((ui.available_width() - width) / 2.0).max(0.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(8.0);
            ui.set_width(width);
            contents(ui)
        })
        .inner
    })
    .inner
}

/// Two columns where there is room for them, else one after the other.
pub(super) fn two_columns<S>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    points: f32,
    state: &mut S,
    left: impl FnOnce(&mut S, &mut Ui),
    right: impl FnOnce(&mut S, &mut Ui),
) {
    let room = ui.available_width();
    let measure = measure(ui, points);
    if room < COLUMN.max(measure * 0.6) * 2.0 + GAP {
        centred(ui, measure.min(room), |ui| {
            left(state, ui);
            ui.add_space(cx.theme.grid * 2.0);
            right(state, ui);
        });
        return;
    }
    let column = ((room - GAP) / 2.0).min(measure);
    let side = (room - GAP - column * 2.0) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(side);
        narrowed(ui, cx, column, |ui| left(state, ui));
        ui.add_space(GAP);
        narrowed(ui, cx, column, |ui| right(state, ui));
    });
}

/// A column of `width`, with the usual space between what stands in it.
pub(super) fn narrowed(ui: &mut Ui, cx: &Cx<'_>, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(cx.theme.grid);
        ui.set_width(width);
        contents(ui);
    });
}
