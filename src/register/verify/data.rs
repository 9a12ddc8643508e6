//! The attached data: read from the same bytes, checked within itself and against the pages.

use std::collections::BTreeMap;

use lopdf::{Document, Object};

use crate::paper;
use crate::register::facts::{CreditedTheme, Facts, FormError, Journal, Redaction, Row, row_digest};
use crate::register::table;
use crate::register::trust::Fingerprint;
use crate::register::verify::both;
use crate::register::verify::changes::beside_signature;
use crate::register::verify::pdf;
use crate::register::{CSV_NAME, JSON_NAME};

/// Largest attachment that is unpacked, in bytes.
const LARGEST_ATTACHMENT: usize = 32 * 1024 * 1024;
/// Most attachments that are looked at.
const MOST_ATTACHMENTS: usize = 8;
/// Most participants whose pages are set again.
const MOST_ROWS: usize = 3_000;
/// Rows that one thread checks sooner than two.
const FEW_ROWS: usize = 64;
/// Longest text of a row whose pages are set again, in bytes; the sign-in allows far less.
const LONGEST_TEXT: usize = 4_000;
/// Most points of signatures whose pages are set again.
const MOST_POINTS: usize = 4_000_000;

/// Whether the attached data agrees with itself and with the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DataCheck {
    /// The pages, set again from the data, are these pages byte for byte.
    Same,
    /// The data agrees with itself; the pages were not compared.
    NotCompared(NotCompared),
    /// Something does not agree.
    Differs(Vec<Difference>),
    /// There is no data, or it cannot be read.
    Unreadable(String),
    /// The data is of a newer form than this program knows.
    Newer(u32),
}

/// Why pages were not compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCompared {
    /// It was not asked for.
    NotAsked,
    /// Another version of the program set them.
    OtherVersion(String),
    /// There are too many rows.
    TooLarge,
    /// The file is not intact, so there is nothing to rely on.
    NotIntact,
}

/// What does not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The pages say something else than the data.
    Pages,
    /// The attached table says something else than the data.
    Table,
    /// A row is not the one its signature was drawn for.
    Row(u32),
    /// Two rows have the same number.
    Twice(u32),
    /// The first signature is not that of whom the register names as its redactor.
    Redactor,
    /// A row credits a theme that the course does not have in that revision.
    Credit(u32),
    /// The journal here is another one than the register names.
    Journal,
}

impl DataCheck {
    /// Whether nothing speaks against the data.
    pub fn is_fine(&self) -> bool {
        match self {
            Self::Same => true,
            Self::NotCompared(reason) => !matches!(reason, NotCompared::NotIntact),
            Self::Differs(_) | Self::Unreadable(_) | Self::Newer(_) => false,
        }
    }
}

/// The attached data, read and checked within itself.
pub(super) struct Read {
    json: Vec<u8>,
    csv: Vec<u8>,
    facts: Box<Facts>,
    differences: Vec<Difference>,
}

/// Reads the attached data; else why it cannot be.
pub(super) fn read(document: &Document) -> Result<Read, DataCheck> {
    let mut found = attachments(document).unwrap_or_default();
    let (Some(json), Some(csv)) = (found.remove(JSON_NAME), found.remove(CSV_NAME)) else {
        return Err(DataCheck::Unreadable(JSON_NAME.to_owned()));
    };
    let facts = match Facts::from_json(&json) {
        Ok(facts) => Box::new(facts),
        Err(FormError::Version(version)) => return Err(DataCheck::Newer(version)),
        Err(FormError::NotARegister(reason)) => return Err(DataCheck::Unreadable(reason)),
    };
    let differences = within(&facts);
    Ok(Read { json, csv, facts, differences })
}

/// Checks the attached data against the pages and the journal. `first_revision` is what the first signature covers,
/// when the file is intact.
pub(super) fn check(
    read: Result<Read, DataCheck>,
    first_revision: Option<&[u8]>,
    render: bool,
    journal: Option<&Journal>,
    signer: Option<&Fingerprint>,
) -> (DataCheck, Option<Box<Facts>>) {
    let Read { json, csv, facts, mut differences } = match read {
        Ok(read) => read,
        Err(why) => return (why, None),
    };
    if journal.is_some_and(|journal| *journal != facts.journal) {
        differences.push(Difference::Journal);
    }
    let is_redactor = |redaction: &Redaction| signer.is_some_and(|signer| signer.0 == redaction.fingerprint);
    if first_revision.is_some() && !facts.redaction().is_none_or(is_redactor) {
        differences.push(Difference::Redactor);
    }
    let compared = match first_revision {
        None => Some(NotCompared::NotIntact),
        Some(_) if !render => Some(NotCompared::NotAsked),
        Some(_) if !facts.made_by.renders_equally() => Some(NotCompared::OtherVersion(facts.made_by.program.clone())),
        Some(_) if is_too_large(&facts) => Some(NotCompared::TooLarge),
        Some(revision) => {
            if table::csv(&facts) != csv {
                differences.push(Difference::Table);
            }
            if !pages_agree(&facts, &json, &csv, revision) {
                differences.push(Difference::Pages);
            }
            None
        }
    };
    let check = match compared {
        _ if !differences.is_empty() => DataCheck::Differs(differences),
        Some(reason) => DataCheck::NotCompared(reason),
        None => DataCheck::Same,
    };
    (check, Some(facts))
}

