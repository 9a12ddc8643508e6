//! Every printed thing: typst templates from `assets/`, filled with data from memory.
//!
//! The only module that names typst. What is printed is always data: templates read it as JSON, so
//! that markup in a name prints literally. Equal input gives byte for byte equal files.

pub mod course;
mod coverage;
mod due;
pub mod fonts;
mod register;
mod report;
mod words;
mod world;

pub use due::{DueSheet, due_pdf};
pub use register::{Register, register_pdf};
pub use report::report_pdf;
pub use world::{PaperError, Template, template_digest};

/// The typesetter's version: another one may set the same page otherwise.
pub const TYPST_VERSION: &str = "0.15.1";

/// The program's language nearest to a course's: Finnish for `fi`, else English.
pub fn lang_of(tag: &str) -> crate::i18n::Lang {
    if tag == "fi" || tag.starts_with("fi-") { crate::i18n::Lang::Fi } else { crate::i18n::Lang::En }
}
