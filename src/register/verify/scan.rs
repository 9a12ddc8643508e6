//! Reading one dictionary straight from the file's bytes: where exactly each value stands.

use std::ops::Range;

/// Deepest nesting that is followed.
const DEEPEST: usize = 16;
/// Most keys of a dictionary that is read here.
const MOST_KEYS: usize = 64;

/// A dictionary's keys, and where each value stands.
pub(super) type Entries = Vec<(Vec<u8>, Range<usize>)>;

/// The entries of the dictionary object `id` that begins at `at`; `None` when it is not written plainly.
pub(super) fn dictionary_at(bytes: &[u8], at: usize, id: (u32, u16)) -> Option<Entries> {
    let mut scan = Scan::new(bytes, at);
    (scan.integer()? == i64::from(id.0) && scan.integer()? == i64::from(id.1)).then_some(())?;
    scan.space();
    scan.expect(b"obj")?;
    scan.dictionary()
}

/// One section of a table of objects as plain text, and the trailer behind it.
#[derive(Debug)]
pub(super) struct TableSection<'a> {
    /// The first number of each run of objects, and their entries of [`TABLE_ENTRY`] bytes each.
    pub runs: Vec<(u32, &'a [u8])>,
    /// The trailer's entries.
    pub trailer: Entries,
    /// Where the trailer ends.
    pub trailer_end: usize,
}

/// Bytes of one entry in a table of objects.
pub(super) const TABLE_ENTRY: usize = 20;

/// The section of the table of objects that begins at `at`; `None` when it is not written plainly.
pub(super) fn table_at(bytes: &[u8], at: usize) -> Option<TableSection<'_>> {
    let mut scan = Scan::without_comments(bytes, at);
    scan.expect(b"xref")?;
    let mut runs = Vec::new();
    loop {
        scan.space();
        if scan.expect(b"trailer").is_some() {
            let trailer = scan.dictionary()?;
            return Some(TableSection { runs, trailer, trailer_end: scan.at });
        }
        let first = u32::try_from(scan.integer()?).ok()?;
        let count = usize::try_from(scan.integer()?).ok()?;
        scan.space();
        let entries = bytes.get(scan.at..)?.get(..count.checked_mul(TABLE_ENTRY)?)?;
        runs.push((first, entries));
        scan.at += entries.len();
    }
}

/// Where the file's last table of objects begins; `None` unless the file ends just behind saying so.
pub(super) fn last_table(bytes: &[u8]) -> Option<usize> {
    const WORD: &[u8] = b"startxref";
    let tail = bytes.len().saturating_sub(64);
    let at = bytes.get(tail..)?.windows(WORD.len()).rposition(|window| window == WORD)?;
    let mut scan = Scan::new(bytes, tail + at + WORD.len());
    let table = usize::try_from(scan.integer()?).ok()?;
    while scan.peek().is_some_and(is_space) {
        scan.at += 1;
    }
    scan.expect(b"%%EOF")?;
    scan.space();
    (scan.at == bytes.len()).then_some(table)
}

/// The object that a value refers to.
pub(super) fn reference(bytes: &[u8]) -> Option<(u32, u16)> {
    let mut scan = Scan::new(bytes, 0);
    let id = (u32::try_from(scan.integer()?).ok()?, u16::try_from(scan.integer()?).ok()?);
    scan.space();
    scan.expect(b"R")?;
    (scan.at == bytes.len()).then_some(id)
}

/// The whole numbers of an array, which holds nothing else.
pub(super) fn integers(bytes: &[u8]) -> Option<Vec<i64>> {
    let mut scan = Scan::new(bytes, 0);
    scan.expect(b"[")?;
    let mut numbers = Vec::new();
    loop {
        scan.space();
        if scan.expect(b"]").is_some() {
            scan.space();
            return (scan.at == bytes.len()).then_some(numbers);
        }
        numbers.push(scan.integer()?);
    }
}

/// The bytes of a hexadecimal string that is written without any space.
pub(super) fn hexadecimal(bytes: &[u8]) -> Option<Vec<u8>> {
    let digits = bytes.strip_prefix(b"<")?.strip_suffix(b">")?;
    if digits.len() % 2 != 0 {
        return None;
    }
    let digit = |byte: u8| u8::try_from(char::from(byte).to_digit(16)?).ok();
    digits.chunks(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
}

/// Reads values where they stand.
pub(super) struct Scan<'a> {
    bytes: &'a [u8],
    /// Where it stands.
    pub at: usize,
    passes_comments: bool,
}

