//! On which page of a register each row stands: whoever shows the register to somebody need not search.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, decode_text_string};

/// Largest size of any stream that is unpacked, in bytes.
const LARGEST_STREAM: usize = 16 * 1024 * 1024;

/// The page of each row by its number, both from 1; what cannot be told is left out. The file must have been verified:
/// nothing is checked here.
///
/// The pages name every drawn signature with its row for screen readers, in the tree of what stands where.
pub fn row_pages(register: &[u8]) -> BTreeMap<u32, u32> {
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_STREAM), ..LoadOptions::default() };
    let Ok(document) = Document::load_mem_with_options(register, options) else { return BTreeMap::new() };
    let numbers: BTreeMap<ObjectId, u32> = document.get_pages().into_iter().map(|(number, id)| (id, number)).collect();
    let mut pages = BTreeMap::new();
    for object in document.objects.values() {
        let Ok(element) = object.as_dict() else { continue };
        let Some((row, page)) = figure(&document, element) else { continue };
        if let Some(number) = numbers.get(&page) {
            let first = pages.entry(row).or_insert(*number);
            *first = (*first).min(*number);
        }
    }
    pages
}

/// The row that a picture belongs to, and the page it stands on.
fn figure(document: &Document, element: &Dictionary) -> Option<(u32, ObjectId)> {
    let is_figure = element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == b"Figure");
    if !is_figure {
        return None;
    }
    let name = decode_text_string(element.get(b"Alt").ok()?).ok()?;
    // "Drawn signature at sign-in, row 12"; large numbers are written in groups.
    let digits: String = name.rsplit(',').next()?.chars().filter(char::is_ascii_digit).collect();
    let page = page_of(document, element, 0)?;
    Some((digits.parse().ok()?, page))
}

/// The page that an element names, or the first of what it holds.
fn page_of(document: &Document, element: &Dictionary, depth: u8) -> Option<ObjectId> {
    const DEEPEST: u8 = 4;
    if let Ok(page) = element.get(b"Pg").and_then(Object::as_reference) {
        return Some(page);
    }
    let kids = element.get(b"K").ok()?;
    let kids = match kids {
        Object::Array(kids) => kids.as_slice(),
        one => std::slice::from_ref(one),
    };
    kids.iter().take(16).filter(|_| depth < DEEPEST).find_map(|kid| {
        let kid = match kid {
            Object::Reference(id) => document.get_dictionary(*id).ok()?,
            other => other.as_dict().ok()?,
        };
        page_of(document, kid, depth + 1)
    })
}
