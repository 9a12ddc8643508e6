//! Keeping characters that no font covers off the page: they would stop the whole export.

use serde_json::Value;
use typst::text::FontInfo;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::paper::fonts::FONTS;

/// Stands for what cannot be printed: a sign that no name has and the first font draws.
pub(super) const REPLACEMENT: char = '\u{25ca}';

/// Makes every string in `value` printable.
pub(super) fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = printable(text),
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => fields.values_mut().for_each(make_printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// `text` with every letter that no font covers, or that deceives the eye, replaced.
///
/// A letter and its marks must come from one font, or the typesetter would draw them apart.
pub(super) fn printable(text: &str) -> String {
    // Most texts are plain, and every font has these.
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return text.to_owned();
    }
    let text: String = text.nfc().collect();
    let mut out = String::with_capacity(text.len());
    let mut cluster = String::new();
    for character in text.chars() {
        if !(is_combining_mark(character) || is_joiner(character)) {
            flush(&mut cluster, &mut out);
        }
        cluster.push(character);
    }
    flush(&mut cluster, &mut out);
    out
}

/// Moves one letter with its marks to `out`, replaced if need be.
fn flush(cluster: &mut String, out: &mut String) {
    let shown: String = cluster.chars().filter(|character| !is_joiner(*character)).collect();
    if shown.is_empty() {
        // Nothing, or only joiners that join nothing.
    } else if shown == "\n" || is_covered(&shown) {
        out.push_str(&shown);
    } else if !out.ends_with(REPLACEMENT) || shown.chars().next().is_some_and(char::is_alphanumeric) {
        out.push(REPLACEMENT);
    }
    cluster.clear();
}

/// Whether one font covers the letter with all its marks, and nothing in it is a control.
fn is_covered(cluster: &str) -> bool {
    !cluster.chars().any(|character| character.is_control() || is_unseen(character))
        && families().any(|mut family| {
            family.all(|info: &FontInfo| cluster.chars().all(|character| info.coverage.contains(character.into())))
        })
}

/// The fonts by family: regular and bold must both cover a letter.
fn families() -> impl Iterator<Item = impl Iterator<Item = &'static FontInfo>> {
    FONTS.chunks(2).map(|family| family.iter().map(|font| font.info()))
}

/// Joiners and variation selectors: they draw nothing themselves.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Characters that turn the order of others around, or that fonts know and the archive format forbids.
fn is_unseen(character: char) -> bool {
    let turns =
        matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || matches!(character, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_north_and_cyrillic_are_printed_as_they_are() {
        let name = "Šarūnas Žõäöåđŋ Ирина Ёлкина Ægir Łukasz";
        assert_eq!(printable(name), name);
    }

    #[test]
    fn what_no_font_covers_is_replaced() {
        assert_eq!(printable("A\u{1f600}B"), "A\u{25ca}B");
        assert_eq!(printable("\u{645}\u{62d}"), "\u{25ca}\u{25ca}");
    }

    #[test]
    fn controls_and_order_turning_characters_never_reach_the_page() {
        assert_eq!(printable("a\u{202e}b"), "a\u{25ca}b");
        assert_eq!(printable("a\u{0}b\u{feff}c\u{e000}d"), "a\u{25ca}b\u{25ca}c\u{25ca}d");
    }

    #[test]
    fn a_letter_in_parts_is_put_together() {
        assert_eq!(printable("a\u{308}"), "ä");
    }
}
