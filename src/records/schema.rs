//! The tables, their version, and how older versions become the present one.

use std::fs::OpenOptions;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::OpenFlags;

use crate::files;
use crate::files::Operation;
use crate::records::RecordsError;
use crate::records::begin;
use crate::records::error::in_sqlite;
use crate::records::feedback;

/// "PERR": by which the file is known as ours.
const APPLICATION_ID: i32 = i32::from_be_bytes(*b"PERR");

/// The version this program writes.
pub(super) const VERSION: u32 = 8;

/// How long a transaction waits for that of another program.
const PATIENCE: Duration = Duration::from_secs(30);

/// What makes records of version `n` ones of version `n + 1`; the first makes version 1 from nothing.
const MIGRATIONS: &[&str] = &[
    include_str!("schema/version_1.sql"),
    include_str!("schema/version_2.sql"),
    include_str!("schema/version_3.sql"),
    feedback::TABLES,
    include_str!("schema/version_5.sql"),
    include_str!("schema/version_6.sql"),
    include_str!("schema/version_7.sql"),
    include_str!("schema/version_8.sql"),
];
const _: () = assert!(MIGRATIONS.len() == VERSION as usize, "each version has its migration");

/// Statements that are kept prepared.
const STATEMENTS: usize = 128;

/// Opens (and creates) the database.
pub(super) fn open(path: &Path) -> Result<Connection, RecordsError> {
    create_private(path)?;
    let mut connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(in_sqlite(path))?;
    connection.busy_timeout(PATIENCE).map_err(in_sqlite(path))?;
    // Whose file it is must be known before anything is written into it.
    let version = version(&connection, path)?;
    prepare(&connection).map_err(in_sqlite(path))?;
    if version < VERSION {
        migrate(&mut connection, path)?;
    }
    Ok(connection)
}

fn create_private(path: &Path) -> Result<(), RecordsError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        // The write-ahead log takes its permissions from this file.
        options.mode(0o600);
    }
    options.open(path).map_err(files::at(Operation::Write, path))?;
    Ok(())
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", "on")?;
    connection.pragma_update_and_check(None, "secure_delete", "on", |row| row.get::<_, i64>(0))?;
    // 64 MiB; in KiB when negative.
    connection.pragma_update(None, "cache_size", -65_536)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// The version of the records, 0 for an empty file, if it is one of ours that this program can read.
fn version(connection: &Connection, path: &Path) -> Result<u32, RecordsError> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(in_sqlite(path));
    let (application, version) = (pragma("application_id")?, u32::try_from(pragma("user_version")?).unwrap_or(0));
    let pages = pragma("page_count")?;
    match (application, version) {
        (0, 0) if pages == 0 => Ok(0),
        (application, 1..=VERSION) if application == i64::from(APPLICATION_ID) => Ok(version),
        (application, 1..) if application == i64::from(APPLICATION_ID) => {
            Err(RecordsError::TooNew { path: path.to_owned(), version })
        }
        // Another program may be creating it, and have got no further than the write-ahead log.
        (0, 0)
            if connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)) == Ok(0) =>
        {
            Ok(0)
        }
        _ => Err(RecordsError::NotRecords { path: path.to_owned() }),
    }
}

/// Brings the database up to the present version, one version a transaction.
fn migrate(connection: &mut Connection, path: &Path) -> Result<(), RecordsError> {
    loop {
        let transaction = begin(connection).map_err(in_sqlite(path))?;
        // Another program may have done it meanwhile.
        let from = version(&transaction, path)?;
        let Some(migration) = MIGRATIONS.get(from as usize) else { return Ok(()) };
        let migrated = transaction
            .execute_batch(migration)
            .and_then(|()| transaction.pragma_update(None, "application_id", APPLICATION_ID))
            .and_then(|()| transaction.pragma_update(None, "user_version", from + 1))
            .and_then(|()| transaction.commit());
        migrated.map_err(in_sqlite(path))?;
    }
}
