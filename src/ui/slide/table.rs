//! Tables on slides: columns as wide as their contents ask for.

use egui::Pos2;
use egui::Shape;

use crate::ui::slide::Item;
use crate::ui::slide::flow::Flow;
use crate::ui::slide::flow::Placed;

impl Flow<'_, '_> {
    /// A table with a header.
    pub(super) fn table(&mut self, header: &[String], rows: &[Vec<String>], width: f32) -> Placed {
        let theme = self.theme;
        let between = self.body * 0.9;
        let pad = self.body * 0.3;
        let widths = self.column_widths(header, rows, width, between);
        let mut items = Vec::new();
        let mut top = 0.0;
        let lines = std::iter::once((header, true)).chain(rows.iter().map(|row| (row.as_slice(), false)));
        for (cells, is_header) in lines {
            let mut left = 0.0;
            let mut highest: f32 = 0.0;
            for (index, (cell, wide)) in cells.iter().zip(&widths).enumerate() {
                let text = if is_header {
                    self.strong(cell, theme.accent, *wide)
                } else if index == 0 {
                    self.strong(cell, theme.ink, *wide)
                } else {
                    self.text(cell, theme.ink, *wide)
                };
                items.push(text.at(Pos2::new(left, top + pad)));
                highest = highest.max(text.size.y);
                left += wide + between;
            }
            top += highest + pad * 2.0;
            items.push(Item::Shape(Shape::hline(0.0..=width, top, theme.line())));
        }
        Placed { items, height: top }
    }

    /// Widths of the columns: no narrower than the longest word, else in proportion to what they hold.
    fn column_widths(&mut self, header: &[String], rows: &[Vec<String>], width: f32, between: f32) -> Vec<f32> {
        let ink = self.theme.ink;
        let room = width - between * header.len().saturating_sub(1) as f32;
        let mut least = vec![0.0_f32; header.len()];
        let mut wanted = vec![0.0_f32; header.len()];
        for row in rows.iter().map(Vec::as_slice).chain([header]) {
            for (index, cell) in row.iter().enumerate().take(header.len()) {
                // The bold cut is the wider one: what fits in it fits in the regular one too.
                wanted[index] = wanted[index].max(self.strong(cell, ink, f32::INFINITY).size.x + 2.0);
                for word in cell.split_whitespace() {
                    least[index] = least[index].max(self.strong(word, ink, f32::INFINITY).size.x + 2.0);
                }
            }
        }
        let total: f32 = wanted.iter().sum::<f32>().max(1.0);
        if total <= room {
            return wanted.iter().map(|wanted| wanted + (room - total) * wanted / total).collect();
        }
        // Columns that would fall below their longest word get just that; the others share the rest.
        let mut widths = wanted.clone();
        let mut is_held = vec![false; wanted.len()];
        for _ in 0..wanted.len() {
            let held: f32 = widths.iter().zip(&is_held).filter(|(_, held)| **held).map(|(width, _)| width).sum();
            let free: f32 = wanted.iter().zip(&is_held).filter(|(_, held)| !**held).map(|(wanted, _)| wanted).sum();
            for index in 0..wanted.len() {
                if !is_held[index] {
                    widths[index] = (room - held).max(0.0) * wanted[index] / free.max(1.0);
                }
            }
            let Some(narrow) = (0..widths.len()).find(|index| !is_held[*index] && widths[*index] < least[*index])
            else {
                break;
            };
            widths[narrow] = least[narrow];
            is_held[narrow] = true;
        }
        widths
    }
}
