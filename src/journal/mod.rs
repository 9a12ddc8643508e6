//! Events in SQLite: append, replay, hash chain, versioned migrations.
//!
//! A journal is one file. Its events form a chain: `h₀ = SHA-256("perehdytin journal v1\n" ‖ session)`
//! and `hₙ = SHA-256(hₙ₋₁ ‖ JSON of the stamped event as stored)`, so that nothing in the middle can be
//! changed unnoticed, and the head stands for all of it. Feedback forms lie apart, keyed by their random
//! keys, without time or number; [`Journal::seal`] rewrites the file when the session closes, so that no
//! page, freed space or write-ahead log tells in what order they came. The addresses for the handout lie apart, too, as
//! they stand: in no chain, so that one that is taken back is gone, and none leaves the computer with the journal.

mod chain;
mod error;
mod read;
mod schema;
#[cfg(test)]
mod tests;

pub use chain::Chain;
pub use error::{Fault, JournalError};
pub use read::{Address, Peek, Record, peek, read};

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::OpenFlags;
use serde::{Deserialize, Serialize};

use crate::files;
use crate::files::Operation;
use crate::journal::error::in_sqlite;
use crate::session::Event;

/// How far the write-ahead log grows before its content is moved into the file, in bytes.
const LARGEST_LOG: usize = 4 * 1024 * 1024;
/// About what a commit writes beside its content: the pages that it touches are written whole.
const COMMIT_OVERHEAD: usize = 3 * 4096;

/// An event with its time, as it is stored and hashed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamped {
    /// When it happened; never before the event before it.
    pub at: Timestamp,
    /// What the clock said, if that was before the event before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<Timestamp>,
    /// What happened.
    pub event: Event,
}

/// The one writer of a journal.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    connection: Connection,
    chain: Chain,
    is_closed: bool,
    /// About how much the write-ahead log holds, in bytes.
    log: usize,
    /// Held open as long as the journal is: the lock goes with it, even when the process is killed.
    _lock: File,
}

impl Journal {
    /// Creates a journal whose first event is `first`, durable when this returns.
    ///
    /// # Errors
    /// When there is a file already, or it cannot be written.
    pub fn create(path: &Path, session: &str, first: &Stamped) -> Result<(), JournalError> {
        create_private(path)?;
        let mut connection =
            Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(in_sqlite(path))?;
        schema::create(&mut connection, session).map_err(in_sqlite(path))?;
        prepare_for_writing(&connection).map_err(in_sqlite(path))?;
        let mut chain = Chain::new(session);
        append(&mut connection, &mut chain, std::slice::from_ref(first)).map_err(in_sqlite(path))?;
        connection.close().map_err(|(_, error)| in_sqlite(path)(error))?;
        if let Some(folder) = path.parent() {
            // The file is durable only once its name is.
            files::sync_folder(folder)?;
        }
        Ok(())
    }

    /// Opens a journal for writing, replays it and checks its chain.
    ///
    /// # Errors
    /// When another process has it open, it is none of ours, its chain is broken, or it cannot be read.
    pub fn open(path: &Path) -> Result<(Self, Record), JournalError> {
        let lock = lock(path)?;
        let mut connection =
            Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(in_sqlite(path))?;
        schema::migrate(&mut connection, path)?;
        let (record, chain) = read::replay(&connection, path)?;
        let is_closed = record.is_closed();
        if !is_closed {
            prepare_for_writing(&connection).map_err(in_sqlite(path))?;
        }
        let mut journal = Self { path: path.to_owned(), connection, chain, is_closed, log: 0, _lock: lock };
        if is_closed && !journal.is_sealed()? {
            // The process ended between closing and sealing.
            journal.seal()?;
        }
        Ok((journal, record))
    }

    /// Appends entries in one durable transaction; feedback forms and addresses go to their own places.
    ///
    /// # Errors
    /// When they could not be written: then none of them is in the journal, and the next try may succeed.
    pub fn append(&mut self, entries: &[Stamped]) -> Result<(), JournalError> {
        let mut chain = self.chain.clone();
        let written = append(&mut self.connection, &mut chain, entries).map_err(in_sqlite(&self.path))?;
        self.chain = chain;
        self.log += written + COMMIT_OVERHEAD;
        self.is_closed |= entries.iter().any(|entry| matches!(entry.event, Event::Closed { .. }));
        Ok(())
    }

    /// Moves what the write-ahead log holds into the file, once that is worth it. Everything is durable without it: it
    /// is for a moment in which nobody waits.
    ///
    /// # Errors
    /// When it could not be moved; the log stands, and the next call tries again when it has grown as much once more.
    pub fn tidy(&mut self) -> Result<(), JournalError> {
        if self.log < LARGEST_LOG {
            return Ok(());
        }
        self.log = 0;
        self.connection.execute_batch("PRAGMA wal_checkpoint(PASSIVE)").map_err(in_sqlite(&self.path))
    }

