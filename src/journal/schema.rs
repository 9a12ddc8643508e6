//! The tables, their version, and how older versions become the present one.

use std::path::Path;

use rusqlite::Connection;

use crate::journal::JournalError;
use crate::journal::error::in_sqlite;

/// "PERE": by which the file is known as ours.
const APPLICATION_ID: i32 = i32::from_be_bytes(*b"PERE");

/// The version this program writes.
const VERSION: u32 = 4;

/// What makes a journal of version `n` one of version `n + 1`, from version 1 on.
const MIGRATIONS: &[&str] = &[
    // Version 2 knows phones (more events, and all of version 1 reads) and the addresses for the handout.
    HANDOUT, // Version 3 knows self-study: more events, and all of version 2 reads. No table changes.
    "",      // Version 4 knows sessions of only some themes, told by their first event. No table changes.
    "",
];

/// From this version on, addresses for the handout are kept.
const HANDOUT_SINCE: u32 = 2;

const HANDOUT: &str = "CREATE TABLE handout (participant INTEGER PRIMARY KEY, address TEXT NOT NULL) STRICT;";

const TABLES: &str = "
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE event (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, json TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
    CREATE TABLE feedback (key TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
";

/// Makes the tables in an empty file.
pub(super) fn create(connection: &mut Connection, session: &str) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.execute_batch(TABLES)?;
    transaction.execute_batch(HANDOUT)?;
    transaction.execute("INSERT INTO meta (name, value) VALUES ('session', ?1)", [session])?;
    transaction.commit()
}

/// The version of the journal, if it is one of ours that this program can read.
pub(super) fn version(connection: &Connection, path: &Path) -> Result<u32, JournalError> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(in_sqlite(path));
    if pragma("application_id")? != i64::from(APPLICATION_ID) {
        return Err(JournalError::NotAJournal { path: path.to_owned() });
    }
    let version = u32::try_from(pragma("user_version")?).unwrap_or(0);
    match version {
        0 => Err(JournalError::NotAJournal { path: path.to_owned() }),
        1..=VERSION => Ok(version),
        _ => Err(JournalError::TooNew { path: path.to_owned(), version }),
    }
}

/// Brings a journal of an older version up to the present one.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), JournalError> {
    let from = version(connection, path)?;
    for (migration, to) in MIGRATIONS.iter().skip(from as usize - 1).zip(from + 1..) {
        let migrated = connection.transaction().and_then(|transaction| {
            transaction.execute_batch(migration)?;
            transaction.pragma_update(None, "user_version", to)?;
            transaction.commit()
        });
        migrated.map_err(in_sqlite(path))?;
    }
    Ok(())
}

/// Whether a journal of `version` has a place for addresses; one that is only read is not migrated.
pub(super) fn keeps_addresses(version: u32) -> bool {
    version >= HANDOUT_SINCE
}

/// The session that the journal's chain begins with.
pub(super) fn session(connection: &Connection) -> rusqlite::Result<String> {
    connection.query_row("SELECT value FROM meta WHERE name = 'session'", [], |row| row.get(0))
}
