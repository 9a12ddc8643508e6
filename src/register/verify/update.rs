//! Whether an update is written so plainly that every reader must see the same in it.
//!
//! What an update changes is told by comparing what one reader made of the file before and after. Another reader might
//! make something else of the same bytes: of a key that stands twice, of an object that the table sends elsewhere, of
//! one it does not name, or of one it calls deleted. Here nothing is compared; whatever leaves a choice is refused.

use std::collections::BTreeMap;

use crate::register::verify::scan;
use crate::register::verify::scan::{Scan, TABLE_ENTRY};

/// Most objects of an update: signature, field, page, catalogue, form, and some to spare.
const MOST_OBJECTS: usize = 16;
/// The keys that the end of an update may have.
const TRAILER: [&[u8]; 5] = [b"Size", b"Root", b"Info", b"ID", b"Prev"];

/// Whether the bytes from `from` to `to` are one plain update of the file before them: dictionaries one after another,
/// a table that names each of them where it stands and nothing else, and the way back to the table before.
pub(super) fn is_plain(bytes: &[u8], from: usize, to: usize) -> bool {
    read(bytes, from, to).is_some()
}

fn read(bytes: &[u8], from: usize, to: usize) -> Option<()> {
    let before = scan::last_table(bytes.get(..from)?)?;
    let mut scan = Scan::without_comments(bytes.get(..to)?, from);
    let mut objects = BTreeMap::new();
    scan.space();
    while !scan.rest().starts_with(b"xref") {
        let at = scan.at;
        let id = (u32::try_from(scan.integer()?).ok()?, u16::try_from(scan.integer()?).ok()?);
        scan.space();
        scan.expect(b"obj")?;
        scan.dictionary()?;
        scan.space();
        scan.expect(b"endobj")?;
        scan.space();
        // An object that stands twice has two meanings.
        if objects.insert(id.0, (at, id.1)).is_some() || objects.len() > MOST_OBJECTS {
            return None;
        }
    }
    let table = scan.at;
    // What follows the table is read by the same rules, as far as the table's own reader goes.
    let section = scan::table_at(&bytes[..to], table)?;
    for (first, entries) in &section.runs {
        for (number, entry) in (*first..).zip(entries.chunks(TABLE_ENTRY)) {
            let is_head = number == 0 && entry.starts_with(b"0000000000 65535 f");
            if !is_head {
                let (at, generation) = objects.remove(&number)?;
                (entry.get(..18)? == format!("{at:010} {generation:05} n").as_bytes()).then_some(())?;
            }
        }
    }
    let value = |key: &[u8]| section.trailer.iter().find(|(name, _)| name == key).map(|(_, span)| &bytes[span.clone()]);
    let names_table_before = value(b"Prev") == Some(before.to_string().as_bytes());
    let is_known = section.trailer.iter().all(|(key, _)| TRAILER.contains(&key.as_slice()));
    let end = section.trailer_end;
    let is_ended = bytes[end..to].trim_ascii() == format!("startxref\n{table}\n%%EOF").as_bytes();
    (objects.is_empty() && names_table_before && is_known && is_ended).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGISTER: &[u8] = include_bytes!("../../../tests/fixtures/registers/version-1.pdf");

    fn find(bytes: &[u8], word: &str) -> usize {
        bytes.windows(word.len()).rposition(|window| window == word.as_bytes()).unwrap()
    }

    /// Where the update that carries the signature begins.
    fn start() -> usize {
        let end = find(&REGISTER[..REGISTER.len() - 10], "%%EOF");
        end + 6
    }

    /// Whether the update is still plain with `from` replaced by `to`, the table's place told anew.
    fn plain_with(from: &str, to: &str) -> bool {
        let at = find(REGISTER, from);
        assert!(at > start(), "{from}");
        let mut bytes = [&REGISTER[..at], to.as_bytes(), &REGISTER[at + from.len()..]].concat();
        let table = find(&bytes, "\nxref") + 1;
        let told = find(&bytes, "startxref\n") + 10;
        bytes.truncate(told);
        bytes.extend(format!("{table}\n%%EOF\n").into_bytes());
        is_plain(&bytes, start(), bytes.len())
    }

    #[test]
    fn an_update_with_one_signature_is_plain() {
        assert!(is_plain(REGISTER, start(), REGISTER.len()));
        assert!(plain_with("/F 132", "/F 132"));
        assert!(plain_with("/F 132", "/F 999"));
    }

    #[test]
    fn whatever_leaves_readers_a_choice_is_not_plain() {
        for (from, to) in [
            // A key twice, at any depth, or written in two ways.
            ("/F 132", "/F 1/F 2"),
            ("/SigFlags 3", "/SigFlags 3/SigFlags 0"),
            ("/F 132", "/F 1/#46 2"),
            // Numbers that readers round in ways of their own.
            ("[0 0 0 0]", "[0 0 0 --9]"),
            ("[0 0 0 0]", "[0 0 0 1e9]"),
            // Comments, and what lies between objects.
            ("/F 132", "/F 1%\r/F 2\n"),
            ("endobj\nxref", "endobj\n%x\nxref"),
            ("endobj\nxref", "endobj\n999 0 obj\n<<>>\nendobj\nxref"),
            // A stream, which may hold anything.
            (">>\nendobj\nxref", ">>\nstream\nendstream\nendobj\nxref"),
            // Tables that delete objects, send them elsewhere, or leave one out.
            ("0 1\n0000000000 65535 f \n", "0 2\n0000000000 65535 f \n0000000000 00001 f \n"),
            ("0000107707 00000 n", "0000074556 00000 n"),
            ("0000107707 00000 n", "0000107707 00001 n"),
            ("0000107707 00000 n", "0000107707 00000 f"),
            // Another way back, or more to say at the end.
            ("/Prev 68457", "/Prev 68458"),
            ("/Prev 68457", ""),
            ("/Prev 68457", "/Prev 68457/XRefStm 9"),
        ] {
            assert!(!plain_with(from, to), "{from} as {to}");
        }
        let behind = [REGISTER, b"\n1 0 obj\n<<>>\nendobj\n"].concat();
        assert!(!is_plain(&behind, start(), behind.len()));
    }
}
