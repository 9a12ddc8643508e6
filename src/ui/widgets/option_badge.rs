//! The badge of an option: a letter in a shape of its own, in a colour of its own.

use egui::Color32;
use egui::Painter;
use egui::Pos2;
use egui::Rect;
use egui::Response;
use egui::Sense;
use egui::Shape;
use egui::Stroke;
use egui::Ui;
use egui::Vec2;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;

/// The letter of the option at `index`: A is 0.
pub fn option_letter(index: usize) -> char {
    char::from(b'A' + u8::try_from(index % 26).unwrap_or(0))
}

/// The badge of the option at `index`, `side` points high.
pub fn option_badge(ui: &mut Ui, theme: &Theme, index: usize, side: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, option_letter(index)));
    paint_option_badge(ui.painter(), theme, rect, index);
    response
}

/// Paints the badge of the option at `index` into `rect`.
pub fn paint_option_badge(painter: &Painter, theme: &Theme, rect: Rect, index: usize) {
    let fill = theme.option(index);
    painter.add(option_shape(rect, index, fill, Stroke::NONE));
    let galley = painter.layout_no_wrap(option_letter(index).to_string(), bold(rect.height() * 0.56), theme.on(fill));
    // The letter sits where the shape has its room: the triangle's is below its middle.
    let down = if index % 6 == 2 { rect.height() * 0.12 } else { 0.0 };
    painter.galley(rect.center() + Vec2::new(0.0, down) - galley.size() / 2.0, galley, theme.on(fill));
}

/// The shape of the option at `index`: circle, square, triangle, diamond, pentagon, hexagon.
pub fn option_shape(rect: Rect, index: usize, fill: Color32, line: Stroke) -> Shape {
    let centre = rect.center();
    let radius = rect.height() / 2.0;
    let polygon = |points: Vec<Pos2>| Shape::convex_polygon(points, fill, line);
    match index % 6 {
        0 => Shape::Circle(egui::epaint::CircleShape { center: centre, radius, fill, stroke: line }),
        1 => {
            let side = Rect::from_center_size(centre, Vec2::splat(radius * 1.76));
            Shape::Rect(egui::epaint::RectShape::new(side, 2.0, fill, line, egui::StrokeKind::Inside))
        }
        2 => polygon(vec![
            centre + Vec2::new(0.0, -radius * 1.04),
            centre + Vec2::new(radius * 1.12, radius * 0.92),
            centre + Vec2::new(-radius * 1.12, radius * 0.92),
        ]),
        3 => polygon(regular_polygon(centre, radius * 1.12, 4)),
        4 => polygon(regular_polygon(centre, radius * 1.05, 5)),
        _ => polygon(regular_polygon(centre, radius * 1.05, 6)),
    }
}

fn regular_polygon(centre: Pos2, radius: f32, corners: u8) -> Vec<Pos2> {
    (0..corners)
        .map(|corner| {
            let turn = std::f32::consts::TAU * f32::from(corner) / f32::from(corners) - std::f32::consts::FRAC_PI_2;
            centre + radius * Vec2::angled(turn)
        })
        .collect()
}
