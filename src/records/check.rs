//! Whether everything that is kept is still there, byte for byte; interrupted imports and erasures are finished.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use crate::files::read_at_most;
use crate::records::Became;
use crate::records::By;
use crate::records::Import;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::leftover;
use crate::records::store;
use crate::register::verify::LARGEST_FILE;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Soundness {
    /// How many registers there are.
    pub registers: usize,
    /// Files of interrupted imports that were taken in.
    pub recovered: usize,
    /// Registers whose files are not what they were, by digest.
    pub damages: Vec<(String, Damage)>,
    /// Whether all that was erased is cleared away; else another program is reading, and the next check finishes it.
    pub is_clear: bool,
}

/// What is wrong with a kept file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is gone, or cannot be read.
    Missing,
    /// Its bytes are not those that were imported.
    Changed,
}

impl Records {
    /// Reads every file that is kept and compares its digest; finishes imports and erasures that were interrupted.
    ///
    /// # Errors
    /// When the records cannot be read or written.
    pub fn check(&mut self, by: By<'_>) -> Result<Soundness, RecordsError> {
        // Before anything is imported: what an erasure has left must not come back.
        let is_clear = self.clear_leftovers()?;
        let paths = self.without_rows()?;
        // Whoever began the import decided on rehearsals then.
        let import = Import { paths: &paths, rehearsals: true, by, cancel: &AtomicBool::new(false) };
        let imported = self.import(&import, &mut |_| {})?;
        let recovered = imported.files.iter().filter(|file| !matches!(file.became, Became::Aside(_) | Became::Known));
        let recovered = recovered.count();
        let digests = self.digests()?;
        let mut damages = Vec::new();
        for digest in &digests {
            match read_at_most(&self.file_of(digest), LARGEST_FILE) {
                Ok(bytes) if store::digest(&bytes) == *digest => {}
                Ok(_) => damages.push((digest.clone(), Damage::Changed)),
                Err(_) => damages.push((digest.clone(), Damage::Missing)),
            }
        }
        Ok(Soundness { registers: digests.len(), recovered, damages, is_clear })
    }

    /// The digests of all registers.
    pub(super) fn digests(&self) -> Result<BTreeSet<String>, RecordsError> {
        self.read(|connection| {
            connection.prepare("SELECT digest FROM register")?.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// Kept files whose rows are not there: their import was interrupted, or goes on in another program.
    fn without_rows(&self) -> Result<Vec<PathBuf>, RecordsError> {
        let folder = store::files(&self.root);
        let mut kept = Vec::new();
        for folder in leftover::folders_in(&folder)? {
            kept.extend(leftover::entries_of(&folder)?);
        }
        // Looked up after the folders: what another program finishes meanwhile is known by then.
        let mut digests = self.digests()?;
        digests.extend(self.read(leftover::digests)?);
        kept.retain(|path| {
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            stem.len() == 64 && !digests.contains(&stem)
        });
        kept.sort();
        Ok(kept)
    }
}