/// Whether the pages, set again, are the beginning of the signed file, with one signature behind them.
fn pages_agree(facts: &Facts, json: &[u8], csv: &[u8], revision: &[u8]) -> bool {
    let Ok(pages) = paper::register_pdf(&paper::Register { json, csv, lang: facts.lang() }) else { return false };
    if !revision.starts_with(&pages) {
        return false;
    }
    match (pdf::open(&pages), pdf::open(revision)) {
        (Ok(before), Ok(after)) => beside_signature(&before, &after).is_empty(),
        _ => false,
    }
}

/// What the data says against itself.
fn within(facts: &Facts) -> Vec<Difference> {
    let rows = &facts.participants[..];
    let (first, second) = rows.split_at(if rows.len() < FEW_ROWS { rows.len() } else { rows.len() / 2 });
    let bound =
        |rows: &[Row]| -> Vec<bool> { rows.iter().map(|row| row_digest(&facts.session, row) == row.digest).collect() };
    let (mut are_bound, others) =
        if second.is_empty() { (bound(first), Vec::new()) } else { both("rows", || bound(first), || bound(second)) };
    are_bound.extend(others);
    // An erased row does not stand.
    let mut seen = facts.erased_rows();
    let mut differences = Vec::new();
    for (row, is_bound) in rows.iter().zip(are_bound) {
        if !seen.insert(row.number) {
            differences.push(Difference::Twice(row.number));
        }
        if !is_bound {
            differences.push(Difference::Row(row.number));
        }
        let is_known = |credited: &CreditedTheme| {
            facts.themes.iter().any(|theme| theme.id == credited.theme && theme.revision == credited.revision)
        };
        if !row.themes_credited.iter().all(is_known) {
            differences.push(Difference::Credit(row.number));
        }
    }
    differences
}

/// Whether setting the pages again would take longer than a stranger's file deserves.
fn is_too_large(facts: &Facts) -> bool {
    let texts = facts.participants.iter().flat_map(|row| [&row.name, &row.company, &row.role]);
    let texts = texts.chain(facts.corrections.iter().map(|correction| &correction.reason));
    let credits = facts.participants.iter().flat_map(|row| &row.themes_credited);
    let grounds = facts.ground.iter().chain(credits.map(|credited| &credited.ground));
    let texts = texts.chain(grounds.flat_map(|ground| [&ground.name, &ground.signer]));
    let former = facts.redactions.iter().flat_map(|redaction| &redaction.signed_by);
    let texts = texts.chain(former.clone().flat_map(|signer| [&signer.name, &signer.organisation]));
    let texts = texts.chain(facts.redactions.iter().flat_map(|redaction| [&redaction.by, &redaction.organisation]));
    if texts.map(String::len).any(|length| length > LONGEST_TEXT) {
        return true;
    }
    let points = facts.participants.iter().flat_map(|row| std::iter::once(&row.signature).chain(&row.signature_out));
    let points: usize = points.flat_map(|signature| &signature.strokes).map(Vec::len).sum();
    let erased: usize = facts.redactions.iter().map(|redaction| redaction.rows.len()).sum();
    facts.participants.len() + erased + former.count() + facts.redactions.len() > MOST_ROWS || points > MOST_POINTS
}

/// The attachments by name; `None` when one stands twice, is too large or cannot be read.
pub(super) fn attachments(document: &Document) -> Option<BTreeMap<String, Vec<u8>>> {
    let names = document.catalog().ok()?.get_deref(b"Names", document).ok()?.as_dict().ok()?;
    let tree = names.get_deref(b"EmbeddedFiles", document).ok()?.as_dict().ok()?;
    let mut specifications = Vec::new();
    leaves(document, tree, 0, &mut specifications)?;
    let mut found = BTreeMap::new();
    for specification in specifications {
        let specification = document.dereference(specification).ok()?.1.as_dict().ok()?;
        let name = String::from_utf8(specification.get(b"F").ok()?.as_str().ok()?.to_vec()).ok()?;
        let files = specification.get_deref(b"EF", document).ok()?.as_dict().ok()?;
        let stream = files.get_deref(b"F", document).ok()?.as_stream().ok()?;
        let content = if stream.dict.has(b"Filter") {
            stream.decompressed_content_with_limit(LARGEST_ATTACHMENT).ok()?
        } else {
            stream.content.clone()
        };
        if found.insert(name, content).is_some() {
            return None;
        }
    }
    Some(found)
}

/// The file specifications of a name tree.
fn leaves<'a>(
    document: &'a Document,
    node: &'a lopdf::Dictionary,
    depth: usize,
    found: &mut Vec<&'a Object>,
) -> Option<()> {
    if depth > 4 {
        return None;
    }
    if let Ok(names) = node.get_deref(b"Names", document).and_then(Object::as_array) {
        found.extend(names.iter().skip(1).step_by(2));
    }
    if let Ok(kids) = node.get_deref(b"Kids", document).and_then(Object::as_array) {
        for kid in kids.iter().take(MOST_ATTACHMENTS) {
            leaves(document, document.dereference(kid).ok()?.1.as_dict().ok()?, depth + 1, found)?;
        }
    }
    (found.len() <= MOST_ATTACHMENTS).then_some(())
}
