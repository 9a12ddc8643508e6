//! Finding the signatures of a file and what each covers.

use std::ops::Range;

use jiff::Timestamp;
use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, LoadOptions, ObjectId, decode_text_string};

use crate::register::verify::Fault;
use crate::register::verify::scan;
use crate::register::verify::weight;
use crate::register::verify::{LONGEST_REASON, MOST_SIGNATURES};

/// Largest size of any stream that is unpacked while reading the structure, in bytes.
const LARGEST_STREAM: usize = 16 * 1024 * 1024;

/// A signature as it stands in the file.
#[derive(Debug)]
pub(super) struct Found {
    /// The bytes it does not cover: its own hexadecimal string.
    pub gap: Range<usize>,
    /// Where what it covers ends.
    pub end: usize,
    /// When it was made, by the signer's clock.
    pub at: Timestamp,
    /// What it was made for, as it says itself.
    pub reason: String,
    /// The string's bytes, padding included.
    pub contents: Vec<u8>,
}

/// Reads the structure of a file, without repairing anything.
pub(super) fn open(bytes: &[u8]) -> Result<Document, Fault> {
    if !bytes.starts_with(b"%PDF-") {
        return Err(Fault::Unreadable("no PDF header".to_owned()));
    }
    weight::weigh(bytes)?;
    let options = LoadOptions { strict: true, max_decompressed_size: Some(LARGEST_STREAM), ..LoadOptions::default() };
    let document =
        Document::load_mem_with_options(bytes, options).map_err(|error| Fault::Unreadable(error.to_string()))?;
    if document.is_encrypted() {
        return Err(Fault::Unreadable("it is encrypted".to_owned()));
    }
    Ok(document)
}

/// The signatures of a file, the first one first.
pub(super) fn signatures(bytes: &[u8], document: &Document) -> Result<Vec<Found>, Fault> {
    let fields = signature_fields(document).ok_or(Fault::Unsigned)?;
    if fields.is_empty() {
        return Err(Fault::Unsigned);
    }
    if fields.len() > MOST_SIGNATURES {
        return Err(Fault::Coverage("too many signatures"));
    }
    let mut found = fields.into_iter().map(|id| read(bytes, document, id)).collect::<Result<Vec<_>, _>>()?;
    found.sort_by_key(|signature| signature.end);
    if found.windows(2).any(|pair| pair[0].end == pair[1].end) {
        return Err(Fault::Coverage("two signatures cover the same bytes"));
    }
    Ok(found)
}

/// The signature dictionaries that the form's fields name.
fn signature_fields(document: &Document) -> Option<Vec<ObjectId>> {
    let form = document.catalog().ok()?.get_deref(b"AcroForm", document).ok()?.as_dict().ok()?;
    let fields = form.get_deref(b"Fields", document).ok()?.as_array().ok()?;
    Some(
        fields
            .iter()
            .filter_map(|field| document.dereference(field).ok()?.1.as_dict().ok())
            .filter(|field| field.get(b"FT").and_then(|kind| kind.as_name()).is_ok_and(|kind| kind == b"Sig"))
            .filter_map(|field| field.get(b"V").ok()?.as_reference().ok())
            .collect(),
    )
}

/// Reads a signature straight from the file's bytes.
fn read(bytes: &[u8], document: &Document, id: ObjectId) -> Result<Found, Fault> {
    let Some(XrefEntry::Normal { offset, .. }) = document.reference_table.get(id.0) else {
        return Err(Fault::Signature("the signature is not written plainly"));
    };
    let at = usize::try_from(*offset).unwrap_or(usize::MAX);
    let entries = scan::dictionary_at(bytes, at, id).ok_or(Fault::Signature("the signature is not written plainly"))?;
    let span = |key: &[u8]| entries.iter().find(|(name, _)| name == key).map(|(_, span)| span.clone());
    let value = |key: &[u8]| span(key).map(|span| &bytes[span]);
    if value(b"SubFilter") != Some(b"/ETSI.CAdES.detached") {
        return Err(Fault::Signature("it is of another kind"));
    }
    let gap = span(b"Contents").ok_or(Fault::Signature("it is empty"))?;
    let contents = scan::hexadecimal(&bytes[gap.clone()]).ok_or(Fault::Signature("it is not plain hexadecimal"))?;
    let range = value(b"ByteRange").and_then(scan::integers).ok_or(Fault::Coverage("no byte range"))?;
    let range: Vec<usize> = range.into_iter().filter_map(|number| usize::try_from(number).ok()).collect();
    let [start, first, second, length] = range[..] else { return Err(Fault::Coverage("the byte range is malformed")) };
    if start != 0 || first != gap.start || second != gap.end {
        return Err(Fault::Coverage("the byte range leaves out more than the signature itself"));
    }
    let end = second.checked_add(length).ok_or(Fault::Coverage("the byte range is malformed"))?;
    if end > bytes.len() {
        return Err(Fault::Coverage("the file has been cut off"));
    }
    let signature = document.get_dictionary(id).ok();
    let at = signature.and_then(moment).ok_or(Fault::Signature("it does not say when it was made"))?;
    let reason = signature.and_then(reason).unwrap_or_default();
    Ok(Found { gap, end, at, reason, contents })
}

/// What the signature says it was made for: a stranger's text, so no longer than a line and without tricks.
fn reason(signature: &Dictionary) -> Option<String> {
    let text = decode_text_string(signature.get(b"Reason").ok()?).ok()?;
    let turns_around =
        |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_plain = |letter: &char| !letter.is_control() && !turns_around(*letter);
    Some(text.chars().filter(is_plain).take(LONGEST_REASON).collect())
}

/// When the signature says it was made: `D:20261123120000Z` or with an offset.
fn moment(signature: &Dictionary) -> Option<Timestamp> {
    let text = std::str::from_utf8(signature.get(b"M").ok()?.as_str().ok()?).ok()?;
    let text = text.strip_prefix("D:")?;
    let (digits, offset) = text.split_at_checked(14)?;
    let offset = match offset.trim_end_matches('\'') {
        "" | "Z" => "Z".to_owned(),
        offset => offset.replace('\'', ":"),
    };
    let part = |range: Range<usize>| digits.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    format!(
        "{}-{}-{}T{}:{}:{}{offset}",
        part(0..4)?,
        part(4..6)?,
        part(6..8)?,
        part(8..10)?,
        part(10..12)?,
        part(12..14)?
    )
    .parse()
    .ok()
}
