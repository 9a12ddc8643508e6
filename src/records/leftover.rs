//! What an erasure has yet to clear away: noted in its transaction, done after it, finished by a check should the
//! program end between.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use crate::files;
use crate::files::FileError;
use crate::files::Operation;
use crate::files::TEMPORARY;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::database;
use crate::records::error::in_sqlite;
use crate::records::store;

/// How long a file that is being written may take.
const YOUNG: Duration = Duration::from_mins(10);

/// Something to clear away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leftover {
    /// A redacted register, written before the transaction that puts it in the place of another.
    Unplaced,
    /// The file of a register that was replaced or erased.
    Register,
    /// A file that was set aside.
    Aside,
    /// What the database held: pages that were written over keep traces until it is written anew.
    Database,
}

impl Leftover {
    fn code(self) -> i64 {
        match self {
            Self::Unplaced => 0,
            Self::Register => 1,
            Self::Aside => 2,
            Self::Database => 3,
        }
    }
}

/// Notes something to clear away; `digest` is empty for the database.
pub(super) fn note(connection: &Connection, leftover: Leftover, digest: &str) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO leftover (kind, digest) VALUES (?1, ?2)")?;
    insert.execute((leftover.code(), digest)).map(|_| ())
}

/// Notes that it was cleared away, or need not be; whether it was noted.
pub(super) fn forget(connection: &Connection, leftover: Leftover, digest: &str) -> rusqlite::Result<bool> {
    let mut delete = connection.prepare_cached("DELETE FROM leftover WHERE kind = ?1 AND digest = ?2")?;
    delete.execute((leftover.code(), digest)).map(|gone| gone > 0)
}

/// Whether a redacted register still waits for its place.
pub(super) fn is_unplaced(connection: &Connection, digest: &str) -> rusqlite::Result<bool> {
    let mut find = connection.prepare_cached("SELECT 1 FROM leftover WHERE kind = ?1 AND digest = ?2")?;
    find.exists((Leftover::Unplaced.code(), digest))
}

/// The digests of everything that waits for its place or its end: none of it is to be imported.
pub(super) fn digests(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.prepare_cached("SELECT digest FROM leftover")?.query_map([], |row| row.get(0))?.collect()
}

impl Records {
    /// Clears away what erasures have left; whether nothing is left. Something stays while another program reads the
    /// records all along: the next check finishes it.
    pub(super) fn clear_leftovers(&mut self) -> Result<bool, RecordsError> {
        self.clear_unplaced()?;
        for leftover in [Leftover::Register, Leftover::Aside] {
            let path = if leftover == Leftover::Aside { store::aside } else { store::path };
            for digest in self.read(|connection| noted(connection, leftover))? {
                // A copy that was brought back may have it again.
                if leftover == Leftover::Aside || !self.read(|connection| is_register(connection, &digest))? {
                    remove(&path(&self.root, &digest))?;
                }
                self.write(|connection| forget(connection, leftover, &digest))?;
            }
        }
        if self.read(|connection| noted(connection, Leftover::Database))?.is_empty() {
            return Ok(true);
        }
        self.clear_torn()?;
        self.rewrite()
    }

    /// Files that a program which was killed had only begun to write: they may hold anybody.
    fn clear_torn(&self) -> Result<(), RecordsError> {
        let folders = folders_in(&store::files(&self.root))?;
        for folder in folders.iter().chain([&store::asides(&self.root)]) {
            for path in entries_of(folder)? {
                let is_torn = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(TEMPORARY));
                // A young one may be being written just now.
                let age = path.metadata().and_then(|metadata| metadata.modified()).map(|at| at.elapsed());
                if is_torn && matches!(age, Ok(Ok(age)) if age > YOUNG) {
                    remove(&path)?;
                }
            }
        }
        Ok(())
    }

    /// Redacted registers that never came to be. One that another program is about to place is given up by it: it finds
    /// its note gone.
    fn clear_unplaced(&mut self) -> Result<(), RecordsError> {
        for digest in self.read(|connection| noted(connection, Leftover::Unplaced))? {
            let given_up = self.write(|connection| {
                Ok(forget(connection, Leftover::Unplaced, &digest)? && !is_register(connection, &digest)?)
            })?;
            if given_up {
                remove(&store::path(&self.root, &digest))?;
            }
        }
        Ok(())
    }

    /// Writes the database anew, without the pages' leftovers, and empties its log.
    fn rewrite(&mut self) -> Result<bool, RecordsError> {
        let path = database(&self.root);
        let rewritten = self.connection.execute_batch("VACUUM").map_err(in_sqlite(&path));
        match rewritten {
            Ok(()) => {}
            Err(RecordsError::InUse { .. }) => return Ok(false),
            Err(error) => return Err(error),
        }
        let busy: i64 = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(in_sqlite(&path))?;
        if busy == 0 {
            self.write(|connection| forget(connection, Leftover::Database, ""))?;
        }
        Ok(busy == 0)
    }
}

fn is_register(connection: &Connection, digest: &str) -> rusqlite::Result<bool> {
    connection.prepare_cached("SELECT 1 FROM register WHERE digest = ?1")?.exists([digest])
}

fn noted(connection: &Connection, leftover: Leftover) -> rusqlite::Result<Vec<String>> {
    let mut noted = connection.prepare_cached("SELECT digest FROM leftover WHERE kind = ?1")?;
    noted.query_map([leftover.code()], |row| row.get(0))?.collect()
}

/// What is in a folder.
pub(super) fn entries_of(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    let entries = std::fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let entries = entries.map_err(files::at(Operation::List, folder))?;
    Ok(entries.into_iter().map(|entry| entry.path()).collect())
}

/// The folders in a folder.
pub(super) fn folders_in(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    let mut folders = entries_of(folder)?;
    folders.retain(|path| path.is_dir());
    Ok(folders)
}

/// Removes a file for good; one that is gone already will do.
fn remove(path: &Path) -> Result<(), FileError> {
    #[cfg(not(unix))]
    if let Ok(metadata) = std::fs::metadata(path) {
        let mut permissions = metadata.permissions();
        permissions.set_readonly(false);
        std::fs::set_permissions(path, permissions).map_err(files::at(Operation::SetPermissions, path))?;
    }
    match std::fs::remove_file(path) {
        Ok(()) => path.parent().map_or(Ok(()), files::sync_folder),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(files::at(Operation::Remove, path)(error)),
    }
}
