//! Badges and marks: a word or a shape that says how something stands.

use egui::Color32;
use egui::Response;
use egui::Sense;
use egui::Shape;
use egui::Stroke;
use egui::StrokeKind;
use egui::Ui;
use egui::Vec2;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::size;
use crate::ui::widgets::Tone;

/// A word in an outlined pill.
pub fn badge(ui: &mut Ui, theme: &Theme, tone: Tone, text: &str) -> Response {
    let colour = tone.colour(theme);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), bold(size::SMALL), colour);
    let (rect, response) =
        ui.allocate_exact_size(galley.size() + Vec2::new(theme.grid * 2.0, theme.grid), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    let fill = theme.surface.lerp_to_gamma(colour, 0.1);
    ui.painter().rect(rect, rect.height() / 2.0, fill, Stroke::new(1.0, colour), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    response
}

/// A mark that tells a tone by its shape: a tick, a triangle, a cross, a dot.
pub fn mark(ui: &mut Ui, theme: &Theme, tone: Tone) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
    ui.painter().extend(mark_shapes(rect.shrink(1.0), tone, tone.colour(theme), theme.surface));
    response
}

/// The shapes of a mark in `rect`; `ink` is what is cut out of it.
pub fn mark_shapes(rect: egui::Rect, tone: Tone, colour: Color32, ink: Color32) -> Vec<Shape> {
    let point = |x: f32, y: f32| rect.min + rect.size() * Vec2::new(x, y);
    let line = Stroke::new(rect.height() * 0.13, ink);
    let disc = Shape::circle_filled(rect.center(), rect.height() / 2.0, colour);
    match tone {
        Tone::Good => vec![disc, Shape::line(vec![point(0.26, 0.52), point(0.44, 0.70), point(0.76, 0.32)], line)],
        Tone::Bad => vec![
            disc,
            Shape::line_segment([point(0.31, 0.31), point(0.69, 0.69)], line),
            Shape::line_segment([point(0.69, 0.31), point(0.31, 0.69)], line),
        ],
        Tone::Caution => vec![
            Shape::convex_polygon(vec![point(0.5, 0.02), point(1.0, 0.94), point(0.0, 0.94)], colour, Stroke::NONE),
            Shape::line_segment([point(0.5, 0.34), point(0.5, 0.64)], line),
            Shape::circle_filled(point(0.5, 0.79), rect.height() * 0.07, ink),
        ],
        // A ring would look like a choice that is not made.
        Tone::Neutral | Tone::Accent => vec![Shape::circle_filled(rect.center(), rect.height() * 0.24, colour)],
    }
}

/// A mark and a line of text beside it.
pub fn marked(ui: &mut Ui, theme: &Theme, tone: Tone, text: &str) {
    ui.horizontal_top(|ui| {
        mark(ui, theme, tone);
        // In a column of its own the text is broken into lines.
        ui.vertical(|ui| super::body(ui, theme, text));
    });
}