    /// Rewrites a closed journal as a single file in which nothing tells the order of feedback forms.
    ///
    /// # Errors
    /// When it could not be rewritten; the journal is whole then, and the next opening tries again.
    pub fn seal(&mut self) -> Result<(), JournalError> {
        let sealed =
            self.connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;");
        sealed.map_err(in_sqlite(&self.path))
    }

    /// Whether the session in it was closed.
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// How many events there are (feedback forms apart).
    pub fn length(&self) -> u64 {
        self.chain.length()
    }

    /// The chain's head: SHA-256, lower-case hexadecimal.
    pub fn head(&self) -> String {
        self.chain.head()
    }

    fn is_sealed(&self) -> Result<bool, JournalError> {
        let mode: String = self
            .connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .map_err(in_sqlite(&self.path))?;
        Ok(mode != "wal")
    }

    /// Lets the file grow no further, as a full disk would.
    #[cfg(test)]
    pub(crate) fn limit_pages(&self, pages: u32) {
        self.connection.pragma_update_and_check(None, "max_page_count", pages, |row| row.get::<_, i64>(0)).unwrap();
    }
}

fn create_private(path: &Path) -> Result<(), JournalError> {
    // The write-ahead log takes its permissions from this file.
    private(OpenOptions::new().write(true).create_new(true)).open(path).map_err(files::at(Operation::Write, path))?;
    Ok(())
}

/// What it creates is readable by its owner alone.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Takes the addresses for the handout out of a copy of a sealed journal that nobody else knows of yet.
///
/// # Errors
/// When the copy cannot be rewritten.
pub fn forget_addresses(copy: &Path) -> Result<(), JournalError> {
    let connection = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(in_sqlite(copy))?;
    let forgotten = connection.execute("DELETE FROM handout", []).map_err(in_sqlite(copy))?;
    if forgotten > 0 {
        // Not in freed space either.
        connection.execute_batch("VACUUM").map_err(in_sqlite(copy))?;
    }
    connection.close().map_err(|(_, error)| in_sqlite(copy)(error))
}

/// Whether a process has the journal open for writing.
pub fn is_in_use(path: &Path) -> bool {
    matches!(lock(path), Err(JournalError::InUse { .. }))
}

fn lock(path: &Path) -> Result<File, JournalError> {
    if !path.is_file() {
        return Err(JournalError::Missing { path: path.to_owned() });
    }
    let lock_path = path.with_extension("lock");
    let file = private(OpenOptions::new().write(true).create(true).truncate(false))
        .open(&lock_path)
        .map_err(files::at(Operation::Write, &lock_path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(JournalError::InUse { path: path.to_owned() }),
        Err(TryLockError::Error(source)) => Err(files::at(Operation::Write, &lock_path)(source).into()),
    }
}

fn prepare_for_writing(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0))?;
    connection.pragma_update(None, "synchronous", "full")?;
    // Of itself it would tidy in the middle of a commit, while a whole room waits for its answers to be taken.
    connection.pragma_update_and_check(None, "wal_autocheckpoint", 0, |row| row.get::<_, i64>(0))?;
    connection.pragma_update_and_check(None, "secure_delete", "on", |row| row.get::<_, i64>(0))?;
    Ok(())
}

/// Returns about how many bytes were written.
fn append(connection: &mut Connection, chain: &mut Chain, entries: &[Stamped]) -> rusqlite::Result<usize> {
    let transaction = connection.transaction()?;
    let mut written = 0;
    {
        let mut insert_event =
            transaction.prepare_cached("INSERT INTO event (seq, at, json, hash) VALUES (?1, ?2, ?3, ?4)")?;
        let mut keep_address =
            transaction.prepare_cached("INSERT OR REPLACE INTO handout (participant, address) VALUES (?1, ?2)")?;
        let mut forget_address = transaction.prepare_cached("DELETE FROM handout WHERE participant = ?1")?;
        let mut insert_form = transaction.prepare_cached("INSERT INTO feedback (key, json) VALUES (?1, ?2)")?;
        for entry in entries {
            if let Event::HandoutAsked { participant, address } = &entry.event {
                match address {
                    Some(address) => keep_address.execute((participant.0, address))?,
                    None => forget_address.execute([participant.0])?,
                };
                written += address.as_ref().map_or(0, String::len);
            } else if let Event::FeedbackGiven(form) = &entry.event {
                let json = json(form)?;
                written += json.len();
                insert_form.execute((&form.key, json))?;
            } else {
                let json = json(entry)?;
                written += json.len();
                let hash = chain.extend(&json);
                let seq = i64::try_from(chain.length()).unwrap_or(i64::MAX);
                insert_event.execute((seq, entry.at.to_string(), json, hash))?;
            }
        }
    }
    transaction.commit()?;
    Ok(written)
}

fn json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}
