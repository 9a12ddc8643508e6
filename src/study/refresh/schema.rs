//! The tables, their version, and the check that a file has these and nothing else.

use std::path::Path;

use rusqlite::Connection;

use crate::study::refresh::RefreshError;
use crate::study::refresh::error::in_sqlite;

/// "PERK": by which the file is known as ours.
const APPLICATION_ID: i64 = i32::from_be_bytes(*b"PERK") as i64;

/// What makes an empty file one of version 1, one of version `n` one of version `n + 1`.
const MIGRATIONS: &[&str] = &[VERSION_1];

/// Days are counted from 1970-01-01; `source` 0 is the course, 1 a refresher; `sure` 1 a guess to 3; the log only grows.
const VERSION_1: &str = "
    CREATE TABLE course (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, language TEXT NOT NULL, revision INTEGER NOT NULL,
        digest TEXT NOT NULL, enrolled INTEGER NOT NULL, minutes INTEGER NOT NULL, weekdays INTEGER NOT NULL,
        target INTEGER, target_set INTEGER, is_active INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE card (
        id INTEGER PRIMARY KEY, course TEXT NOT NULL REFERENCES course (id), question TEXT NOT NULL,
        digest TEXT NOT NULL, theme TEXT NOT NULL, place INTEGER NOT NULL, is_active INTEGER NOT NULL,
        stability REAL, difficulty REAL, last INTEGER, due INTEGER,
        answers INTEGER NOT NULL, wrong INTEGER NOT NULL, was_right INTEGER NOT NULL,
        UNIQUE (course, digest)
    ) STRICT;
    CREATE TABLE review (
        id INTEGER PRIMARY KEY, card INTEGER NOT NULL REFERENCES card (id), at TEXT NOT NULL, day INTEGER NOT NULL,
        source INTEGER NOT NULL, is_right INTEGER NOT NULL, sure INTEGER, seconds INTEGER NOT NULL,
        expected REAL, stability REAL NOT NULL, difficulty REAL NOT NULL
    ) STRICT;
    CREATE INDEX review_by_day ON review (source, day, card);
    CREATE TRIGGER review_is_not_changed BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
    CREATE TRIGGER review_is_not_removed BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
";

/// The version this program writes.
#[expect(clippy::cast_possible_wrap, reason = "versions are few")]
const VERSION: i64 = MIGRATIONS.len() as i64;

/// Brings an empty or older file to the present version; changes nothing in one that is not ours.
pub(super) fn prepare(connection: &mut Connection, path: &Path) -> Result<(), RefreshError> {
    let sound: String =
        connection.pragma_query_value(None, "quick_check", |row| row.get(0)).map_err(in_sqlite(path))?;
    if sound != "ok" {
        return Err(RefreshError::Damaged { path: path.to_owned() });
    }
    let from = version(connection, path)?;
    if from < VERSION {
        connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(())).map_err(in_sqlite(path))?;
        migrate(connection, path)?;
    }
    let wanted = Connection::open_in_memory().and_then(|fresh| {
        MIGRATIONS.iter().try_for_each(|migration| fresh.execute_batch(migration))?;
        objects(&fresh)
    });
    // A file of ours has our tables, and nothing that acts of itself beside them.
    if objects(connection).map_err(in_sqlite(path))? != wanted.map_err(in_sqlite(path))? {
        return Err(RefreshError::Damaged { path: path.to_owned() });
    }
    Ok(())
}

/// The version of the file: 0 of an empty one.
fn version(connection: &Connection, path: &Path) -> Result<i64, RefreshError> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(in_sqlite(path));
    let (application, version) = (pragma("application_id")?, pragma("user_version")?);
    let is_empty = objects(connection).map_err(in_sqlite(path))?.is_empty();
    match (application, version) {
        (0, 0) if is_empty => Ok(0),
        (APPLICATION_ID, 1..=VERSION) => Ok(version),
        (APPLICATION_ID, _) if version > VERSION => Err(RefreshError::TooNew { path: path.to_owned(), version }),
        _ => Err(RefreshError::NotOurs { path: path.to_owned() }),
    }
}

/// Each step in a transaction of its own, which reads the version again: another process may have been quicker.
fn migrate(connection: &mut Connection, path: &Path) -> Result<(), RefreshError> {
    loop {
        let transaction =
            connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(in_sqlite(path))?;
        let from = version(&transaction, path)?;
        let Some(migration) = usize::try_from(from).ok().and_then(|from| MIGRATIONS.get(from)) else { return Ok(()) };
        let migrated = transaction
            .execute_batch(migration)
            .and_then(|()| transaction.pragma_update(None, "application_id", APPLICATION_ID))
            .and_then(|()| transaction.pragma_update(None, "user_version", from + 1))
            .and_then(|()| transaction.commit());
        migrated.map_err(in_sqlite(path))?;
    }
}

/// Everything that the schema says, in a fixed order.
fn objects(connection: &Connection) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    let mut all = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    all.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}
