//! A preparation that is not finished, kept so that it can be taken up again.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;

use serde::{Deserialize, Serialize};

use crate::files::DataFolder;
use crate::files::FileError;
use crate::files::Operation;
use crate::files::at;
use crate::files::read_at_most;
use crate::files::write_atomically;
use crate::session::Expected;
use crate::text::Id;

/// The largest draft that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The last turn taken at each file.
static TAKEN: Mutex<BTreeMap<PathBuf, u64>> = Mutex::new(BTreeMap::new());
/// The next turn.
static NEXT: AtomicU64 = AtomicU64::new(1);

/// A turn at writing the draft: writes come from several threads, and an earlier one never undoes a later one.
#[derive(Debug)]
pub struct Turn(u64);

impl Turn {
    /// The next turn, taken when it is decided what to write.
    pub fn next() -> Self {
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    fn run(self, path: &Path, act: impl FnOnce() -> Result<(), FileError>) -> Result<(), FileError> {
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let last = taken.entry(path.to_owned()).or_default();
        if *last > self.0 {
            return Ok(());
        }
        *last = self.0;
        act()
    }
}

/// What has been chosen and typed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The chosen course's folder.
    pub course: Option<PathBuf>,
    /// The themes to be gone through, where they are not to be all.
    pub part: Option<BTreeSet<Id>>,
    /// The language of the room; the course's main one when not chosen.
    pub language: Option<String>,
    /// The profile's file; the pack's made-up example when not chosen.
    pub profile: Option<PathBuf>,
    /// Where it is held.
    pub place: String,
    /// Who holds it.
    pub trainer: String,
    /// Who arranges it.
    pub organiser: String,
    /// The trainer's own register, where they pass on what they did themselves.
    pub register: Option<PathBuf>,
    /// Who is expected.
    pub expected: Vec<Expected>,
    /// What is ticked on the list of things to do before.
    pub ticked: BTreeSet<Id>,
    /// Text in the box for pasted lists that is not on the list yet.
    pub pasted: String,
}

impl Draft {
    /// Where the draft lies.
    pub fn path(data: &DataFolder) -> PathBuf {
        data.path().join("draft.json")
    }

    /// The draft that was kept, if there is one that can be read.
    pub fn load(data: &DataFolder) -> Option<Self> {
        serde_json::from_slice(&read_at_most(&Self::path(data), LARGEST).ok()?).ok()
    }

    /// Keeps the draft, unless a later turn has been taken already.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save(&self, path: &Path, turn: Turn) -> Result<(), FileError> {
        turn.run(path, || {
            let bytes = serde_json::to_vec_pretty(self)
                .map_err(|error| at(Operation::Write, path)(std::io::Error::other(error)))?;
            write_atomically(path, &bytes)
        })
    }

    /// Forgets the draft that was kept: the session has begun, or a new preparation is wanted.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn forget(path: &Path, turn: Turn) -> Result<(), FileError> {
        turn.run(path, || match std::fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(at(Operation::Remove, path)(error)),
            _ => Ok(()),
        })
    }

    /// Whether somebody has begun to prepare: more than what is remembered or chosen by itself.
    pub fn is_begun(&self) -> bool {
        let Self {
            course: _,
            part,
            language,
            profile,
            place,
            trainer: _,
            organiser: _,
            register,
            expected,
            ticked,
            pasted,
        } = self;
        language.is_some()
            || part.is_some()
            || register.is_some()
            || profile.is_some()
            || !place.trim().is_empty()
            || expected.iter().any(|person| !is_blank(person))
            || !ticked.is_empty()
            || !pasted.trim().is_empty()
    }

    /// Everybody on the list, without the rows that nobody has filled.
    pub fn people(&self) -> Vec<Expected> {
        let is_filled = |person: &&Expected| !is_blank(person);
        self.expected.iter().filter(is_filled).cloned().collect()
    }
}

/// Whether nothing is written in a row of the list.
pub fn is_blank(person: &Expected) -> bool {
    let Expected { name, company, role, identifier } = person;
    [name, company, role].into_iter().chain(identifier).all(|text| text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_back_as_it_was_kept_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        assert_eq!(Draft::load(&data), None);
        let mut draft = Draft { place: "Kerhotalo".to_owned(), ..Draft::default() };
        draft.expected.push(Expected { name: "Aino Laine".to_owned(), ..Expected::default() });
        draft.expected.push(Expected::default());
        let early = Turn::next();
        draft.save(&Draft::path(&data), Turn::next()).unwrap();
        Draft::default().save(&Draft::path(&data), early).unwrap();
        assert_eq!(Draft::load(&data), Some(draft.clone()));
        assert_eq!(draft.people().len(), 1, "an empty row is nobody");
        assert!(draft.is_begun());
        let remembered = Draft { trainer: "Taina Tarkka".to_owned(), ..Draft::default() };
        assert!(!remembered.is_begun(), "what is filled in by itself is no beginning");
        Draft::forget(&Draft::path(&data), Turn::next()).unwrap();
        Draft::forget(&Draft::path(&data), Turn::next()).unwrap();
        assert_eq!(Draft::load(&data), None);
    }

    #[test]
    fn a_draft_of_another_version_is_not_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        write_atomically(&Draft::path(&data), b"{\"place\": \"Kerhotalo\", \"unknown\": 1}").unwrap();
        assert_eq!(Draft::load(&data).unwrap().place, "Kerhotalo");
        write_atomically(&Draft::path(&data), b"not json").unwrap();
        assert_eq!(Draft::load(&data), None);
    }
}
