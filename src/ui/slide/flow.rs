//! Stacking nodes from top to bottom: what has a height of its own first, pictures in what is left.

use std::sync::Arc;

use egui::Align;
use egui::Color32;
use egui::Pos2;
use egui::Vec2;
use egui::epaint::text::FontsView;
use egui::text::LayoutJob;
use egui::text::TextFormat;

use crate::ui::slide::Item;
use crate::ui::slide::Node;
use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;

/// Something laid out, with its top left corner at the origin.
pub(super) struct Placed {
    pub(super) items: Vec<Item>,
    pub(super) height: f32,
}

/// Lays nodes out at one size of text.
pub(super) struct Flow<'f, 'v> {
    pub(super) fonts: &'f mut FontsView<'v>,
    pub(super) theme: &'f Theme,
    /// The size of running text.
    pub(super) body: f32,
    /// The least height of a picture, unless its width allows less.
    pub(super) least_picture: f32,
    /// A word was cut or a line is wider than its place.
    pub(super) is_cut: bool,
}

/// A piece of text that has been measured.
pub(super) struct Measured {
    pub(super) job: Arc<LayoutJob>,
    pub(super) size: Vec2,
}

impl Measured {
    /// The text with its top left corner at `at`.
    pub(super) fn at(&self, at: Pos2) -> Item {
        Item::Text { job: Arc::clone(&self.job), at }
    }
}

impl Flow<'_, '_> {
    /// Space between nodes.
    pub(super) fn gap(&self) -> f32 {
        self.body * 0.6
    }

    /// Running text, wrapped at `width`.
    pub(super) fn text(&mut self, text: &str, colour: Color32, width: f32) -> Measured {
        self.measure(text, regular(self.body), 1.28, colour, width)
    }

    /// Running text in the bold cut, wrapped at `width`.
    pub(super) fn strong(&mut self, text: &str, colour: Color32, width: f32) -> Measured {
        self.measure(text, bold(self.body), 1.28, colour, width)
    }

    /// Text in `font`, with lines `leading` times its size apart, wrapped at `width`.
    pub(super) fn measure(
        &mut self,
        text: &str,
        font: egui::FontId,
        leading: f32,
        colour: Color32,
        width: f32,
    ) -> Measured {
        let mut job = LayoutJob::default();
        let line_height = Some(font.size * leading);
        job.append(
            text,
            0.0,
            TextFormat { font_id: font, color: colour, line_height, valign: Align::Center, ..TextFormat::default() },
        );
        job.wrap.max_width = width.max(1.0);
        let galley = self.fonts.layout_job(job.clone());
        self.is_cut |= ink_width(&galley) > width + 1.0 || cuts_a_word(&galley);
        Measured { job: Arc::new(job), size: galley.rect.size() }
    }

    /// As [`Flow::measure`], with lines of about the same length: a title does not leave one word behind.
    pub(super) fn balanced(
        &mut self,
        text: &str,
        font: &egui::FontId,
        leading: f32,
        colour: Color32,
        width: f32,
    ) -> Measured {
        let whole = self.measure(text, font.clone(), leading, colour, width);
        if whole.size.y < font.size * leading * 1.5 {
            return whole;
        }
        let was_cut = self.is_cut;
        let mut best = whole;
        for share in [0.92, 0.84, 0.76, 0.68, 0.6] {
            let narrower = self.measure(text, font.clone(), leading, colour, width * share);
            if narrower.size.y > best.size.y + 0.5 {
                break;
            }
            best = narrower;
        }
        self.is_cut = was_cut;
        best
    }

    /// Stacks `nodes` in a place of `width` by `height`; pictures take the height that is left.
    ///
    /// The result may be higher than `height`: then it does not fit.
    pub(super) fn stack(&mut self, nodes: &[Node], width: f32, height: f32) -> Placed {
        let gap = self.gap();
        let gaps = gap * nodes.len().saturating_sub(1) as f32;
        let mut fixed: Vec<Option<Placed>> = nodes
            .iter()
            .map(|node| if node.is_elastic() { None } else { Some(self.node(node, width, height)) })
            .collect();
        let used: f32 = fixed.iter().flatten().map(|placed| placed.height).sum();
        let elastic = fixed.iter().filter(|placed| placed.is_none()).count().max(1) as f32;
        let share = (height - gaps - used) / elastic;
        let mut items = Vec::new();
        let mut top = 0.0;
        for (node, placed) in nodes.iter().zip(&mut fixed) {
            let placed = match placed.take() {
                Some(placed) => placed,
                None => self.node(node, width, share),
            };
            items.extend(placed.items.into_iter().map(|item| item.moved(Vec2::new(0.0, top))));
            top += placed.height + gap;
        }
        Placed { items, height: (top - gap).max(0.0) }
    }

    /// A picture as large as it can be in `width` by `height`, in the middle.
    pub(super) fn picture(&self, file: &std::path::Path, aspect: f32, alt: &str, width: f32, height: f32) -> Placed {
        let least = self.least_picture.min(width / aspect);
        let high = (width / aspect).min(height).max(least);
        let size = Vec2::new(high * aspect, high);
        let place = egui::Rect::from_min_size(Pos2::new((width - size.x) / 2.0, 0.0), size);
        let item = Item::Picture { file: file.to_owned(), place, alt: alt.to_owned() };
        Placed { items: vec![item], height: high }
    }
}

/// Width of the widest line without the spaces at its end.
fn ink_width(galley: &egui::Galley) -> f32 {
    let line = |row: &egui::epaint::text::PlacedRow| {
        let last = row.row.glyphs.iter().rev().find(|glyph| !glyph.chr.is_whitespace());
        last.map_or(0.0, |glyph| row.pos.x + glyph.pos.x + glyph.advance_width)
    };
    galley.rows.iter().map(line).fold(0.0, f32::max)
}

/// Whether a line ends in the middle of a word, which happens when the word is wider than its place.
fn cuts_a_word(galley: &egui::Galley) -> bool {
    let rows = &galley.rows;
    rows.iter().zip(rows.iter().skip(1)).any(|(row, next)| {
        let (Some(last), Some(first)) = (row.row.glyphs.last(), next.row.glyphs.first()) else { return false };
        !row.ends_with_newline && last.chr.is_alphanumeric() && first.chr.is_alphanumeric()
    })
}
