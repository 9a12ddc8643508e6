//! What became of each address, remembered in the session's folder so that nothing is sent twice.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::Deserialize;
use serde::Serialize;

use crate::engine::layout;
use crate::files::FileError;
use crate::files::Operation;
use crate::files::at;
use crate::files::create_private_folder;
use crate::files::read_at_most;
use crate::files::write_atomically;

/// The largest ledger that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;
/// The form of the file.
const VERSION: u32 = 1;

/// What became of each address, by [`crate::mail::Recipient::key`]; addresses themselves are not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    path: PathBuf,
    standings: BTreeMap<String, Standing>,
}

/// What became of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state", content = "at")]
pub enum Standing {
    /// A draft was written; whether the trainer has sent it nobody knows.
    Drafted(Timestamp),
    /// A message was begun, and no word has come that the server took it: it may have arrived.
    Begun(Timestamp),
    /// The server has taken the message.
    Sent(Timestamp),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    addresses: BTreeMap<String, Standing>,
}

impl Ledger {
    /// Where the ledger of the session in `folder` lies.
    pub fn path(folder: &Path) -> PathBuf {
        layout::mail(folder).join("sent.json")
    }

    /// The ledger at `path`; an empty one where there is no file yet.
    ///
    /// # Errors
    /// When it cannot be read: then nobody knows what was sent, and nothing may be.
    pub fn load(path: PathBuf) -> Result<Self, FileError> {
        let bytes = match read_at_most(&path, LARGEST) {
            Ok(bytes) => bytes,
            Err(error) if error.source.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self { path, standings: BTreeMap::new() });
            }
            Err(error) => return Err(error),
        };
        let invalid = |reason: String| at(Operation::Read, &path)(std::io::Error::other(reason));
        let Stored { version, addresses } =
            serde_json::from_slice(&bytes).map_err(|error| invalid(error.to_string()))?;
        if version != VERSION {
            return Err(invalid(format!("version {version}")));
        }
        Ok(Self { path, standings: addresses })
    }

    /// What became of the address with this key; `None` when nothing was done yet.
    pub fn standing(&self, key: &str) -> Option<Standing> {
        self.standings.get(key).copied()
    }

    /// Remembers what became of an address, durably.
    pub(super) fn set(&mut self, key: &str, standing: Standing) -> Result<(), FileError> {
        self.standings.insert(key.to_owned(), standing);
        self.store()
    }

    /// Puts an address back to where it stood before it was begun, durably.
    pub(super) fn restore(&mut self, key: &str, before: Option<Standing>) -> Result<(), FileError> {
        match before {
            Some(standing) => self.standings.insert(key.to_owned(), standing),
            None => self.standings.remove(key),
        };
        self.store()
    }

    fn store(&self) -> Result<(), FileError> {
        let stored = Stored { version: VERSION, addresses: self.standings.clone() };
        let bytes = serde_json::to_vec_pretty(&stored)
            .map_err(|error| at(Operation::Write, &self.path)(std::io::Error::other(error)))?;
        if let Some(folder) = self.path.parent() {
            create_private_folder(folder)?;
        }
        write_atomically(&self.path, &bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_is_known_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let path = Ledger::path(folder.path());
        let at: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let mut ledger = Ledger::load(path.clone()).unwrap();
        ledger.set("a", Standing::Begun(at)).unwrap();
        ledger.set("a", Standing::Sent(at)).unwrap();
        ledger.set("b", Standing::Begun(at)).unwrap();
        ledger.set("c", Standing::Begun(at)).unwrap();
        ledger.restore("c", None).unwrap();
        let read = Ledger::load(path).unwrap();
        assert_eq!(read, ledger);
        assert_eq!(read.standing("a"), Some(Standing::Sent(at)));
        assert_eq!(read.standing("b"), Some(Standing::Begun(at)));
        assert_eq!(read.standing("c"), None);
    }

    #[test]
    fn a_ledger_that_cannot_be_read_is_not_taken_for_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = Ledger::path(folder.path());
        create_private_folder(path.parent().unwrap()).unwrap();
        for broken in [&b"{"[..], br#"{"version":2,"addresses":{}}"#] {
            write_atomically(&path, broken).unwrap();
            assert!(Ledger::load(path.clone()).is_err());
        }
    }
}
