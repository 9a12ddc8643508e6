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
    pub(super) fn join(&mut self, join: &Join, width: f32, height: f32) -> Placed {
        let gap = self.gap();
        let typed = self.typed(join, width);
        let count = join.codes.len().max(1) as f32;
        let between = self.body;
        let captions: Vec<Placed> = join.codes.iter().map(|code| self.caption(code, width)).collect();
        let caption = captions.iter().map(|caption| caption.height).fold(0.0, f32::max);
        let by_height = height - typed.height - gap * 2.0 - caption;
        let by_width = (width * (1.0 - ASIDE) - between * count) / count;
        let side = by_height.min(by_width).max(self.least_picture.min(by_width));
        let mut items = Vec::new();
        let mut left = 0.0;
        let mut top = 0.0_f32;
        for code in &join.codes {
            let place = Rect::from_min_size(Pos2::new(left, 0.0), Vec2::splat(side));
            items.extend(self.code(&code.content, place));
            let words = self.caption(code, side);
            top = top.max(side + gap * 0.5 + words.height);
            items.extend(words.items.into_iter().map(|item| item.moved(Vec2::new(left, side + gap * 0.5))));
            left += side + between;
        }
        let values = self.values(&join.values, width - left);
        let aside = self.stack(&join.aside, width - left, top);
        let down = if join.values.is_empty() { 0.0 } else { values.height + gap };
        items.extend(values.items.into_iter().map(|item| item.moved(Vec2::new(left, 0.0))));
        items.extend(aside.items.into_iter().map(|item| item.moved(Vec2::new(left, down))));
        top = top.max(down + aside.height);
        top += gap;
        let height = top + typed.height;
        items.extend(typed.items.into_iter().map(|item| item.moved(Vec2::new(0.0, top))));
        Placed { items, height }
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

    /// A code in the square `place`.
    fn code(&mut self, content: &str, place: Rect) -> Option<Item> {
        let matrix = Matrix::of(content).map(Arc::new);
        // Longer than a code can hold: the words beside it say the same.
        self.is_cut |= matrix.is_none();
        Some(Item::Code { matrix: matrix?, place })
    }
}

/// A code with its quiet zone in the square `place`, each module the same number of whole pixels.
pub(super) fn code_shape(matrix: &Matrix, place: Rect, pixels_per_point: f32) -> Shape {
    let modules = (matrix.width() + QUIET * 2) as f32;
    let whole_pixels = |points: f32| (points * pixels_per_point).round() / pixels_per_point;
    let module = (place.width() / modules * pixels_per_point).floor().max(1.0) / pixels_per_point;
    let corner = Pos2::new(whole_pixels(place.left()), whole_pixels(place.top()));
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(Rect::from_min_size(corner, Vec2::splat(module * modules)), Color32::WHITE);
    let first = corner + Vec2::splat(module * QUIET as f32);
    for row in 0..matrix.width() {
        let mut column = 0;
        while column < matrix.width() {
            let from = column;
            while matrix.is_dark(column, row) {
                column += 1;
            }
            if column > from {
                let at = first + Vec2::new(from as f32, row as f32) * module;
                let size = Vec2::new((column - from) as f32, 1.0) * module;
                mesh.add_colored_rect(Rect::from_min_size(at, size), Color32::BLACK);
            }
            column += 1;
        }
    }
    Shape::mesh(mesh)
}
