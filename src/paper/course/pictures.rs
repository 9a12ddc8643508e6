//! Pictures for the typesetter's world, read with care: packs come from strangers.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use crate::files::read_at_most;

/// Largest picture that is printed, in bytes; the pack's check allows no larger ones.
const LARGEST: u64 = 8 * 1024 * 1024;

/// Pictures by the path under which templates find them.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

impl Pictures {
    /// Takes in the picture at `file` in `folder`; gives its path for the template, or `None` when it
    /// cannot be printed: then its description stands in its place.
    pub(super) fn add(&mut self, folder: &Path, file: &str) -> Option<String> {
        let relative = Path::new(file);
        let stays_inside = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        let extension = relative.extension()?.to_str()?.to_ascii_lowercase();
        if !stays_inside || !matches!(extension.as_str(), "svg" | "png" | "jpg" | "jpeg" | "webp") {
            return None;
        }
        let bytes = read_at_most(&folder.join(relative), LARGEST).ok()?;
        let path = format!("picture-{}.{extension}", self.files.len());
        self.files.insert(path.clone(), bytes);
        Some(path)
    }
}
