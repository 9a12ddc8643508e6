//! The embedded typefaces: Atkinson Hyperlegible Next, with Noto Sans behind it for what it lacks.

use std::sync::Arc;

use egui::FontData;
use egui::FontDefinitions;
use egui::FontFamily;

// The same bytes as on paper, embedded once.
pub use crate::paper::fonts::BOLD;
pub use crate::paper::fonts::FALLBACK_BOLD;
pub use crate::paper::fonts::FALLBACK_REGULAR;
pub use crate::paper::fonts::REGULAR;

/// The families that the program uses: proportional (regular), monospace (the same), `bold`.
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions { font_data: Default::default(), families: Default::default() };
    for (name, bytes) in
        [("regular", REGULAR), ("bold", BOLD), ("noto-regular", FALLBACK_REGULAR), ("noto-bold", FALLBACK_BOLD)]
    {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let regular = vec!["regular".to_owned(), "noto-regular".to_owned()];
    definitions.families.insert(FontFamily::Proportional, regular.clone());
    definitions.families.insert(FontFamily::Monospace, regular);
    definitions.families.insert(super::theme::bold_family(), vec!["bold".to_owned(), "noto-bold".to_owned()]);
    definitions
}

/// Puts the typefaces on a context; once, before its first frame.
pub fn install(context: &egui::Context) {
    context.set_fonts(definitions());
}
