//! Laying out QR codes: as large as there is room, dark on white on any ground, in whole pixels.

use std::sync::Arc;

use egui::Color32;
use egui::Mesh;
use egui::Pos2;
use egui::Rect;
use egui::Shape;
use egui::Vec2;

use crate::room::Matrix;
use crate::ui::slide::Item;
use crate::ui::slide::Join;
use crate::ui::slide::JoinCode;
use crate::ui::slide::flow::Flow;
use crate::ui::slide::flow::Placed;
use crate::ui::theme::bold;
use crate::ui::theme::regular;

/// Light modules on every side of a code; readers ask for them.
const QUIET: usize = 4;
/// Least part of the width for the words beside the codes.
const ASIDE: f32 = 0.27;

impl Flow<'_, '_> {
    /// The codes side by side with their captions, words beside them, and below what is typed without a camera.
    ///
    /// The light around the codes is shared by neighbours, and reaches into the margin at the left and the gap above,
    /// so that the modules themselves are as large as they can be.
    pub(super) fn join(&mut self, join: &Join, width: f32, height: f32) -> Placed {
        let gap = self.gap();
        let typed = self.typed(join, width);
        let codes: Vec<(&JoinCode, Arc<Matrix>)> =
            join.codes.iter().filter_map(|code| Some((code, Arc::new(Matrix::of(&code.content)?)))).collect();
        // Longer than a code can hold: the words beside it say the same.
        self.is_cut |= codes.len() < join.codes.len();
        let light = |matrix: &Matrix| QUIET as f32 / (matrix.width() + QUIET * 2) as f32;
        let least_light = codes.iter().map(|(_, matrix)| light(matrix)).fold(1.0, f32::min);
        let caption = codes.iter().map(|(code, _)| self.caption(code, width).height).fold(0.0, f32::max);
        let by_height = height + gap - typed.height - gap - caption;
        let by_width = width * (1.0 - ASIDE) / (codes.len().max(1) as f32 * (1.0 - least_light));
        let side = by_height.min(by_width).max(self.least_picture.min(by_width));
        let light = side * least_light;
        let mut items = Vec::new();
        let mut left = -light;
        let mut below = 0.0_f32;
        for (code, matrix) in &codes {
            let place = Rect::from_min_size(Pos2::new(left, -gap), Vec2::splat(side));
            items.push(Item::Code { matrix: Arc::clone(matrix), place });
            let words = self.caption(code, side - light);
            let at = Vec2::new(left + light, side - gap);
            below = below.max(at.y + words.height);
            items.extend(words.items.into_iter().map(|item| item.moved(at)));
            left += side - light;
        }
        left += light;
        let values = self.values(&join.values, width - left);
        let aside = self.stack(&join.aside, width - left, below);
        let down = if join.values.is_empty() { 0.0 } else { values.height + gap };
        // They begin where the modules do.
        let first = (light - gap).max(0.0);
        items.extend(values.items.into_iter().map(|item| item.moved(Vec2::new(left, first))));
        items.extend(aside.items.into_iter().map(|item| item.moved(Vec2::new(left, first + down))));
        let top = below.max(first + down + aside.height) + gap;
        items.extend(typed.items.into_iter().map(|item| item.moved(Vec2::new(0.0, top))));
        Placed { items, height: top + typed.height }
    }

    /// Labels with their values below; a value too long for one line is set in smaller letters, not broken.
    fn values(&mut self, values: &[(String, String)], width: f32) -> Placed {
        let theme = self.theme;
        let mut items = Vec::new();
        let mut top = 0.0;
        for (label, value) in values {
            let label = self.measure(label, regular(self.body * 0.7), 1.2, theme.ink_soft, width);
            let whole = self.measure(value, bold(self.body), 1.28, theme.ink, f32::INFINITY);
            let share = (width / whole.size.x.max(1.0)).min(1.0);
            let value = self.measure(value, bold(self.body * share * 0.99), 1.28, theme.ink, f32::INFINITY);
            let below = label.size.y;
            items.push(label.at(Pos2::new(0.0, top)));
            items.push(value.at(Pos2::new(0.0, top + below)));
            top += below + value.size.y + self.body * 0.2;
        }
        Placed { items, height: top }
    }

