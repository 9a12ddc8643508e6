//! The digest that binds a drawn signature to its row.

use std::fmt::Write as _;

use serde_json::Value;

use crate::register::facts::Row;

/// The digest of a row: SHA-256 over `perehdytin row v1`, a newline, the session's identifier, a
/// newline and the row's JSON without `digest`, keys sorted, without spaces.
///
/// The strokes are part of the row, so a signature cannot be moved to another row or session.
pub fn row_digest(session: &str, row: &Row) -> String {
    let mut value = serde_json::to_value(row).unwrap_or(Value::Null);
    if let Value::Object(fields) = &mut value {
        fields.remove("digest");
    }
    let mut text = format!("perehdytin row v1\n{session}\n");
    write_canonical(&value, &mut text);
    hex(ring::digest::digest(&ring::digest::SHA256, text.as_bytes()).as_ref())
}

/// Writes JSON with sorted keys and without spaces.
fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort();
            out.push('{');
            for (index, key) in keys.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                out.push_str(&Value::String(key.clone()).to_string());
                out.push(':');
                write_canonical(&fields[key], out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_canonical(item, out);
            }
            out.push(']');
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => out.push_str(&value.to_string()),
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        write!(text, "{byte:02x}").unwrap_or_default();
        text
    })
}
