//! Files of a pack opened carefully, with what to say when one is refused.

use std::sync::Arc;

use crate::files::CarefulFolder;
use crate::files::Refused;
use crate::i18n::Message;
use crate::i18n::messages::check as say;

use super::diagnostic::Finding;
use super::diagnostic::Findings;
use super::diagnostic::Spot;
use super::file::SourceFile;
use super::file::quoted;

/// The largest RON file that is read, in bytes.
pub const MAX_SOURCE_BYTES: u64 = 2 * 1024 * 1024;

/// Reads the RON file `name` of `folder`; what is wrong with it is told at `asked`, where it is named.
pub fn open(
    folder: &CarefulFolder,
    name: &str,
    order: usize,
    asked: Option<&Spot>,
    findings: &mut Findings,
) -> Option<Arc<SourceFile>> {
    let bytes = match folder.read(name, MAX_SOURCE_BYTES) {
        Ok(bytes) => bytes,
        Err(refused) => {
            let spot = asked.cloned().unwrap_or_else(|| Spot::unopened(name, order));
            findings.push(refusal(&refused, name, spot));
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Some(Arc::new(SourceFile::new(name, text, order))),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].split(|b| *b == b'\n').count();
            let finding = Finding::error("not-utf8", Spot::unopened(name, order), say::not_utf8(line, at));
            findings.push(finding.hint(say::not_utf8_hint()));
            None
        }
    }
}

/// What to say when the file called `name` is refused.
pub fn refusal(refused: &Refused, name: &str, spot: Spot) -> Finding {
    let name = quoted(name);
    let (code, message, hint): (&'static str, Message, Option<Message>) = match refused {
        Refused::Name => ("path-form", say::path_form(name), Some(say::path_hint())),
        Refused::Absolute => ("path-absolute", say::path_absolute(name), Some(say::path_hint())),
        Refused::Leaves => ("path-leaves", say::path_leaves(name), Some(say::path_hint())),
        Refused::Link(part) => ("path-link", say::path_link(quoted(part)), Some(say::path_link_hint())),
        Refused::Missing => ("file-missing", say::file_missing(name), None),
        Refused::NotRegular => ("file-kind", say::file_kind(name), Some(say::file_kind_hint())),
        Refused::TooLarge { limit } => {
            ("file-too-large", say::file_too_large(name, limit / 1024), Some(say::file_too_large_hint()))
        }
        Refused::Unreadable(error) => ("file-unreadable", say::file_unreadable(error.to_string(), name), None),
    };
    Finding::error(code, spot, message).maybe_hint(hint)
}
