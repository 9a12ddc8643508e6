//! The report of a session: results without names.

use crate::i18n::Lang;
use crate::paper::world::PaperError;
use crate::session::State;

/// The report of a closed session as PDF/UA-1; no person is named in it.
///
/// # Errors
/// When the typesetter refuses.
pub fn report_pdf(state: &State, lang: Lang) -> Result<Vec<u8>, PaperError> {
    let _ = (state, lang);
    Err(PaperError::Data("no report yet".to_owned()))
}