impl<'a> Scan<'a> {
    fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, passes_comments: true }
    }

    /// Reads from `at` on, and takes a comment for a fault.
    pub(super) fn without_comments(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, passes_comments: false }
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes `token`, which must stand here.
    pub(super) fn expect(&mut self, token: &[u8]) -> Option<()> {
        self.bytes.get(self.at..)?.starts_with(token).then(|| self.at += token.len())
    }

    /// Passes blanks.
    pub(super) fn space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' && self.passes_comments {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The entries of the dictionary that stands here.
    pub(super) fn dictionary(&mut self) -> Option<Entries> {
        self.space();
        self.expect(b"<<")?;
        let mut entries = Entries::new();
        loop {
            self.space();
            if self.expect(b">>").is_some() {
                return Some(entries);
            }
            let key = self.name()?;
            // A reader may take the first or the last of two equal keys: there must be no choice.
            if entries.len() >= MOST_KEYS || entries.iter().any(|(known, _)| *known == key) {
                return None;
            }
            self.space();
            let start = self.at;
            self.value(0)?;
            entries.push((key, start..self.at));
        }
    }

    /// A whole number, after any blanks.
    pub(super) fn integer(&mut self) -> Option<i64> {
        self.space();
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+')) {
            self.at += 1;
        }
        std::str::from_utf8(self.bytes.get(start..self.at)?).ok()?.parse().ok()
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.expect(b"/")?;
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        let name = self.bytes.get(start..self.at)?.to_vec();
        // An escaped name could hide a second key.
        (!name.contains(&b'#')).then_some(name)
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek()? {
            b'/' => self.name().map(drop),
            b'(' => self.literal(),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                let mut keys = Vec::new();
                loop {
                    self.space();
                    if self.expect(b">>").is_some() {
                        return Some(());
                    }
                    let key = self.name()?;
                    if keys.len() >= MOST_KEYS || keys.contains(&key) {
                        return None;
                    }
                    keys.push(key);
                    self.space();
                    self.value(depth + 1)?;
                }
            }
            b'<' => {
                self.at += 1;
                while self.peek()?.is_ascii_hexdigit() {
                    self.at += 1;
                }
                self.expect(b">")
            }
            b'[' => {
                self.at += 1;
                loop {
                    self.space();
                    if self.expect(b"]").is_some() {
                        return Some(());
                    }
                    self.value(depth + 1)?;
                }
            }
            _ => self.word(),
        }
    }

    fn literal(&mut self) -> Option<()> {
        let mut open = 0_usize;
        loop {
            match self.peek()? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }

    /// A number, a keyword, or a reference of three words.
    fn word(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        if self.at == start {
            return None;
        }
        let after = self.at;
        if !is_plain_word(&self.bytes[start..after]) {
            return None;
        }
        self.space();
        if self.integer().is_some() {
            self.space();
            if self.expect(b"R").is_some() {
                return Some(());
            }
        }
        self.at = after;
        Some(())
    }
}

/// A keyword, or a number that every reader takes for the same.
fn is_plain_word(word: &[u8]) -> bool {
    let digits = word.strip_prefix(b"-").unwrap_or(word);
    let parts: Vec<&[u8]> = digits.split(|byte| *byte == b'.').collect();
    let is_number = parts.len() <= 2
        && parts.iter().any(|part| !part.is_empty())
        && parts.iter().all(|part| part.iter().all(u8::is_ascii_digit));
    is_number || matches!(word, b"true" | b"false" | b"null")
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_where_they_stand() {
        let bytes = b"7 0 obj\n<</A[1 2]/B(x\\)(y))/C 5 0 R/D<</E/F>>/G<00ff>>>";
        let entries = dictionary_at(bytes, 0, (7, 0)).unwrap();
        let told: Vec<(&[u8], &[u8])> =
            entries.iter().map(|(key, range)| (key.as_slice(), &bytes[range.clone()])).collect();
        let expected: Vec<(&[u8], &[u8])> =
            vec![(b"A", b"[1 2]"), (b"B", b"(x\\)(y))"), (b"C", b"5 0 R"), (b"D", b"<</E/F>>"), (b"G", b"<00ff>")];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_key_that_stands_twice_is_refused() {
        assert_eq!(dictionary_at(b"7 0 obj <</A 1/A 2>>", 0, (7, 0)), None);
        assert_eq!(dictionary_at(b"7 0 obj <</A 1/#41 2>>", 0, (7, 0)), None);
        assert_eq!(dictionary_at(b"7 0 obj <</B[<</A 1/A 2>>]>>", 0, (7, 0)), None);
    }

    #[test]
    fn a_table_of_objects_is_read_as_it_stands() {
        let bytes = b"xref\n0 1\n0000000000 65535 f \n7 2\n0000000015 00000 n \n0000000099 00001 n \ntrailer\n<</Root 7 0 R/Prev 3>>\nstartxref\n0\n%%EOF\n";
        let section = table_at(bytes, 0).unwrap();
        assert_eq!(section.runs.iter().map(|(first, run)| (*first, run.len())).collect::<Vec<_>>(), [(0, 20), (7, 40)]);
        let told: Vec<&[u8]> = section.trailer.iter().map(|(_, range)| &bytes[range.clone()]).collect();
        assert_eq!(told, [&b"7 0 R"[..], b"3"]);
        assert_eq!(reference(told[0]), Some((7, 0)));
        assert_eq!(last_table(bytes), Some(0));
        assert_eq!(last_table(&[&bytes[..], b"more"].concat()), None);
        assert!(table_at(b"xref\n0 9\n0000000000 65535 f \ntrailer<<>>", 0).is_none());
    }

    #[test]
    fn torn_dictionaries_are_refused() {
        for torn in [&b"7 0 obj <</A"[..], b"7 0 obj <</A (", b"7 0 obj <</A <", b"8 0 obj <<>>", b"7 0 obj <</A )>>"] {
            assert_eq!(dictionary_at(torn, 0, (7, 0)), None, "{}", String::from_utf8_lossy(torn));
        }
    }
}
