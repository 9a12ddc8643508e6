//! What a picture's header says, without unpacking the picture.

use std::path::Path;

use crate::files::CarefulFolder;
use crate::i18n::Message;
use crate::i18n::messages::check as say;

use super::diagnostic::Finding;
use super::diagnostic::Spot;
use super::file::quoted;
use super::open::refusal;
use super::svg::svg_size;

/// The largest PNG or JPEG file, in bytes.
const MAX_RASTER_BYTES: u64 = 8 * 1024 * 1024;
/// The largest SVG file, in bytes.
const MAX_SVG_BYTES: u64 = 1024 * 1024;
/// The longest side of a picture, in pixels.
const MAX_SIDE: u32 = 8192;
/// How many times longer one side may be than the other: more could not be laid out.
const MAX_RATIO: f32 = 20.0;
/// The most pixels of a picture.
const MAX_PIXELS: u64 = 40_000_000;

/// A picture as far as its header tells.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureFile {
    /// Width divided by height.
    pub aspect: f32,
    /// The file as it was read.
    pub bytes: Vec<u8>,
}

/// What is wrong with a picture: code, message, hint.
pub(super) type Fault = (&'static str, Message, Option<Message>);

/// Reads the picture called `name`; what is wrong with it is told at `spot`.
///
/// # Errors
/// What to say when it cannot be used.
pub fn read_picture(folder: &CarefulFolder, name: &str, spot: &Spot) -> Result<PictureFile, Box<Finding>> {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let limit = if extension == "svg" { MAX_SVG_BYTES } else { MAX_RASTER_BYTES };
    // The path is judged first: a path out of the folder is the graver mistake.
    let bytes = folder.read(name, limit).map_err(|refused| Box::new(refusal(&refused, name, spot.clone())))?;
    let size = match extension {
        "svg" => svg_size(&bytes, name),
        "png" => png_size(&bytes).ok_or_else(|| broken(name)).and_then(|size| fitting(size, name)),
        "jpg" | "jpeg" => jpeg_size(&bytes).ok_or_else(|| broken(name)).and_then(|size| fitting(size, name)),
        _ => Err(("picture-kind", say::picture_kind(quoted(name)), Some(say::picture_kind_hint()))),
    };
    match size.and_then(|(width, height)| shapely(width, height, name)) {
        Ok((width, height)) => Ok(PictureFile { aspect: width / height, bytes }),
        Err((code, message, hint)) => Err(Box::new(Finding::error(code, spot.clone(), message).maybe_hint(hint))),
    }
}

pub(super) fn broken(name: &str) -> Fault {
    ("picture-broken", say::picture_broken(quoted(name)), Some(say::picture_broken_hint()))
}

/// The size of a picture, if it is not all length.
fn shapely(width: f32, height: f32, name: &str) -> Result<(f32, f32), Fault> {
    if (1.0 / MAX_RATIO..=MAX_RATIO).contains(&(width / height)) {
        return Ok((width, height));
    }
    let message = say::picture_shape(quoted(name), format!("{width} × {height}"));
    Err(("picture-shape", message, Some(say::picture_shape_hint())))
}

/// The size of a raster picture, if it may be unpacked.
fn fitting((width, height): (u32, u32), name: &str) -> Result<(f32, f32), Fault> {
    if width == 0 || height == 0 {
        return Err(broken(name));
    }
    if width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        let size = format!("{width} × {height}");
        let message = say::picture_too_large(quoted(name), size);
        return Err((
            "picture-too-large",
            message,
            Some(say::picture_too_large_hint(MAX_SIDE, MAX_PIXELS / 1_000_000)),
        ));
    }
    Ok((width as f32, height as f32))
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn two(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?)))
}

/// Width and height of a PNG whose chunks reach from its signature to its end.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
    let header = bytes.strip_prefix(SIGNATURE)?;
    if four(header, 0)? != 13 || header.get(4..8)? != b"IHDR" {
        return None;
    }
    let size = (four(header, 8)?, four(header, 12)?);
    let mut at = 0_usize;
    loop {
        let length = usize::try_from(four(header, at)?).ok()?;
        let kind = header.get(at + 4..at + 8)?;
        at = at.checked_add(12)?.checked_add(length)?;
        if at > header.len() {
            return None;
        }
        if kind == b"IEND" {
            return Some(size);
        }
    }
}

/// Width and height of a JPEG, from the first frame's header.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            // Frame headers; C4, C8 and CC among them are tables.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((two(bytes, at + 7)?, two(bytes, at + 5)?));
            }
            // The picture's data or its end before any frame.
            0xd9 | 0xda => return None,
            _ => at += 2 + usize::try_from(two(bytes, at + 2)?.max(2)).ok()?,
        }
    }
}
