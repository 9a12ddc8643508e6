//! The list of people whose induction is due, for their contractor.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use crate::i18n::Lang;
use crate::paper::coverage::make_printable;
use crate::paper::world::Job;
use crate::paper::world::PaperError;
use crate::paper::world::Template;

/// The list, in words already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueSheet {
    /// What the sheet is called.
    pub title: String,
    /// What stands on top of every page.
    pub head: String,
    /// What is said before the table, a paragraph each.
    pub lines: Vec<String>,
    /// The table's headings.
    pub headings: [String; 4],
    /// A row a person.
    pub rows: Vec<[String; 4]>,
}

/// The list as PDF/UA-1.
///
/// # Errors
/// When the typesetter refuses.
pub fn due_pdf(sheet: &DueSheet, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PaperError> {
    let mut data: Value = serde_json::to_value(sheet).map_err(|error| PaperError::Data(error.to_string()))?;
    data["lang"] = lang.tag().into();
    make_printable(&mut data);
    let files = BTreeMap::from([("data.json".to_owned(), data.to_string().into_bytes())]);
    let ident = format!("perehdytin-due-{}", sheet.head);
    Job { template: Template::Due, lang, files, ident, made_at: Some(made_at), archival: false }.pdf()
}
