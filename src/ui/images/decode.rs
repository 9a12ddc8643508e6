//! Decoding one picture at one size, with limits against hostile files.

use std::io::Cursor;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use egui::ColorImage;
use resvg::tiny_skia;
use resvg::usvg;

use crate::ui::fonts;

/// The largest file that is read, in bytes.
const LARGEST_FILE: u64 = 32 * 1024 * 1024;
/// The most a decoder may allocate, in bytes.
const LARGEST_DECODED: u64 = 256 * 1024 * 1024;
/// The longest side of a picture, in pixels, before and after scaling.
const LONGEST_SIDE: u32 = 16_384;
/// The tallest picture that is made, in pixels.
const TALLEST: u32 = 4096;

/// The program's typefaces for the words in SVG pictures, whatever family they name.
static TYPEFACES: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut database = usvg::fontdb::Database::new();
    for bytes in [fonts::REGULAR, fonts::BOLD, fonts::FALLBACK_REGULAR, fonts::FALLBACK_BOLD] {
        database.load_font_source(usvg::fontdb::Source::Binary(Arc::new(bytes)));
    }
    const FAMILY: &str = "Atkinson Hyperlegible Next";
    database.set_sans_serif_family(FAMILY);
    // A family that is not there falls back to serif: that is ours as well.
    database.set_serif_family(FAMILY);
    database.set_monospace_family(FAMILY);
    database.set_cursive_family(FAMILY);
    database.set_fantasy_family(FAMILY);
    Arc::new(database)
});

/// The picture in `file`, `width` pixels wide; `None` when it is none, or breaks a limit.
pub(super) fn decode(file: &Path, width: u32) -> Option<ColorImage> {
    let bytes = crate::files::read_at_most(file, LARGEST_FILE).ok()?;
    let is_svg = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("svg"));
    if is_svg { drawn(&bytes, width) } else { photographed(&bytes, width) }
}

fn photographed(bytes: &[u8], width: u32) -> Option<ColorImage> {
    let mut reader = image::ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(LARGEST_DECODED);
    reader.limits(limits);
    let mut picture = reader.decode().ok()?;
    if picture.width() > width {
        picture = picture.resize(width, TALLEST, image::imageops::FilterType::Triangle);
    }
    let pixels = picture.into_rgba8();
    let size = [usize::try_from(pixels.width()).ok()?, usize::try_from(pixels.height()).ok()?];
    Some(ColorImage::from_rgba_unmultiplied(size, pixels.as_raw()))
}

fn drawn(bytes: &[u8], width: u32) -> Option<ColorImage> {
    let options = usvg::Options {
        fontdb: Arc::clone(&TYPEFACES),
        font_family: "Atkinson Hyperlegible Next".to_owned(),
        // A picture names no other file.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_data(bytes, &options).ok()?;
    let size = tree.size();
    let scale = (width as f32 / size.width()).min(TALLEST as f32 / size.height());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are at most TALLEST or width")]
    let (wide, high) = ((size.width() * scale).round() as u32, (size.height() * scale).round() as u32);
    let mut pixels = tiny_skia::Pixmap::new(wide.max(1), high.max(1))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let size = [usize::try_from(pixels.width()).ok()?, usize::try_from(pixels.height()).ok()?];
    Some(ColorImage::from_rgba_premultiplied(size, pixels.data()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">
        <rect width="200" height="100" fill="#ffffff"/><text x="10" y="60" font-family="Nobody" font-size="40">Äiti</text></svg>"##;

    fn in_file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        crate::files::write_atomically(&file, bytes).unwrap();
        (folder, file)
    }

    #[test]
    fn an_svg_is_drawn_at_the_size_asked_for_with_our_letters() {
        let (_folder, file) = in_file("kuva.svg", SVG.as_bytes());
        let image = decode(&file, 640).unwrap();
        assert_eq!(image.size, [640, 320]);
        let dark = image.pixels.iter().filter(|pixel| pixel.r() < 100).count();
        assert!(dark > 1000, "the words were not drawn: {dark} dark pixels");
    }

    #[test]
    fn a_photograph_is_scaled_down_and_never_up() {
        let mut bytes = Cursor::new(Vec::new());
        image::RgbImage::new(300, 200).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        let (_folder, file) = in_file("kuva.png", bytes.get_ref());
        assert_eq!(decode(&file, 96).unwrap().size, [96, 64]);
        assert_eq!(decode(&file, 640).unwrap().size, [300, 200]);
    }

    #[test]
    fn a_picture_that_claims_to_be_enormous_is_refused() {
        // A PNG header of 60000 by 60000 pixels; its pixels would take ten gigabytes.
        let mut bytes = Cursor::new(Vec::new());
        image::RgbImage::new(2, 2).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        let mut bytes = bytes.into_inner();
        bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        bytes[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        let (_folder, file) = in_file("pommi.png", &bytes);
        assert!(decode(&file, 640).is_none());
    }

    #[test]
    fn an_svg_reads_no_other_file() {
        let (folder, file) = in_file(
            "kuva.svg",
            br#"<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><image href="muu.png" width="100" height="100"/></svg>"#,
        );
        let mut other = Cursor::new(Vec::new());
        image::RgbImage::from_pixel(10, 10, image::Rgb([255, 0, 0]))
            .write_to(&mut other, image::ImageFormat::Png)
            .unwrap();
        crate::files::write_atomically(&folder.path().join("muu.png"), other.get_ref()).unwrap();
        let image = decode(&file, 96).unwrap();
        assert!(image.pixels.iter().all(|pixel| pixel.a() == 0));
    }

    #[test]
    fn what_is_no_picture_is_none() {
        let (_folder, file) = in_file("kuva.jpg", b"hello");
        assert!(decode(&file, 100).is_none());
        assert!(decode(Path::new("/nowhere/kuva.png"), 100).is_none());
    }
}
