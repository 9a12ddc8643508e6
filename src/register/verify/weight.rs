//! What reading a file would cost, weighed before it is read: strangers' files may be made to fill the memory.
//!
//! The walk follows the reader's own way through the file: from the last cross-reference section back through the
//! others, then to every object they name. Objects may not overlap, so that all that is read is never more than the
//! file, and their parts are counted, since each takes many times its size once it is read.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::xref::{XrefEntry, decode_xref_stream_with_limit};
use lopdf::{Dictionary, Object, Stream};

use crate::register::verify::Fault;
use crate::register::verify::lexer::Lexer;
use crate::register::verify::lexer::Read;
use crate::register::verify::lexer::Value;
use crate::register::verify::scan;

/// Most cross-reference sections: one for each time something was added to the file.
const MOST_SECTIONS: usize = 64;
/// Most objects named by all sections, replaced ones included.
const MOST_OBJECTS: usize = 250_000;
/// Most names, numbers, texts and brackets of all objects.
const MOST_PARTS: usize = 2_000_000;
/// Most bytes of structure, once it is unpacked: all cross-reference and object streams together.
const MOST_UNPACKED: usize = 8 * 1024 * 1024;
/// Most bytes of an object that says no more than how long a stream is.
const LONGEST_LENGTH: usize = 64;
/// Where the end of a file is looked for, in bytes from its last.
const TAIL: usize = 1024;

/// Why a file is not read.
type Refusal = &'static str;
const TOO_MUCH: Refusal = "it holds more than any register does";
const MALFORMED: Refusal = "its structure is malformed";
const OVERLAP: Refusal = "its objects overlap";
const ENCRYPTED: Refusal = "it is encrypted";

/// Passes files whose reading costs no more than a large register's.
pub(super) fn weigh(bytes: &[u8]) -> Result<(), Fault> {
    Scale { bytes, places: Places::new(), named: 0, parts: 0, unpacked: 0 }
        .file()
        .map_err(|reason| Fault::Unreadable(reason.to_owned()))
}

/// A file, and what has been counted so far.
struct Scale<'a> {
    bytes: &'a [u8],
    places: Places,
    named: usize,
    parts: usize,
    unpacked: usize,
}

/// Where the newest version of each object stands; `None` when that is in an object stream or nowhere.
type Places = BTreeMap<u32, Option<usize>>;