    fn caption(&mut self, code: &JoinCode, width: f32) -> Placed {
        let theme = self.theme;
        let heading = self.strong(&code.heading, theme.ink, width);
        let other = self.measure(&code.other, regular(self.body * 0.7), 1.2, theme.ink_soft, width);
        let height = heading.size.y + other.size.y;
        let at = Pos2::new(0.0, heading.size.y);
        Placed { items: vec![heading.at(Pos2::ZERO), other.at(at)], height }
    }

    /// The address and the short code in large letters.
    fn typed(&mut self, join: &Join, width: f32) -> Placed {
        let theme = self.theme;
        let large = bold(self.body * 1.6);
        let small = regular(self.body * 0.7);
        let how = self.text(&join.typed, theme.ink_soft, width);
        let other = self.measure(&join.typed_other, small, 1.2, theme.ink_soft, width);
        let mut items = vec![how.at(Pos2::ZERO)];
        // The other language stands behind the first where there is room, else it is left to the captions.
        let left = how.size.x + self.body;
        if left + other.size.x <= width {
            items.push(other.at(Pos2::new(left, (how.size.y - other.size.y) * 0.6)));
        }
        let top = how.size.y;
        let address = self.measure(&join.address, large.clone(), 1.2, theme.accent, width);
        let label = self.text(&join.code_label, theme.ink_soft, width);
        let code = self.measure(&join.code, large, 1.2, theme.accent, width);
        let down = (address.size.y - label.size.y) * 0.62;
        let mut x = address.size.x + self.body * 1.4;
        items.push(address.at(Pos2::new(0.0, top)));
        items.push(label.at(Pos2::new(x, top + down)));
        x += label.size.x + self.body * 0.5;
        items.push(code.at(Pos2::new(x, top)));
        self.is_cut |= x + code.size.x > width;
        Placed { items, height: top + address.size.y }
    }
}

/// A code with its quiet zone in the square `place`; every edge lies between two pixels, so that none is grey.
pub(super) fn code_shape(matrix: &Matrix, place: Rect, pixels_per_point: f32) -> Shape {
    let module = place.width() / (matrix.width() + QUIET * 2) as f32;
    let whole = |points: f32| (points * pixels_per_point).round() / pixels_per_point;
    let edge = |first: f32, module_number: usize| whole(first + (module_number + QUIET) as f32 * module);
    let mut mesh = Mesh::default();
    let ground = Rect::from_min_max(
        Pos2::new(whole(place.left()), whole(place.top())),
        Pos2::new(whole(place.right()), whole(place.bottom())),
    );
    mesh.add_colored_rect(ground, Color32::WHITE);
    for row in 0..matrix.width() {
        let mut column = 0;
        while column < matrix.width() {
            let from = column;
            while matrix.is_dark(column, row) {
                column += 1;
            }
            if column > from {
                let dark = Rect::from_min_max(
                    Pos2::new(edge(place.left(), from), edge(place.top(), row)),
                    Pos2::new(edge(place.left(), column), edge(place.top(), row + 1)),
                );
                mesh.add_colored_rect(dark, Color32::BLACK);
            }
            column += 1;
        }
    }
    Shape::mesh(mesh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_edge_of_a_module_falls_within_a_pixel_and_the_light_around_is_four_modules() {
        let matrix = Matrix::of("http://192.168.1.5:40123/#0123456789abcdef0123456789abcdef").unwrap();
        let place = Rect::from_min_size(Pos2::new(10.3, 20.7), Vec2::splat(333.3));
        let pixels_per_point = 1.25;
        let Shape::Mesh(mesh) = code_shape(&matrix, place, pixels_per_point) else { panic!("not a mesh") };
        let is_whole = |points: f32| (points * pixels_per_point - (points * pixels_per_point).round()).abs() < 0.01;
        assert!(mesh.vertices.iter().all(|vertex| is_whole(vertex.pos.x) && is_whole(vertex.pos.y)));
        let dark = mesh.vertices.iter().filter(|vertex| vertex.color == Color32::BLACK).map(|vertex| vertex.pos);
        let bounds = Rect::from_points(&dark.collect::<Vec<_>>());
        let quiet = 4.0 * place.width() / (matrix.width() + 8) as f32;
        for margin in [
            bounds.left() - place.left(),
            bounds.top() - place.top(),
            place.right() - bounds.right(),
            place.bottom() - bounds.bottom(),
        ] {
            assert!((margin - quiet).abs() <= 1.0, "{margin} instead of {quiet}");
        }
    }
}
