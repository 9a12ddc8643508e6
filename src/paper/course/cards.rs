//! The cards a fitter gives, leaves or wears: sheets to print and cut.

use serde_json::json;

use crate::paper::course::pictures::Pictures;
use crate::paper::course::{Card, Course};
use crate::paper::world::{PaperError, Template};

impl Course<'_> {
    /// A sheet of cards to cut.
    ///
    /// # Errors
    /// When the typesetter refuses.
    pub fn card(&self, card: Card) -> Result<Vec<u8>, PaperError> {
        let kind = match card {
            Card::Service => "service",
            Card::Contact => "contact",
            Card::Id => "id",
        };
        self.print(Template::Cards, json!({"kind": kind}), Pictures::default())
    }
}
