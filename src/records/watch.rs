//! A folder whose registers are imported as they come: what is new in it, and no longer being written.
//!
//! It is looked at from time to time, for network shares tell nobody what happens in them. A file is taken once two looks
//! in a row found the same length and time; one that does not end as its kind does is given longer. What was taken is
//! remembered in `watched.json` among the records, so that the next start reads nothing twice; without that file, or
//! when a file changes, it is imported again, and the records know what they know.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::files::DataFolder;
use crate::files::FileError;
use crate::files::read_at_most;
use crate::files::write_atomically;
use crate::records::By;
use crate::records::Import;
use crate::records::Imported;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::walk;

/// How many looks in a row must find a file unchanged.
const LOOKS: u32 = 2;
/// How many, when it does not end as its kind does: somebody may still be writing it.
const LOOKS_UNFINISHED: u32 = 12;
/// The largest list of what was taken, in bytes.
const LARGEST_BOOK: u64 = 64 * 1024 * 1024;

/// A folder that is watched.
#[derive(Debug)]
pub struct Watch {
    data: DataFolder,
    folder: PathBuf,
    files: BTreeMap<String, Seen>,
}

/// A file as it was found last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    mark: Mark,
    /// How many looks in a row have found it so.
    looks: u32,
    is_taken: bool,
}

/// By what it is seen that a file has changed: its length in bytes, and when it was written, in nanoseconds since 1970.
type Mark = (u64, i64);

/// What one look found.
#[derive(Debug, Default)]
struct Sight {
    ready: Vec<(String, PathBuf)>,
    waiting: usize,
    errors: Vec<FileError>,
}

/// What came of one look.
#[derive(Debug)]
pub struct Watched {
    /// What was imported, with what could not be looked at.
    pub imported: Imported,
    /// How many files wait until they are no longer written.
    pub waiting: usize,
}

/// What was taken, as it is kept.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Book {
    version: u32,
    folder: PathBuf,
    taken: BTreeMap<String, Mark>,
}

impl Watch {
    /// Begins to watch `folder`; what was taken from it before is not taken again.
    pub fn new(data: &DataFolder, folder: &Path) -> Self {
        let kept = read_at_most(&book(data), LARGEST_BOOK).ok();
        let kept = kept.and_then(|bytes| serde_json::from_slice::<Book>(&bytes).ok());
        let kept = kept.filter(|kept| kept.version == 1 && kept.folder == folder);
        let taken = kept.map(|kept| kept.taken).unwrap_or_default();
        let seen = |mark| Seen { mark, looks: LOOKS, is_taken: true };
        let files = taken.into_iter().map(|(name, mark)| (name, seen(mark))).collect();
        Self { data: data.clone(), folder: folder.to_owned(), files }
    }

    /// The folder that is watched.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Looks once.
    fn look(&mut self) -> Result<Sight, FileError> {
        let (found, errors) = walk::registers(&self.folder)?;
        if !book(&self.data).is_file() {
            // Other records have taken the place of those that knew: brought back from a copy, say.
            self.files.retain(|_, seen| !seen.is_taken);
        }
        let mut sight = Sight { errors, ..Sight::default() };
        let mut files = BTreeMap::new();
        for path in found {
            // Gone again, or not to be asked: the next look tells.
            let Ok(metadata) = std::fs::metadata(&path) else { continue };
            let written = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let written = written.and_then(|since| i64::try_from(since.as_nanos()).ok()).unwrap_or_default();
            let mark = (metadata.len(), written);
            let name = path.strip_prefix(&self.folder).unwrap_or(&path).to_string_lossy().into_owned();
            let mut seen = match self.files.get(&name) {
                Some(seen) if seen.mark == mark => *seen,
                Some(_) | None => Seen { mark, looks: 0, is_taken: false },
            };
            if !seen.is_taken {
                seen.looks = seen.looks.saturating_add(1);
                let is_still = seen.looks >= LOOKS && (seen.looks >= LOOKS_UNFINISHED || is_whole(&path));
                if !is_still {
                    sight.waiting += 1;
                } else if walk::is_wanted(&path) {
                    sight.ready.push((name.clone(), path));
                } else {
                    seen.is_taken = true;
                }
            }
            files.insert(name, seen);
        }
        self.files = files;
        Ok(sight)
    }

    fn keep(&self) -> Result<(), FileError> {
        let taken = self.files.iter().filter(|(_, seen)| seen.is_taken).map(|(name, seen)| (name.clone(), seen.mark));
        let book = Book { version: 1, folder: self.folder.clone(), taken: taken.collect() };
        write_atomically(&self::book(&self.data), &serde_json::to_vec(&book).unwrap_or_default())
    }

