//! Text for reading: a measure of 60 to 75 characters, beside the picture or below it, turned page by page.

use egui::RichText;
use egui::Ui;
use egui::Vec2;

use crate::session::Place;
use crate::ui::Cx;
use crate::ui::theme::regular;
use crate::ui::theme::size;

/// What a line of running text looks like: by it the measure is found.
const SAMPLE: &str = "Asiakas ei tiedä, kuka kaivaa kuopan, eikä hänen tarvitsekaan: sinä olet yhtiö.";
/// The longest line, in characters.
const LONGEST: f32 = 72.0;
/// The shortest line beside a picture, in characters.
const SHORTEST: f32 = 58.0;
/// The narrowest picture beside text, in points, and the one that is wished for.
const PICTURE: (f32, f32) = (440.0, 600.0);

/// How far the text of a place was read.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    place: Option<Place>,
    offset: f32,
    /// How much lies below what is seen, in points.
    below: f32,
    /// How high what is seen is, in points.
    height: f32,
    wanted: Option<f32>,
}

impl Reading {
    /// Shows `contents` so that they scroll; another place begins at its top.
    pub(crate) fn show(&mut self, ui: &mut Ui, place: &Place, contents: impl FnOnce(&mut Ui)) {
        if self.place.as_ref() != Some(place) {
            *self = Self { place: Some(place.clone()), wanted: Some(0.0), ..Self::default() };
        }
        let mut area = egui::ScrollArea::vertical().id_salt("reading").auto_shrink([false, false]);
        if let Some(wanted) = self.wanted.take() {
            area = area.vertical_scroll_offset(wanted);
        }
        let output = area.show(ui, contents);
        self.offset = output.state.clamped_offset().y;
        self.height = output.inner_rect.height();
        self.below = (output.content_size.y - self.offset - self.height).max(0.0);
    }

    /// Turns the page down; false when all of it was seen.
    pub(crate) fn page_down(&mut self) -> bool {
        let is_more = self.below > 4.0;
        if is_more {
            self.wanted = Some(self.offset + (self.height * 0.85).min(self.below));
        }
        is_more
    }

    /// Turns the page up; false at the top.
    pub(crate) fn page_up(&mut self) -> bool {
        let is_more = self.offset > 4.0;
        if is_more {
            self.wanted = Some((self.offset - self.height * 0.85).max(0.0));
        }
        is_more
    }

    /// Whether something lies below what is seen.
    pub(crate) fn has_more(&self) -> bool {
        self.below > 4.0
    }

    /// Goes to the top with the next frame.
    pub(crate) fn begin_anew(&mut self) {
        self.wanted = Some(0.0);
    }
}

/// How a picture and its text share a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    /// Side by side: widths of the picture and the text.
    Beside(f32, f32),
    /// One above the other: widths of the picture and the text.
    Above(f32, f32),
}

/// The widest line of running text at `points`.
pub(crate) fn measure(ui: &Ui, points: f32) -> f32 {
    let sample = ui.painter().layout_no_wrap(SAMPLE.to_owned(), regular(points), egui::Color32::PLACEHOLDER);
    let characters = SAMPLE.chars().count() as f32;
    (sample.size().x * LONGEST / characters).ceil()
}

/// Shares `room` between a picture of 16 : 9 and text whose widest line is `measure`.
pub(crate) fn shape(room: Vec2, measure: f32, gap: f32) -> Shape {
    let highest = room.y * 16.0 / 9.0;
    let (least, wished) = PICTURE;
    let text = measure.min(room.x - gap - wished).max(measure * SHORTEST / LONGEST);
    let picture = room.x - gap - text;
    if picture >= least {
        Shape::Beside(picture.min(highest).min(1120.0), text)
    } else {
        Shape::Above(room.x.min(highest * 0.55).max(room.x.min(320.0)), measure.min(room.x))
    }
}

/// Paragraphs of running text, as wide as there is room.
pub(crate) fn paragraphs(ui: &mut Ui, cx: &Cx<'_>, text: &str, points: f32) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = points * 0.75;
        for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            let words = RichText::new(paragraph).font(regular(points)).color(cx.theme.ink);
            ui.label(words.line_height(Some((points * 1.5).round())));
        }
    });
}

/// A word aside, which grows with the running text of `points`.
pub(crate) fn aside(ui: &mut Ui, cx: &Cx<'_>, text: &str, points: f32) {
    let words = RichText::new(text).font(regular((points * 0.75).max(size::SMALL))).color(cx.theme.ink_soft);
    ui.label(words);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slide_stands_beside_the_text_on_a_laptop_and_above_it_in_a_narrow_window() {
        let Shape::Beside(picture, text) = shape(Vec2::new(1318.0, 580.0), 620.0, 32.0) else { panic!("not beside") };
        assert!((text - 620.0).abs() < 0.5 && picture > 600.0);
        let Shape::Above(picture, text) = shape(Vec2::new(900.0, 560.0), 620.0, 32.0) else { panic!("not above") };
        assert!(picture <= 900.0 && (text - 620.0).abs() < 0.5);
    }

    #[test]
    fn large_letters_get_shorter_lines_before_the_slide_gives_way() {
        let Shape::Beside(picture, text) = shape(Vec2::new(1318.0, 580.0), 800.0, 32.0) else { panic!("not beside") };
        assert!((800.0 * 58.0 / 72.0 - 1.0..800.0).contains(&text) && picture >= 560.0);
        assert!(matches!(shape(Vec2::new(1318.0, 580.0), 1200.0, 32.0), Shape::Above(..)));
    }
}
