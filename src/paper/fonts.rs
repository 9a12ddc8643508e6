//! The typefaces of everything printed, with their order of preference.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Atkinson Hyperlegible Next: letterforms that cannot be mistaken for each other.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
/// Its bold.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
/// Noto Sans, behind it: Cyrillic, Greek and rarer Latin letters.
pub const FALLBACK_REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");
/// Its bold.
pub const FALLBACK_BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Bold.ttf");

/// The fonts as typst knows them.
pub(super) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    [REGULAR, BOLD, FALLBACK_REGULAR, FALLBACK_BOLD]
        .into_iter()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .collect()
});

/// Their book.
pub(super) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// SHA-256 over all fonts, lower-case hexadecimal: what `made_by.fonts` of a register says.
pub fn digest() -> String {
    static DIGEST: LazyLock<String> =
        LazyLock::new(|| super::world::sha_256(&[REGULAR, BOLD, FALLBACK_REGULAR, FALLBACK_BOLD]));
    DIGEST.clone()
}
