//! The incremental update that carries a signature.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, StringFormat};
use ring::digest::{Context, SHA256};

use crate::register::sign::cms;
use crate::register::sign::{SignError, Signer, Statement};

/// Bytes kept for the signature with its certificates.
const ROOM: usize = 16 * 1024;
/// Holds the place of an offset until it is known.
const LATER: i64 = 1_111_111_111;

/// Signs `pdf`: the first signature states that only further signatures may follow, later ones are
/// countersignatures over everything before them.
///
/// # Errors
/// When the file cannot be extended or the signer does not sign.
pub fn sign(pdf: &[u8], signer: &dyn Signer, statement: &Statement) -> Result<Vec<u8>, SignError> {
    let broken = |error: lopdf::Error| SignError::Document(error.to_string());
    let document = Document::load_mem(pdf).map_err(broken)?;
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    extend(&mut update, statement).map_err(broken)?;
    let mut bytes = Vec::with_capacity(pdf.len() + 3 * ROOM);
    update.save_to(&mut bytes).map_err(|error| SignError::Document(error.to_string()))?;
    // Without it a countersignature would begin on the line of `%%EOF`, which PDF/A forbids.
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n');
    }
    fill(&mut bytes, pdf.len(), signer)?;
    Ok(bytes)
}

/// Adds signature, widget and form to the update.
fn extend(update: &mut IncrementalDocument, statement: &Statement) -> lopdf::Result<()> {
    let previous = update.get_prev_documents();
    let root = previous.trailer.get(b"Root")?.as_reference()?;
    let mut catalog = previous.get_dictionary(root)?.clone();
    let page = previous.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let mut page_dictionary = previous.get_dictionary(page)?.clone();
    let mut form = match catalog.get(b"AcroForm") {
        Ok(form) => previous.dereference(form)?.1.as_dict()?.clone(),
        Err(_) => Dictionary::new(),
    };
    let mut fields = array(previous, &form, b"Fields")?;
    let mut annotations = array(previous, &page_dictionary, b"Annots")?;
    let is_first = fields.is_empty();

    let new = &mut update.new_document;
    let signature = new.add_object(signature(statement, is_first));
    let widget = new.add_object(widget(fields.len() + 1, signature, page));
    fields.push(widget.into());
    annotations.push(widget.into());
    form.set("Fields", fields);
    form.set("SigFlags", 3);
    catalog.set("AcroForm", form);
    if is_first {
        let mut permissions = Dictionary::new();
        permissions.set("DocMDP", signature);
        catalog.set("Perms", permissions);
        let mut level = Dictionary::new();
        level.set("BaseVersion", name("1.7"));
        level.set("ExtensionLevel", 2);
        let mut extensions = Dictionary::new();
        extensions.set("ESIC", level);
        catalog.set("Extensions", extensions);
    }
    page_dictionary.set("Annots", annotations);
    new.set_object(root, catalog);
    new.set_object(page, page_dictionary);
    Ok(())
}

/// The array under `key`, followed through a reference; empty when there is none.
fn array(document: &Document, dictionary: &Dictionary, key: &[u8]) -> lopdf::Result<Vec<Object>> {
    match dictionary.get(key) {
        Ok(found) => Ok(document.dereference(found)?.1.as_array()?.clone()),
        Err(_) => Ok(Vec::new()),
    }
}

/// The signature dictionary with room for what is not known yet.
fn signature(statement: &Statement, is_first: bool) -> Dictionary {
    let Statement { name: signer, reason, place, at } = statement;
    let mut dictionary = Dictionary::new();
    dictionary.set("Type", name("Sig"));
    dictionary.set("Filter", name("Adobe.PPKLite"));
    dictionary.set("SubFilter", name("ETSI.CAdES.detached"));
    dictionary.set("ByteRange", vec![0.into(), LATER.into(), LATER.into(), LATER.into()]);
    dictionary.set("M", Object::string_literal(at.strftime("D:%Y%m%d%H%M%SZ").to_string()));
    dictionary.set("Name", text(signer));
    dictionary.set("Reason", text(reason));
    if !place.is_empty() {
        dictionary.set("Location", text(place));
    }
    if is_first {
        let mut rules = Dictionary::new();
        rules.set("Type", name("TransformParams"));
        rules.set("P", 2);
        rules.set("V", name("1.2"));
        let mut reference = Dictionary::new();
        reference.set("Type", name("SigRef"));
        reference.set("TransformMethod", name("DocMDP"));
        reference.set("TransformParams", rules);
        dictionary.set("Reference", vec![Object::Dictionary(reference)]);
    }
    dictionary.set("Contents", Object::String(vec![0; ROOM], StringFormat::Hexadecimal));
    dictionary
}

/// The field and its invisible widget.
fn widget(number: usize, signature: ObjectId, page: ObjectId) -> Dictionary {
    let mut widget = Dictionary::new();
    widget.set("Type", name("Annot"));
    widget.set("Subtype", name("Widget"));
    widget.set("FT", name("Sig"));
    widget.set("T", Object::string_literal(format!("Signature{number}")));
    widget.set("TU", Object::string_literal(format!("Signature {number}")));
    widget.set("V", signature);
    widget.set("P", page);
    widget.set("Rect", vec![0.into(), 0.into(), 0.into(), 0.into()]);
    // Print and locked.
    widget.set("F", 132);
    widget
}

/// Fixes the byte range, signs what it covers, and puts the signature into its place.
fn fill(bytes: &mut [u8], from: usize, signer: &dyn Signer) -> Result<(), SignError> {
    let lost = |what: &str| SignError::Document(format!("{what} was not written"));
    let zeros = {
        let mut pattern = vec![b'<'];
        pattern.extend(vec![b'0'; 2 * ROOM]);
        pattern.push(b'>');
        pattern
    };
    let start = find(bytes, from, &zeros).ok_or_else(|| lost("the place of the signature"))?;
    let end = start + zeros.len();
    let placeholder = format!("[0 {LATER} {LATER} {LATER}]");
    let range_at = find(bytes, from, placeholder.as_bytes()).ok_or_else(|| lost("the byte range"))?;
    let range = format!("[0 {start} {end} {}]", bytes.len() - end);
    let range = format!("{range:width$}", width = placeholder.len());
    bytes[range_at..range_at + range.len()].copy_from_slice(range.as_bytes());

    let mut covered = Context::new(&SHA256);
    covered.update(&bytes[..start]);
    covered.update(&bytes[end..]);
    let signature = cms::signature(signer, covered.finish().as_ref())?;
    if signature.len() > ROOM {
        return Err(SignError::TooLarge(signature.len()));
    }
    let written = crate::register::facts::hex(&signature);
    bytes[start + 1..start + 1 + written.len()].copy_from_slice(written.as_bytes());
    Ok(())
}

/// Where `pattern` first stands at or after `from`.
fn find(bytes: &[u8], from: usize, pattern: &[u8]) -> Option<usize> {
    bytes.get(from..)?.windows(pattern.len()).position(|window| window == pattern).map(|at| at + from)
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A text string: UTF-16 with its mark where it is not plain ASCII.
fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
