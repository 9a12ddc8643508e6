//! Finding the largest size of text at which a face fits.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Pos2;
use egui::Rect;
use egui::Shape;
use egui::Vec2;
use egui::epaint::text::FontsView;
use egui::text::LayoutJob;

use crate::ui::slide::Face;
use crate::ui::slide::Node;
use crate::ui::slide::flow::Flow;
use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;

/// The smallest body text that reads from the last row, as a part of the window's height.
pub const SMALLEST: f32 = 1.0 / 24.0;
/// Sizes of body text that are tried, as parts of the height; few, so that slides share their glyphs.
const SIZES: [f32; 6] = [1.0 / 15.0, 1.0 / 16.5, 1.0 / 18.0, 1.0 / 20.0, 1.0 / 22.0, SMALLEST];
/// Sizes for texts that break the limits of a pack: all of it is still shown, but the layout does not fit.
const DESPERATE: [f32; 4] = [1.0 / 27.0, 1.0 / 32.0, 1.0 / 40.0, 1.0 / 60.0];

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
}

impl Item {
    /// The item moved by `by`.
    pub(super) fn moved(mut self, by: Vec2) -> Self {
        match &mut self {
            Self::Text { at, .. } => *at += by,
            Self::Shape(shape) => shape.translate(by),
            Self::Picture { place, .. } => *place = place.translate(by),
        }
        self
    }
}

/// Lays `face` out in `size` points with the largest text that fits.
pub fn layout(face: &Face, size: Vec2, theme: &Theme, fonts: &mut FontsView<'_>) -> SlideLayout {
    let empty = [Vec::new()];
    let arrangements = if face.arrangements.is_empty() { &empty[..] } else { &face.arrangements[..] };
    // The largest size first; sizes fit monotonically, so the search halves them.
    let mut best: Option<SlideLayout> = None;
    let (mut from, mut to) = (0, SIZES.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        let found = arrangements
            .iter()
            .map(|nodes| attempt(face, nodes, size, SIZES[middle] * size.y, theme, fonts))
            .find(|layout| layout.fits);
        match found {
            Some(layout) => {
                best = Some(layout);
                to = middle;
            }
            None => from = middle + 1,
        }
    }
    if let Some(best) = best {
        return best;
    }
    let mut last = None;
    for part in DESPERATE {
        for nodes in arrangements {
            let layout = attempt(face, nodes, size, part * size.y, theme, fonts);
            let is_inside = layout.fits;
            last = Some(SlideLayout { fits: false, ..layout });
            if is_inside {
                break;
            }
        }
        if last.as_ref().is_some_and(|layout: &SlideLayout| layout.needed.y <= size.y) {
            break;
        }
    }
    last.unwrap_or(SlideLayout { fits: false, body: 0.0, items: Vec::new(), needed: Vec2::ZERO })
}

fn attempt(
    face: &Face,
    nodes: &[Node],
    size: Vec2,
    body: f32,
    theme: &Theme,
    fonts: &mut FontsView<'_>,
) -> SlideLayout {
    let side = size.y * 0.075;
    let top = size.y * 0.06;
    let foot = size.y * 0.075;
    let width = size.x - side * 2.0;
    let mut flow = Flow { fonts, theme, body, is_cut: false };
    let title_size = (body * 1.35).clamp(size.y / 17.5, size.y / 12.0).max(body * 1.2);
    let title = flow.measure(&face.title, bold(title_size), 1.16, theme.ink, width);
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
    if !face.foot.is_empty() {
        let line = flow.measure(&face.foot, regular(size.y / 40.0), 1.2, theme.ink_soft, f32::INFINITY);
        items.push(line.at(Pos2::new(side, size.y - foot * 0.72)));
    }
    let needed = Vec2::new(size.x, top + title_height + placed.height + foot);
    let fits = !is_cut && needed.y <= size.y + 0.5 && body >= SMALLEST * size.y - 0.01;
    let fits = fits || (body < SMALLEST * size.y - 0.01 && !is_cut && needed.y <= size.y + 0.5);
    SlideLayout { fits, body, items, needed }
}
