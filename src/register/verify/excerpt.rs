//! Reading no more of a file than what leads to its signatures and attachments.
//!
//! A register of hundreds of people has thousands of objects, and nearly all of them belong to its pages. Where one
//! signature covers the whole file, what the pages are made of is the signer's affair: its bytes are checked, its
//! structure need not be read.

use std::collections::BTreeSet;
use std::io::Write as _;

use lopdf::{Document, Object, ObjectId};

use crate::register::verify::pdf;
use crate::register::verify::scan;
use crate::register::verify::scan::{TABLE_ENTRY, TableSection};

/// Most objects that are read.
const MOST_OBJECTS: usize = 256;
/// Most updates that are followed.
const MOST_SECTIONS: usize = 32;
/// What leads back from a form's field to the page that it stands on, or to the field above it.
const LEADING_BACK: [&[u8]; 2] = [b"P", b"Parent"];

/// The file with only those objects read that lead to signatures and attachments.
///
/// `None` when it is not written plainly: it may still be a good file, and must then be read as a whole.
pub(super) fn open(bytes: &[u8]) -> Option<Document> {
    let table = Table::read(bytes)?;
    let mut wanted = BTreeSet::from([table.root]);
    let mut file = Vec::with_capacity(bytes.len() + 4096);
    file.extend_from_slice(bytes);
    loop {
        file.truncate(bytes.len());
        table.name_only(&wanted, &mut file)?;
        let document = pdf::open(&file).ok()?;
        let missing = missing(&document)?;
        if missing.is_empty() {
            return Some(document);
        }
        // What is missing although it was wanted is not there, or is not what the table says.
        let before = wanted.len();
        wanted.extend(missing);
        if wanted.len() == before || wanted.len() > MOST_OBJECTS {
            return None;
        }
    }
}

/// The table of a file's objects, the newest section first.
struct Table<'a> {
    sections: Vec<TableSection<'a>>,
    root: ObjectId,
}

impl<'a> Table<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut at = scan::last_table(bytes)?;
        let mut sections = Vec::new();
        let mut root = None;
        loop {
            let section = scan::table_at(bytes, at)?;
            let value = |key: &[u8]| {
                let (_, span) = section.trailer.iter().find(|(name, _)| name == key)?;
                Some(&bytes[span.clone()])
            };
            if value(b"Encrypt").is_some() || value(b"XRefStm").is_some() {
                return None;
            }
            if sections.is_empty() {
                root = value(b"Root").and_then(scan::reference);
            }
            let earlier = value(b"Prev").map(|prev| std::str::from_utf8(prev).ok()?.parse::<usize>().ok());
            sections.push(section);
            match earlier {
                None => return Some(Self { sections, root: root? }),
                // Updates are appended: a circle is no plain file.
                Some(earlier) => at = earlier.filter(|earlier| *earlier < at && sections.len() < MOST_SECTIONS)?,
            }
        }
    }

    /// The newest entry of an object, as it is written.
    fn entry(&self, id: ObjectId) -> Option<&'a [u8]> {
        let runs = self.sections.iter().flat_map(|section| &section.runs);
        let entry = runs.filter_map(|(first, entries)| {
            let at = usize::try_from(id.0.checked_sub(*first)?).ok()?.checked_mul(TABLE_ENTRY)?;
            entries.get(at..)?.get(..TABLE_ENTRY)
        });
        entry.into_iter().next()
    }

    /// Appends a table that knows these objects and no other. What is not there is left out.
    fn name_only(&self, wanted: &BTreeSet<ObjectId>, file: &mut Vec<u8>) -> Option<()> {
        let end = file.len();
        file.extend_from_slice(b"\nxref\n");
        for id in wanted {
            if let Some(entry) = self.entry(*id) {
                writeln!(file, "{} 1", id.0).ok()?;
                file.extend_from_slice(entry);
            }
        }
        let size = wanted.last()?.0.checked_add(1)?;
        let (number, generation) = self.root;
        let start = end + 1;
        write!(file, "trailer\n<</Size {size}/Root {number} {generation} R>>\nstartxref\n{start}\n%%EOF\n").ok()
    }
}

/// The objects that lead to signatures and attachments and have not been read yet.
fn missing(document: &Document) -> Option<BTreeSet<ObjectId>> {
    let mut way = Way { document, seen: BTreeSet::new(), missing: BTreeSet::new() };
    let catalog = document.catalog().ok()?;
    if let Ok(form) = catalog.get(b"AcroForm") {
        way.follow(form);
    }
    match catalog.get(b"Names") {
        // Names of places on pages may be many, and lead nowhere that matters here.
        Ok(names) => match document.dereference(names) {
            Ok((_, Object::Dictionary(names))) => {
                if let Ok(files) = names.get(b"EmbeddedFiles") {
                    way.follow(files);
                }
            }
            _ => way.follow(names),
        },
        Err(_absent) => {}
    }
    Some(way.missing)
}

struct Way<'a> {
    document: &'a Document,
    seen: BTreeSet<ObjectId>,
    missing: BTreeSet<ObjectId>,
}

impl Way<'_> {
    fn follow(&mut self, object: &Object) {
        match object {
            Object::Reference(id) if self.seen.insert(*id) => match self.document.objects.get(id) {
                Some(object) => self.follow(object),
                None => {
                    self.missing.insert(*id);
                }
            },
            Object::Array(items) => items.iter().for_each(|item| self.follow(item)),
            Object::Dictionary(dictionary) => self.follow_entries(dictionary),
            Object::Stream(stream) => self.follow_entries(&stream.dict),
            _ => {}
        }
    }

    fn follow_entries(&mut self, dictionary: &lopdf::Dictionary) {
        let entries = dictionary.iter().filter(|(key, _)| !LEADING_BACK.contains(&key.as_slice()));
        entries.for_each(|(_, value)| self.follow(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGISTER: &[u8] = include_bytes!("../../../tests/fixtures/registers/version-1.pdf");

    #[test]
    fn an_excerpt_holds_signatures_and_attachments_as_the_whole_file_does() {
        let whole = pdf::open(REGISTER).unwrap();
        let excerpt = open(REGISTER).unwrap();
        assert!(excerpt.objects.len() < 30, "{} of {} objects", excerpt.objects.len(), whole.objects.len());
        assert!(excerpt.objects.iter().all(|(id, object)| whole.objects.get(id) == Some(object)));
        let found = |document| format!("{:?}", pdf::signatures(REGISTER, document).unwrap());
        assert_eq!(found(&excerpt), found(&whole));
        let read = |document| crate::register::verify::data::attachments(document).unwrap();
        assert_eq!(read(&excerpt), read(&whole));
        assert_eq!(read(&whole).len(), 2);
    }

    #[test]
    fn what_is_not_written_plainly_is_left_to_the_reader_of_whole_files() {
        assert!(open(b"").is_none());
        assert!(open(&REGISTER[..REGISTER.len() - 40]).is_none());
        assert!(open(&[REGISTER, b"more"].concat()).is_none());
        let mut encrypted = REGISTER.to_vec();
        let trailer = encrypted.windows(7).rposition(|word| word == b"trailer").unwrap();
        let size = trailer + encrypted[trailer..].windows(5).position(|word| word == b"/Info").unwrap();
        encrypted.splice(size..size, b"/Encrypt 1 0 R".iter().copied());
        assert!(open(&encrypted).is_none());
    }
}