impl Scale<'_> {
    fn file(mut self) -> Result<(), Refusal> {
        let mut sections = BTreeSet::new();
        let mut next = Some(last_section(self.bytes).ok_or(MALFORMED)?);
        while let Some(at) = next {
            // A way that leads in a circle ends there, as it does for the reader.
            if !sections.insert(at) {
                break;
            }
            if sections.len() > MOST_SECTIONS {
                return Err(TOO_MUCH);
            }
            let is_table = self.bytes.get(at..).ok_or(MALFORMED)?.starts_with(b"xref");
            next = if is_table { self.table(at)? } else { self.section_stream(at)? };
        }
        let named: Vec<usize> = self.places.values().copied().flatten().collect();
        let distinct: BTreeSet<usize> = named.iter().copied().collect();
        if distinct.len() < named.len() {
            return Err(OVERLAP);
        }
        let ends = distinct.iter().copied().skip(1).chain([self.bytes.len()]);
        for (at, end) in distinct.iter().copied().zip(ends) {
            self.object(at, end)?;
        }
        Ok(())
    }

    /// Notes what a section says of an object, unless a newer one has spoken of it.
    fn name(&mut self, id: u32, place: Option<usize>) -> Result<(), Refusal> {
        self.named += 1;
        self.places.entry(id).or_insert(place);
        if self.named > MOST_OBJECTS { Err(TOO_MUCH) } else { Ok(()) }
    }

    fn count(&mut self, read: &Read) -> Result<(), Refusal> {
        self.parts += read.parts;
        if self.parts > MOST_PARTS { Err(TOO_MUCH) } else { Ok(()) }
    }

    /// A cross-reference table with its trailer; gives the section before it.
    fn table(&mut self, at: usize) -> Result<Option<usize>, Refusal> {
        let mut lexer = Lexer::new(self.bytes, at + b"xref".len(), self.bytes.len());
        lexer.blanks();
        while !lexer.rest().starts_with(b"trailer") {
            let first = lexer.number().ok_or(MALFORMED)?;
            lexer.blanks();
            let count = lexer.number().ok_or(MALFORMED)?;
            lexer.line_end().ok_or(MALFORMED)?;
            for id in (0..count).map(|index| first.saturating_add(index)) {
                let (entry, _) = lexer.rest().split_at_checked(20).ok_or(MALFORMED)?;
                let place = entry_of_table(entry).ok_or(MALFORMED)?;
                self.name(u32::try_from(id).unwrap_or(u32::MAX), place)?;
                lexer.at += entry.len();
            }
            // The reader takes entries beyond their number, too: here a header or the trailer must follow.
            lexer.blanks();
        }
        lexer.at += b"trailer".len();
        let read = lexer.value().ok_or(MALFORMED)?;
        self.count(&read)?;
        section_before(&read)
    }

    /// A cross-reference stream; gives the section before it.
    fn section_stream(&mut self, at: usize) -> Result<Option<usize>, Refusal> {
        let read = Lexer::new(self.bytes, at, self.bytes.len()).object().ok_or(MALFORMED)?;
        self.count(&read)?;
        let content = self.unpack(at, &read)?;
        let mut dictionary = Dictionary::new();
        let entries = scan::dictionary_at(self.bytes, at, read.id).ok_or(MALFORMED)?;
        for (key, span) in entries {
            let bytes = &self.bytes[span];
            let value = match &*key {
                b"W" | b"Index" => {
                    let numbers = scan::integers(bytes).ok_or(MALFORMED)?;
                    Object::Array(numbers.into_iter().map(Object::Integer).collect())
                }
                b"Size" => Object::Integer(whole(bytes).ok_or(MALFORMED)?),
                _ => continue,
            };
            dictionary.set(key, value);
        }
        let unpacked = Stream::new(dictionary, content);
        let (xref, _) = decode_xref_stream_with_limit(unpacked, Some(MOST_UNPACKED)).map_err(|_error| MALFORMED)?;
        for (id, entry) in &xref.entries {
            let place = match entry {
                XrefEntry::Normal { offset, .. } => usize::try_from(*offset).ok(),
                XrefEntry::Compressed { .. } | XrefEntry::Free | XrefEntry::UnusableFree => None,
            };
            self.name(*id, place)?;
        }
        section_before(&read)
    }

    /// An object, which must end before `end`.
    fn object(&mut self, at: usize, end: usize) -> Result<(), Refusal> {
        let read = Lexer::new(self.bytes, at, end).object().ok_or(OVERLAP)?;
        self.count(&read)?;
        let Some(data) = read.data else { return Ok(()) };
        let length = match read.value(b"Length") {
            Some(Value::Number(length)) => length,
            Some(Value::Reference(id)) => self.length_elsewhere(id).ok_or(MALFORMED)?,
            Some(Value::Other) | None => return Err(MALFORMED),
        };
        if data.checked_add(length).is_none_or(|last| last > end) {
            return Err(OVERLAP);
        }
        if read.says_object_stream {
            let content = self.unpack(at, &read)?;
            self.members(at, &read, &content)?;
        }
        Ok(())
    }

    /// The number that object `id` is; the reader looks it up for every stream that names it, so it must be short.
    fn length_elsewhere(&self, id: u32) -> Option<usize> {
        let at = (*self.places.get(&id)?)?;
        let mut lexer = Lexer::new(self.bytes, at, at.checked_add(LONGEST_LENGTH)?);
        lexer.blanks();
        lexer.number()?;
        lexer.blanks();
        lexer.number()?;
        lexer.blanks();
        lexer.at += lexer.rest().starts_with(b"obj").then_some(3)?;
        lexer.blanks();
        let length = lexer.number()?;
        lexer.blanks();
        lexer.rest().starts_with(b"endobj").then_some(length)
    }

    /// The members of an unpacked object stream, which must not overlap either.
    fn members(&mut self, at: usize, read: &Read, content: &[u8]) -> Result<(), Refusal> {
        let entries = scan::dictionary_at(self.bytes, at, read.id).ok_or(MALFORMED)?;
        let first = entries.iter().find(|(key, _)| key == b"First").ok_or(MALFORMED)?;
        let first = whole(&self.bytes[first.1.clone()]).ok_or(MALFORMED)?;
        let first = usize::try_from(first).map_err(|_beyond| MALFORMED)?;
        let index = std::str::from_utf8(content.get(..first).ok_or(MALFORMED)?).map_err(|_text| MALFORMED)?;
        let numbers: Vec<usize> =
            index.split_whitespace().map(|word| word.parse().ok()).collect::<Option<_>>().ok_or(MALFORMED)?;
        let starts: Vec<usize> = numbers.iter().skip(1).step_by(2).map(|start| first.saturating_add(*start)).collect();
        self.named += starts.len();
        if self.named > MOST_OBJECTS {
            return Err(TOO_MUCH);
        }
        if !starts.is_sorted_by(|one, next| one < next) {
            return Err(OVERLAP);
        }
        let ends = starts.iter().copied().skip(1).chain([content.len()]);
        for (start, end) in starts.iter().copied().zip(ends) {
            if start >= content.len() {
                return Err(MALFORMED);
            }
            let read = Lexer::new(content, start, end.min(content.len())).value().ok_or(OVERLAP)?;
            self.count(&read)?;
        }
        Ok(())
    }

    /// Unpacks a stream of structure.
    fn unpack(&mut self, at: usize, read: &Read) -> Result<Vec<u8>, Refusal> {
        let (Some(data), Some(Value::Number(length))) = (read.data, read.value(b"Length")) else {
            return Err(MALFORMED);
        };
        let end = data.checked_add(length).ok_or(MALFORMED)?;
        let packed = self.bytes.get(data..end).ok_or(MALFORMED)?.to_vec();
        let mut packing = Dictionary::new();
        for (key, span) in scan::dictionary_at(self.bytes, at, read.id).ok_or(MALFORMED)? {
            match (&*key, &self.bytes[span]) {
                (b"Filter", b"/FlateDecode") => packing.set("Filter", Object::Name(b"FlateDecode".to_vec())),
                (b"Filter", _) => return Err(MALFORMED),
                (b"DecodeParms", bytes) => packing.set("DecodeParms", parameters(bytes).ok_or(MALFORMED)?),
                _ => {}
            }
        }
        let left = MOST_UNPACKED - self.unpacked;
        let content = if packing.has(b"Filter") {
            Stream::new(packing, packed).decompressed_content_with_limit(left).map_err(|_error| TOO_MUCH)?
        } else {
            packed
        };
        self.unpacked += content.len();
        if content.len() > left { Err(TOO_MUCH) } else { Ok(content) }
    }
}

