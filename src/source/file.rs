//! A text file held in memory, with its lines.

use std::ops::Range;

use super::tree::Span;

/// How many characters of a source line a diagnostic shows at most.
const SHOWN: usize = 96;

/// A text file held in memory, with its lines.
#[derive(Debug)]
pub struct SourceFile {
    /// Its name as it is shown: relative to the pack's folder.
    pub name: String,
    /// Its text, without a byte order mark and with plain line ends.
    pub text: String,
    /// Its place in the order in which findings are shown.
    pub order: usize,
    line_starts: Vec<usize>,
}

/// A place in a file, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The source line, or the part of it around the place; without control characters.
    pub source_line: String,
    /// What to underline, in characters of `source_line`.
    pub caret: Range<usize>,
}

impl SourceFile {
    /// Holds `text` under `name`.
    pub fn new(name: impl Into<String>, text: impl Into<String>, order: usize) -> Self {
        let mut text: String = text.into();
        // Some editors begin a file with this mark; it is no part of the text.
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        // A text over several lines is the same text whatever editor wrote it.
        if text.contains("\r\n") {
            text = text.replace("\r\n", "\n");
        }
        let line_starts =
            std::iter::once(0).chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1));
        let line_starts = line_starts.collect();
        Self { name: name.into(), text, order, line_starts }
    }

    /// The line that `offset` stands on, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// The place of `span`; what goes beyond its first line is not underlined.
    pub fn place(&self, span: Span) -> Place {
        let offset = span.start.min(self.text.len());
        let line = self.line(offset);
        let start = self.line_starts[line - 1];
        let end = self.line_starts.get(line).map_or(self.text.len(), |next| next - 1);
        let text = &self.text[start..end];
        let before = self.text[start..offset.min(start + text.len())].chars().count();
        let inside = span.end.clamp(offset, start + text.len().max(offset - start));
        let length = self.text[offset..inside].chars().count().max(1);
        let (source_line, caret) = window(text, before, length);
        Place { line, column: before + 1, source_line, caret }
    }
}

/// The part of `line` worth showing around the characters from `before` on.
fn window(line: &str, before: usize, length: usize) -> (String, Range<usize>) {
    let count = line.chars().count();
    let skip = if count <= SHOWN || before < SHOWN * 2 / 3 { 0 } else { before - SHOWN / 3 };
    let mut shown: String = if skip > 0 { "…".to_owned() } else { String::new() };
    shown.extend(line.chars().skip(skip).take(SHOWN).map(visible));
    if count > skip + SHOWN {
        shown.push('…');
    }
    let start = before - skip + usize::from(skip > 0);
    let width = shown.chars().count();
    (shown, start..(start + length).min(width.max(start + 1)))
}

/// A character as it is shown: what could steer a terminal or turn the text around is made harmless.
fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        c if is_treacherous(c) => '\u{fffd}',
        c => c,
    }
}

/// Whether a character is a control character or turns the direction of writing.
pub fn is_treacherous(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether a text of several lines holds such a character anywhere.
pub fn has_treacherous(text: &str) -> bool {
    // Most texts have no byte with which one could begin, which is seen at a glance.
    let may = |byte: u8| (byte < b' ' && byte != b'\n') || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef);
    text.bytes().any(may) && text.chars().any(|c| c != '\n' && is_treacherous(c))
}

/// A name or word from a file as it is quoted in a message: short, on one line, harmless.
pub fn quoted(text: &str) -> String {
    let mut shown: String = text.chars().take(60).map(visible).collect();
    if text.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glance_overlooks_no_treacherous_character() {
        for c in '\0'..=char::MAX {
            assert_eq!(has_treacherous(&format!("a{c}ö")), c != '\n' && is_treacherous(c), "{c:?}");
        }
    }
}
