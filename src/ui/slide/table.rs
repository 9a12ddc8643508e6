//! Tables on slides: columns as wide as their contents ask for.

use egui::Pos2;
use egui::Shape;

use crate::ui::slide::Item;
use crate::ui::slide::flow::Flow;
use crate::ui::slide::flow::Placed;

impl Flow<'_, '_> {
    /// A table with a header.
    pub(super) fn table(&mut self, header: &[String], rows: &[Vec<String>], width: f32) -> Placed {
        let between = self.body * 0.9;
        let room = width - between * header.len().saturating_sub(1) as f32;
        let needs = self.needs(header, rows);
        // Where a line breaks is hard to foresee: the flattest of a few ways to share the width is taken.
        let mut best: Option<Placed> = None;
        for power in [1.0, 0.7, 1.4, 0.4] {
            let placed = self.with_widths(header, rows, width, between, &needs.shared(room, power));
            if best.as_ref().is_none_or(|best| placed.height < best.height - 0.5) {
                best = Some(placed);
            }
        }
        best.unwrap_or(Placed { items: Vec::new(), height: 0.0 })
    }

    fn with_widths(
        &mut self,
        header: &[String],
        rows: &[Vec<String>],
        width: f32,
        between: f32,
        widths: &[f32],
    ) -> Placed {
        let theme = self.theme;
        let pad = self.body * 0.28;
        let mut items = Vec::new();
        let mut top = 0.0;
        let lines = std::iter::once((header, true)).chain(rows.iter().map(|row| (row.as_slice(), false)));
        for (cells, is_header) in lines {
            let mut left = 0.0;
            let mut highest: f32 = 0.0;
            for (index, (cell, wide)) in cells.iter().zip(widths).enumerate() {
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

    fn needs(&mut self, header: &[String], rows: &[Vec<String>]) -> Needs {
        let ink = self.theme.ink;
        let mut needs = Needs { least: vec![0.0; header.len()], wanted: vec![0.0; header.len()] };
        for row in rows.iter().map(Vec::as_slice).chain([header]) {
            for (index, cell) in row.iter().enumerate().take(header.len()) {
                // The bold cut is the wider one: what fits in it fits in the regular one too.
                needs.wanted[index] = needs.wanted[index].max(self.strong(cell, ink, f32::INFINITY).size.x + 2.0);
                for word in cell.split_whitespace() {
                    needs.least[index] = needs.least[index].max(self.strong(word, ink, f32::INFINITY).size.x + 2.0);
                }
            }
        }
        needs
    }
}

/// What a table's columns ask for.
struct Needs {
    /// The longest word.
    least: Vec<f32>,
    /// The longest cell on one line.
    wanted: Vec<f32>,
}

impl Needs {
    /// Shares `room`: no column narrower than its longest word, the others in proportion to a power of what they want.
    fn shared(&self, room: f32, power: f32) -> Vec<f32> {
        let weights: Vec<f32> = self.wanted.iter().map(|wanted| wanted.max(1.0).powf(power)).collect();
        let total = self.wanted.iter().sum::<f32>().max(1.0);
        if total <= room {
            return self.wanted.iter().map(|wanted| wanted + (room - total) * wanted / total).collect();
        }
        let mut widths = self.wanted.clone();
        let mut is_held = vec![false; widths.len()];
        for _ in 0..=widths.len() {
            let held: f32 = widths.iter().zip(&is_held).filter(|(_, held)| **held).map(|(width, _)| width).sum();
            let free: f32 = weights.iter().zip(&is_held).filter(|(_, held)| !**held).map(|(weight, _)| weight).sum();
            for index in 0..widths.len() {
                if !is_held[index] {
                    widths[index] = (room - held).max(0.0) * weights[index] / free.max(f32::EPSILON);
                }
            }
            let narrow = (0..widths.len()).find(|index| !is_held[*index] && widths[*index] < self.least[*index]);
            let Some(narrow) = narrow else { break };
            widths[narrow] = self.least[narrow];
            is_held[narrow] = true;
        }
        widths
    }
}