/// Where the last section begins, as the file's end says.
fn last_section(bytes: &[u8]) -> Option<usize> {
    let end = bytes.iter().rposition(|byte| !matches!(byte, 0 | 9 | 10 | 12 | 13 | 32))? + 1;
    let tail = &bytes[end.saturating_sub(TAIL)..end];
    let find = |within: &[u8], word: &[u8]| within.windows(word.len()).rposition(|window| window == word);
    let end_mark = find(tail, b"%%EOF")?;
    let start = find(&tail[..end_mark], b"startxref")?;
    let mut lexer = Lexer::new(&tail[..end_mark], start + b"startxref".len(), end_mark);
    // No blank more than the reader would pass, so that both find the same number.
    lexer.line_end()?;
    let at = lexer.number()?;
    lexer.line_end()?;
    lexer.rest().is_empty().then_some(at)
}

/// The section that a trailer names as the one before it.
fn section_before(trailer: &Read) -> Result<Option<usize>, Refusal> {
    if trailer.value(b"Encrypt").is_some() {
        return Err(ENCRYPTED);
    }
    match (trailer.value(b"XRefStm"), trailer.value(b"Prev")) {
        (None, None) => Ok(None),
        (None, Some(Value::Number(at))) => Ok(Some(at)),
        _ => Err(MALFORMED),
    }
}

/// Where an entry of a table, such as `0000000017 00000 n`, says that its object stands.
#[expect(clippy::option_option, reason = "unreadable, free, and a place are three answers")]
fn entry_of_table(entry: &[u8]) -> Option<Option<usize>> {
    let (place, rest) = entry.split_at_checked(10)?;
    let place = usize::try_from(whole(place)?).ok()?;
    match rest {
        [b' ', generation @ .., b' ', kind, b' ' | b'\r', b'\r' | b'\n'] if whole(generation).is_some() => match kind {
            b'n' => Some(Some(place)),
            b'f' => Some(None),
            _ => None,
        },
        _ => None,
    }
}

/// The whole numbers by which a packed stream was prepared.
fn parameters(bytes: &[u8]) -> Option<Dictionary> {
    let standing = [b"1 0 obj ", bytes].concat();
    let mut parameters = Dictionary::new();
    for (key, span) in scan::dictionary_at(&standing, 0, (1, 0))? {
        parameters.set(key, Object::Integer(whole(&standing[span])?));
    }
    Some(parameters)
}

fn whole(digits: &[u8]) -> Option<i64> {
    let is_plain = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    is_plain.then(|| std::str::from_utf8(digits).ok()?.parse().ok()).flatten()
}
