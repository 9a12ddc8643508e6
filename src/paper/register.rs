//! The register's pages and its table.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::Timestamp;
use serde_json::Value;

use crate::i18n::Lang;
use crate::paper::coverage::make_printable;
use crate::paper::world::Job;
use crate::paper::world::PaperError;
use crate::paper::world::Template;

/// Raised whenever code of this module, rather than a template, changes the register's pages: only
/// registers of the same layout are set again and compared.
pub(super) const LAYOUT: u32 = 1;

/// What the register is printed from.
#[derive(Clone, Copy, Debug)]
pub struct Register<'a> {
    /// The attached data, which the pages are made from: `register.json`.
    pub json: &'a [u8],
    /// The attached table: `register.csv`.
    pub csv: &'a [u8],
    /// The language of the pages.
    pub lang: Lang,
}

/// The register as PDF/A-3a and PDF/UA-1 with both attachments; equal input gives equal bytes.
///
/// # Errors
/// When the data is no register, or the typesetter refuses. A name alone is never a reason.
pub fn register_pdf(register: &Register<'_>) -> Result<Vec<u8>, PaperError> {
    let Register { json, csv, lang } = *register;
    let mut page: Value = serde_json::from_slice(json).map_err(|error| PaperError::Data(error.to_string()))?;
    let mut files =
        BTreeMap::from([("register.json".to_owned(), json.to_vec()), ("register.csv".to_owned(), csv.to_vec())]);
    for row in page.get_mut("participants").and_then(Value::as_array_mut).into_iter().flatten() {
        let number = row.get("number").and_then(Value::as_u64).unwrap_or(0);
        for (field, suffix) in [("signature", "in"), ("signature_out", "out")] {
            let Some(strokes) = row.get_mut(field).filter(|strokes| strokes.is_object()) else { continue };
            let Some(svg) = svg(strokes) else { continue };
            files.insert(format!("signature-{number}-{suffix}.svg"), svg.into_bytes());
            // The strokes have become a picture; the template need not read them.
            *strokes = Value::Bool(true);
        }
    }
    make_printable(&mut page);
    let text = |field: &str| page.get(field).and_then(Value::as_str).unwrap_or_default();
    let made_at: Option<Timestamp> = text("ended_at").parse().ok();
    // Each document that replaces another is one of its own.
    let redactions = match page.get("redactions").and_then(Value::as_array).map_or(0, Vec::len) {
        0 => String::new(),
        count => format!("-redacted-{count}"),
    };
    let ident = format!("perehdytin-register-{}{redactions}", text("session"));
    files.insert("page.json".to_owned(), page.to_string().into_bytes());
    Job { template: Template::Register, lang, files, ident, made_at, archival: true }.pdf()
}

/// A drawn signature as SVG: vectors, scaled by the page.
fn svg(signature: &Value) -> Option<String> {
    let number = |field: &str| signature.get(field)?.as_u64();
    let (width, height) = (number("width")?.max(1), number("height")?.max(1));
    let mut path = String::new();
    for stroke in signature.get("strokes")?.as_array()? {
        let mut points = stroke.as_array()?.iter().filter_map(|point| {
            let [x, y] = point.as_array()?.as_slice() else { return None };
            Some((x.as_u64()?, y.as_u64()?))
        });
        let Some((x, y)) = points.next() else { continue };
        // Writing to a String cannot fail.
        write!(path, "M{x} {y}").unwrap_or_default();
        let mut is_dot = true;
        for (x, y) in points {
            is_dot = false;
            write!(path, "L{x} {y}").unwrap_or_default();
        }
        if is_dot {
            path.push_str("l1 0");
        }
    }
    let pen = (width.max(height) / 120).max(1);
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\
         <path d=\"{path}\" fill=\"none\" stroke=\"#12303b\" stroke-width=\"{pen}\" stroke-linecap=\"round\" \
         stroke-linejoin=\"round\"/></svg>"
    ))
}
