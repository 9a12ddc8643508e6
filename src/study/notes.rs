//! What the learner writes for themselves: one file in the session's folder, which its owner alone can read. It is no
//! part of the register and leaves this computer only where the learner sends it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::layout;
use crate::files;
use crate::files::FileError;
use crate::text::Id;

/// The most characters of one note.
pub const LONGEST: usize = 2000;
/// The largest file that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;
/// The version of the file's format.
const VERSION: u32 = 1;

/// The learner's own notes by step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(BTreeMap<Id, String>);

/// Why notes cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum NotesError {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The file is not what this program writes.
    #[error("the notes cannot be read: {0}")]
    Broken(String),
}

/// The file as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    notes: BTreeMap<Id, String>,
}

impl Notes {
    /// The notes of the session in `folder`; none where none were written.
    ///
    /// # Errors
    /// When the file is there but cannot be read; it is left as it is.
    pub fn load(folder: &Path) -> Result<Self, NotesError> {
        let bytes = match files::read_at_most(&layout::notes(folder), LARGEST) {
            Err(error) if error.source.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            read => read?,
        };
        let stored: Stored = serde_json::from_slice(&bytes).map_err(|error| NotesError::Broken(error.to_string()))?;
        let Stored { version, notes } = stored;
        if version == VERSION { Ok(Self(notes)) } else { Err(NotesError::Broken(format!("version {version}"))) }
    }

    /// Writes the notes of the session in `folder`: whole, or not at all.
    ///
    /// # Errors
    /// When the file cannot be written; what stood there before is untouched.
    pub fn save(&self, folder: &Path) -> Result<(), FileError> {
        let path = layout::notes(folder);
        let stored = Stored { version: VERSION, notes: self.0.clone() };
        let bytes = serde_json::to_vec_pretty(&stored).map_err(|error| FileError {
            operation: files::Operation::Write,
            path: path.clone(),
            source: std::io::Error::other(error),
        })?;
        files::write_atomically(&path, &bytes)
    }

    /// The note on `step`; empty where there is none.
    pub fn on(&self, step: &Id) -> &str {
        self.0.get(step).map_or("", String::as_str)
    }

    /// Puts `text` in place of the note on `step`; returns whether anything changed.
    pub fn put(&mut self, step: &Id, text: &str) -> bool {
        if self.on(step) == text {
            return false;
        }
        if text.is_empty() {
            self.0.remove(step);
        } else {
            self.0.insert(step.clone(), text.chars().take(LONGEST).collect());
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_there_again_and_for_their_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let step = Id::from("keskustelu");
        assert_eq!(Notes::load(folder.path()).unwrap(), Notes::default());
        let mut notes = Notes::default();
        assert!(notes.put(&step, "Soitan etukäteen."));
        assert!(!notes.put(&step, "Soitan etukäteen."));
        notes.save(folder.path()).unwrap();
        let read = Notes::load(folder.path()).unwrap();
        assert_eq!(read.on(&step), "Soitan etukäteen.");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(layout::notes(folder.path())).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn an_emptied_note_is_gone() {
        let mut notes = Notes::default();
        notes.put(&"a".into(), "x");
        notes.put(&"a".into(), "");
        assert_eq!(notes, Notes::default());
    }

    #[test]
    fn a_file_of_something_else_is_an_error_and_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = layout::notes(folder.path());
        files::write_atomically(&path, b"{\"version\": 9, \"notes\": {}}").unwrap();
        assert!(matches!(Notes::load(folder.path()), Err(NotesError::Broken(_))));
        assert!(path.exists());
    }
}
