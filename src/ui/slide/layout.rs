//! Finding the largest size of text at which a face fits.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Pos2;
use egui::Rect;
use egui::Shape;
use egui::Vec2;
use egui::epaint::text::FontsView;
use egui::text::LayoutJob;

use crate::room::Matrix;
use crate::ui::slide::Face;
use crate::ui::slide::Node;
use crate::ui::slide::flow::Flow;
use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;

/// The smallest body text that reads from the last row, as a part of the window's height.
pub const SMALLEST: f32 = 1.0 / 24.0;
/// Sizes of body text that are tried, as parts of the height; few, so that slides share their glyphs.
const SIZES: [f32; 3] = [1.0 / 15.0, 1.0 / 19.0, SMALLEST];
/// Sizes for texts that break the limits of a pack: all of it is still shown, but the layout does not fit.
const DESPERATE: [f32; 8] =
    [1.0 / 27.0, 1.0 / 32.0, 1.0 / 38.0, 1.0 / 46.0, 1.0 / 56.0, 1.0 / 70.0, 1.0 / 100.0, 1.0 / 160.0];

/// Least heights of pictures that are tried, as parts of the slide's height.
const PICTURES: [f32; 3] = [0.46, 0.32, 0.0];

/// A face laid out at one size.
#[derive(Clone, Debug)]
pub struct SlideLayout {
    /// Whether everything is inside, no word is cut, and body text is at least [`SMALLEST`] of the height.
    pub fits: bool,
    /// Size of the body text in points.
    pub body: f32,
    /// What is painted, from back to front, relative to the top left corner.
    pub items: Vec<Item>,
    /// What the contents need, in points; higher than the slide when nothing fitted at all.
    pub needed: Vec2,
}

/// Something to paint.
#[derive(Clone, Debug)]
pub enum Item {
    /// Text; laid out again when it is painted, from egui's own cache.
    Text {
        /// The text with its fonts, colours and width.
        job: Arc<LayoutJob>,
        /// Top left corner.
        at: Pos2,
    },
    /// A shape.
    Shape(Shape),
    /// A picture.
    Picture {
        /// Its file.
        file: PathBuf,
        /// Where.
        place: Rect,
        /// What it says.
        alt: String,
    },
    /// A QR code.
    Code {
        /// Its modules.
        matrix: Arc<Matrix>,
        /// The square it fills with its quiet zone, as far as whole pixels allow.
        place: Rect,
    },
}

impl Item {
    /// The item moved by `by`.
    pub(super) fn moved(mut self, by: Vec2) -> Self {
        match &mut self {
            Self::Text { at, .. } => *at += by,
            Self::Shape(shape) => shape.translate(by),
            Self::Picture { place, .. } | Self::Code { place, .. } => *place = place.translate(by),
        }
        self
    }
}

/// Lays `face` out in `size` points with the largest text that fits.
pub fn layout(face: &Face, size: Vec2, theme: &Theme, fonts: &mut FontsView<'_>) -> SlideLayout {
    let empty = [Vec::new()];
    let arrangements = if face.arrangements.is_empty() { &empty[..] } else { &face.arrangements[..] };
    let has_picture = arrangements.iter().flatten().any(Node::is_elastic);
    let pictures = if has_picture { &PICTURES[..] } else { &PICTURES[PICTURES.len() - 1..] };
    let mut page = Page { face, size, theme, fonts };
    // A picture says more than larger letters: its size comes first, as long as the text can be read.
    if let Some(best) = pictures.iter().find_map(|picture| page.largest(arrangements, *picture)) {
        return best;
    }
    // Nothing is left out and nothing is cut, even when it cannot be read from the last row.
    let mut smallest = None;
    for part in DESPERATE {
        for nodes in arrangements {
            let layout = page.attempt(nodes, part * size.y, 0.0);
            if layout.fits {
                return SlideLayout { fits: false, ..layout };
            }
            smallest = Some(SlideLayout { fits: false, ..layout });
        }
    }
    smallest.unwrap_or(SlideLayout { fits: false, body: 0.0, items: Vec::new(), needed: Vec2::ZERO })
}

/// What stays the same from attempt to attempt.
struct Page<'p, 'v> {
    face: &'p Face,
    size: Vec2,
    theme: &'p Theme,
    fonts: &'p mut FontsView<'v>,
}

/// Size of the title for a size of body text, both as parts of the height: two sizes for all slides, of
/// which the smaller shares its letters with the strong words of other slides.
fn title_size(body: f32) -> f32 {
    if body >= SIZES[1] { 1.0 / 12.5 } else { SIZES[1] }
}

impl Page<'_, '_> {
    /// The layout with the largest text that fits; `picture` is the least height of pictures as a part of the slide's.
    fn largest(&mut self, arrangements: &[Vec<Node>], picture: f32) -> Option<SlideLayout> {
        let mut best: Option<SlideLayout> = None;
        // The largest size first; what fits at one size fits at the smaller ones, so the search halves them.
        let (mut from, mut to) = (0, SIZES.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            let body = SIZES[middle] * self.size.y;
            let found = arrangements
                .iter()
                .map(|nodes| self.attempt(nodes, body, picture * self.size.y))
                .find(|layout| layout.fits);
            match found {
                Some(layout) => {
                    best = Some(layout);
                    to = middle;
                }
                None => from = middle + 1,
            }
        }
        best
    }