    /// Looks into the folder once, and imports what is new and no longer being written. The records are opened only when
    /// there is something to import.
    ///
    /// # Errors
    /// When the folder cannot be listed, or the records cannot be read or written; the next look tries again.
    pub fn import(&mut self, rehearsals: bool, by: By<'_>, cancel: &AtomicBool) -> Result<Watched, RecordsError> {
        let Sight { ready, waiting, errors } = self.look()?;
        let mut imported = Imported::default();
        if !ready.is_empty() {
            let paths: Vec<PathBuf> = ready.iter().map(|(_, path)| path.clone()).collect();
            let import = Import { paths: &paths, rehearsals, by, cancel };
            imported = Records::open(&self.data)?.import(&import, &mut |_| {})?;
            let taken: BTreeSet<&Path> = imported.files.iter().map(|taken| taken.path.as_path()).collect();
            for (name, path) in &ready {
                // What could not be read is tried again.
                if let (true, Some(seen)) = (taken.contains(path.as_path()), self.files.get_mut(name)) {
                    seen.is_taken = true;
                }
            }
            self.keep()?;
        }
        imported.errors.extend(errors);
        Ok(Watched { imported, waiting })
    }
}

/// Where it is kept what was taken.
fn book(data: &DataFolder) -> PathBuf {
    Records::folder(data).join("watched.json")
}

/// Whether the last bytes are such as a file of its kind ends with.
fn is_whole(path: &Path) -> bool {
    const TAIL: u64 = 1024;
    let tail = || -> std::io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        let length = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
        let mut tail = Vec::new();
        file.take(TAIL).read_to_end(&mut tail)?;
        Ok(tail)
    };
    let is_end = |tail: Vec<u8>| {
        if walk::has_extension(path, "json") {
            tail.trim_ascii_end().ends_with(b"}")
        } else {
            tail.windows(5).any(|bytes| bytes == b"%%EOF")
        }
    };
    tail().is_ok_and(is_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watch(folder: &Path) -> (DataFolder, Watch) {
        let data = DataFolder::open(folder.join("data")).unwrap();
        let watched = folder.join("in");
        crate::files::create_private_folder(&watched).unwrap();
        let watch = Watch::new(&data, &watched);
        (data, watch)
    }

    fn write(watch: &Watch, name: &str, bytes: &[u8]) {
        let path = watch.folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        write_atomically(&path, bytes).unwrap();
    }

    fn ready(watch: &mut Watch) -> Vec<String> {
        watch.look().unwrap().ready.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn a_file_is_ready_once_it_has_stopped_growing_and_another_once_it_changes() {
        let folder = tempfile::tempdir().unwrap();
        let (_, mut watch) = watch(folder.path());
        write(&watch, "a.pdf", b"%PDF-1.7 half");
        write(&watch, "alla/b.PDF", b"%PDF-1.7 whole %%EOF\n");
        write(&watch, "notes.txt", b"%PDF-1.7 %%EOF");
        write(&watch, ".hidden.pdf", b"%PDF-1.7 %%EOF");
        write(&watch, "other.json", b"{\"format\": \"of another program\"}");
        assert!(ready(&mut watch).is_empty(), "the first look cannot know");
        let below = Path::new("alla").join("b.PDF").to_string_lossy().into_owned();
        assert_eq!(ready(&mut watch), [below.as_str()]);
        write(&watch, "a.pdf", b"%PDF-1.7 half and more, %%EOF");
        assert_eq!(ready(&mut watch), [below.as_str()], "it has just grown");
        assert_eq!(ready(&mut watch), ["a.pdf", below.as_str()]);
    }

    #[test]
    fn a_file_that_never_ends_as_a_pdf_is_taken_after_a_longer_while() {
        let folder = tempfile::tempdir().unwrap();
        let (_, mut watch) = watch(folder.path());
        write(&watch, "broken.pdf", b"no PDF at all");
        for _ in 1..LOOKS_UNFINISHED {
            assert!(ready(&mut watch).is_empty());
        }
        assert_eq!(ready(&mut watch), ["broken.pdf"]);
    }

    #[test]
    fn what_was_taken_is_not_taken_again_after_a_restart_unless_it_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let (data, mut watch) = watch(folder.path());
        write(&watch, "a.pdf", b"no register %%EOF");
        let by = By { name: "Salla", at: jiff::Timestamp::UNIX_EPOCH };
        let look = |watch: &mut Watch| watch.import(false, by, &AtomicBool::new(false)).unwrap().imported.files.len();
        assert_eq!([look(&mut watch), look(&mut watch), look(&mut watch)], [0, 1, 0]);
        let mut again = Watch::new(&data, &watch.folder.clone());
        assert_eq!([look(&mut again), look(&mut again)], [0, 0]);
        write(&again, "a.pdf", b"another, no register either %%EOF");
        assert_eq!([look(&mut again), look(&mut again)], [0, 1]);
        // Records that were put in the place of these know nothing of it.
        std::fs::rename(Records::folder(&data), folder.path().join("before")).unwrap();
        assert_eq!([look(&mut again), look(&mut again), look(&mut again)], [0, 1, 0]);
        // Another folder has a list of its own.
        assert!(Watch::new(&data, folder.path()).files.is_empty());
    }

    #[test]
    fn a_folder_that_is_gone_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let (_, mut watch) = watch(folder.path());
        std::fs::remove_dir(watch.folder()).unwrap();
        assert_eq!(watch.look().unwrap_err().path, watch.folder());
    }
}
