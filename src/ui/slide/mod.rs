//! Laying slides out so that they fit, and painting them.
//!
//! A [`Face`] is what the room is shown, in words alone. [`layout()`] finds the largest size of text at which all of it
//! fits; [`Slides`] keeps layouts while they are shown, so that painting them again is cheap.

mod codes;
mod face;
mod flow;
mod joining;
mod layout;
mod nodes;
mod question;
mod shown;
mod standing;
mod table;

pub use face::*;
pub use joining::*;
pub use layout::*;
pub use question::*;
pub use shown::*;
pub use standing::*;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

use egui::epaint::text::{Fonts, TextOptions, ViewportKey};

use crate::ui::fonts::definitions;
use crate::ui::images::Asked;
use crate::ui::images::Images;
use crate::ui::theme::Theme;

/// How many layouts are kept: the room's, the next one, and their previews.
const MOST_KEPT: usize = 12;

/// Slides as they are laid out, kept while they are shown; cheap to clone.
#[derive(Clone, Default)]
pub struct Slides(Arc<Shared>);

#[derive(Default)]
struct Shared {
    layouts: Mutex<Vec<Kept>>,
    /// Typefaces for measuring alone: most sizes that are tried are not shown, and their letters would only fill the
    /// window's texture of letters.
    measuring: Mutex<Option<Fonts>>,
}

/// The side of the texture on which letters are measured, in pixels; the least there is.
const MEASURING_SIDE: usize = 1024;
/// When that texture has become higher than this, it is let go of after the layout, with all that was measured.
const MEASURING_KEPT: usize = 256;

/// A layout and what it was made from, hashed.
type Kept = (u64, Arc<SlideLayout>);

impl Slides {
    /// The layout of `face` at `size` points, from memory when it was shown before.
    pub fn layout(&self, context: &egui::Context, theme: &Theme, face: &Face, size: egui::Vec2) -> Arc<SlideLayout> {
        let key = key(face, size, theme, context.pixels_per_point());
        if let Some(kept) = self.kept(key) {
            return kept;
        }
        let made = Arc::new(self.made(context, theme, face, size));
        let mut layouts = self.0.layouts.lock().unwrap_or_else(PoisonError::into_inner);
        layouts.insert(0, (key, Arc::clone(&made)));
        layouts.truncate(MOST_KEPT);
        made
    }

    fn made(&self, context: &egui::Context, theme: &Theme, face: &Face, size: egui::Vec2) -> SlideLayout {
        let options = TextOptions { max_texture_side: MEASURING_SIDE, ..context.fonts(|fonts| *fonts.options()) };
        let mut measuring = self.0.measuring.lock().unwrap_or_else(PoisonError::into_inner);
        let fonts = measuring.get_or_insert_with(|| Fonts::new(options, definitions()));
        // Begins anew when its texture is full.
        fonts.begin_pass(options, ViewportKey::default());
        let made = layout(face, size, theme, &mut fonts.with_pixels_per_point(context.pixels_per_point()));
        if fonts.font_image_size()[1] > MEASURING_KEPT {
            *measuring = None;
        }
        made
    }

    fn kept(&self, key: u64) -> Option<Arc<SlideLayout>> {
        let mut layouts = self.0.layouts.lock().unwrap_or_else(PoisonError::into_inner);
        let found = layouts.iter().position(|(kept, _)| *kept == key)?;
        // The layouts used last stand first.
        let entry = layouts.remove(found);
        let layout = Arc::clone(&entry.1);
        layouts.insert(0, entry);
        Some(layout)
    }

    /// Draws `face` into `rect`, which should be 16 : 9 or near it, and tells screen readers what it says.
    pub fn show(&self, ui: &egui::Ui, rect: egui::Rect, theme: &Theme, images: &Images, face: &Face) -> egui::Response {
        let layout = self.layout(ui.ctx(), theme, face, rect.size());
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, 0.0, theme.surface);
        for item in &layout.items {
            match item {
                Item::Shape(shape) => {
                    let mut shape = shape.clone();
                    shape.translate(rect.min.to_vec2());
                    painter.add(shape);
                }
                Item::Text { job, at } => {
                    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job((**job).clone()));
                    painter.galley(rect.min + at.to_vec2(), galley, theme.ink);
                }
                Item::Code { matrix, place } => {
                    let place = place.translate(rect.min.to_vec2());
                    painter.add(codes::code_shape(matrix, place, ui.ctx().pixels_per_point()));
                }
                Item::Picture { file, place, alt } => {
                    let place = place.translate(rect.min.to_vec2());
                    images.paint(ui, &painter, theme, face.lang, &Asked { place, file, alt });
                }
            }
        }
        let response = ui.interact(rect, ui.scope_id().with(("slide", face.title.as_str())), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, face.speech()));
        response
    }
}

fn key(face: &Face, size: egui::Vec2, theme: &Theme, pixels_per_point: f32) -> u64 {
    let mut hasher = DefaultHasher::new();
    face.hash(&mut hasher);
    size.x.to_bits().hash(&mut hasher);
    size.y.to_bits().hash(&mut hasher);
    pixels_per_point.to_bits().hash(&mut hasher);
    theme.surface.hash(&mut hasher);
    theme.accent.hash(&mut hasher);
    hasher.finish()
}