    fn attempt(&mut self, nodes: &[Node], body: f32, least_picture: f32) -> SlideLayout {
        let (face, size, theme) = (self.face, self.size, self.theme);
        let side = size.y * 0.075;
        let top = size.y * 0.06;
        let foot = size.y * 0.075;
        let width = size.x - side * 2.0;
        let mut flow =
            Flow { fonts: self.fonts, theme, body, least_picture: least_picture.max(body * 4.0), is_cut: false };
        let title_size = title_size(body / size.y) * size.y;
        let title = flow.balanced(&face.title, &bold(title_size), 1.16, theme.ink, width);
        let title_height = if face.title.is_empty() { 0.0 } else { title.size.y + flow.gap() };
        let room = size.y - top - foot - title_height;
        let placed = flow.stack(nodes, width, room);
        let is_cut = flow.is_cut;

        let spare = (room - placed.height).max(0.0);
        let down = if face.is_centred { spare * 0.42 } else { (spare * 0.28).min(size.y * 0.09) };
        let title_top = if face.is_centred { top + down } else { top };
        let mut items = vec![Item::Shape(Shape::rect_filled(
            Rect::from_min_size(Pos2::ZERO, Vec2::new(size.y * 0.014, size.y)),
            0.0,
            theme.accent,
        ))];
        if !face.title.is_empty() {
            items.push(title.at(Pos2::new(side, title_top)));
        }
        let content = Vec2::new(side, top + title_height + down);
        items.extend(placed.items.into_iter().map(|item| item.moved(content)));
        let mut foot_width = 0.0;
        if !face.foot.is_empty() {
            let line = flow.measure(&face.foot, regular(size.y / 40.0), 1.2, theme.ink_soft, f32::INFINITY);
            foot_width = line.size.x + body;
            items.push(line.at(Pos2::new(side, size.y - foot * 0.72)));
        }
        if !face.corner.is_empty() {
            let line = flow.measure(&face.corner, bold(size.y / 34.0), 1.2, theme.ink_soft, f32::INFINITY);
            // It cuts nothing: where the foot needs the room, it is left out.
            if foot_width + line.size.x <= width {
                items.push(line.at(Pos2::new(size.x - side - line.size.x, size.y - foot * 0.76)));
            }
        }
        let needed = Vec2::new(size.x, top + title_height + placed.height + foot);
        let fits = !is_cut && needed.y <= size.y + 0.5;
        SlideLayout { fits, body, items, needed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::fonts;
    use crate::ui::theme::DEFAULT_ACCENT;
    use crate::ui::theme::Look;

    const SIZE: Vec2 = Vec2::new(1280.0, 720.0);

    fn laid_out(title: &str, nodes: Vec<Node>) -> SlideLayout {
        let theme = Theme::new(Look::Light, false, DEFAULT_ACCENT);
        let mut all = egui::epaint::text::Fonts::new(egui::epaint::text::TextOptions::default(), fonts::definitions());
        let face = Face { title: title.to_owned(), arrangements: vec![nodes], ..Face::default() };
        layout(&face, SIZE, &theme, &mut all.with_pixels_per_point(1.0))
    }

    fn sentences(count: usize) -> Vec<Node> {
        vec![Node::Bullets(vec!["Asiakas ei tiedä, kuka kaivaa kuopan, eikä hänen tarvitsekaan.".to_owned(); count])]
    }

    #[test]
    fn few_words_are_large_and_many_words_are_smaller() {
        let few = laid_out("Tervetuloa", sentences(2));
        let many = laid_out("Tervetuloa", sentences(9));
        assert!(few.fits && many.fits);
        assert!(few.body > many.body, "{} and {}", few.body, many.body);
        assert!(many.body >= SMALLEST * SIZE.y - 0.01);
    }

    #[test]
    fn too_many_words_do_not_fit_but_none_is_left_out() {
        let layout = laid_out("Tervetuloa", sentences(30));
        assert!(!layout.fits);
        assert!(layout.body < SMALLEST * SIZE.y);
        assert!(layout.needed.y <= SIZE.y + 0.5);
        let texts = layout.items.iter().filter(|item| matches!(item, Item::Text { .. })).count();
        assert_eq!(texts, 31);
    }

    #[test]
    fn a_word_that_would_be_cut_makes_the_text_smaller() {
        let long = "Sähköverkkoliittymäsopimusneuvotteluvalmistelukokous";
        let cell = || Node::Paragraph(long.to_owned());
        let layout = laid_out("", vec![Node::Columns(vec![vec![cell()], vec![cell()], vec![cell()]])]);
        assert!(!layout.fits, "three of them side by side cannot be read from the last row");
        let one = laid_out("", vec![cell()]);
        assert!(one.fits);
        let lines = one.items.iter().filter_map(|item| match item {
            Item::Text { job, .. } => Some(job.text.as_str()),
            _ => None,
        });
        assert_eq!(lines.collect::<Vec<_>>(), [long]);
    }

    #[test]
    fn a_picture_takes_the_height_that_is_left() {
        let picture = Node::Picture { file: "kuva.svg".into(), aspect: 1.5, alt: String::new() };
        let layout = laid_out("Kolmio", vec![Node::Paragraph("Kolme kulmaa.".to_owned()), picture]);
        assert!(layout.fits);
        let place = layout.items.iter().find_map(|item| match item {
            Item::Picture { place, .. } => Some(*place),
            _ => None,
        });
        let place = place.unwrap();
        assert!(place.height() > SIZE.y * 0.5, "{place:?}");
        assert!((place.width() / place.height() - 1.5).abs() < 0.01);
        assert!(Rect::from_min_size(Pos2::ZERO, SIZE).contains_rect(place));
    }
}
