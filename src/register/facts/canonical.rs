//! The digest that binds a drawn signature to its row.

use std::fmt::Write as _;

use ring::digest::{Context, SHA256};

use crate::register::facts::Row;

/// The digest of a row: SHA-256 over `perehdytin row v1`, a newline, the session's identifier, a newline
/// and the row's JSON without `digest`: fields in the order of the form, without spaces.
///
/// The strokes are part of the row, so a signature cannot be moved to another row or session.
pub fn row_digest(session: &str, row: &Row) -> String {
    // An empty digest is not written.
    let unbound = Row { digest: String::new(), ..row.clone() };
    let mut context = Context::new(&SHA256);
    context.update(b"perehdytin row v1\n");
    context.update(session.as_bytes());
    context.update(b"\n");
    // Serialising a row cannot fail: no map has keys other than strings.
    context.update(&serde_json::to_vec(&unbound).unwrap_or_default());
    hex(context.finish().as_ref())
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        write!(text, "{byte:02x}").unwrap_or_default();
        text
    })
}
