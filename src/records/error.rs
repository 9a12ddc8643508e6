//! What may be wrong with the records.

use std::path::{Path, PathBuf};

use crate::files::FileError;
use crate::register::redact::RedactError;

/// Why the records could not be read or written.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum RecordsError {
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The database says no.
    #[error("{source}: {}", path.display())]
    Database { path: PathBuf, source: rusqlite::Error },
    /// The file is no database of records.
    #[error("no records: {}", path.display())]
    NotRecords { path: PathBuf },
    /// A newer version of the program wrote it.
    #[error("version {version} is not known: {}", path.display())]
    TooNew { path: PathBuf, version: u32 },
    /// Another program has held it for too long.
    #[error("another program holds it: {}", path.display())]
    InUse { path: PathBuf },
    /// The disk is full.
    #[error("the disk is full: {}", path.display())]
    DiskFull { path: PathBuf },
    /// A thread could not be started.
    #[error("no thread: {0}")]
    Thread(std::io::Error),
    /// There is no such thing in the records; what was looked for.
    #[error("unknown: {0}")]
    Unknown(String),
    /// Several things are meant by what was looked for.
    #[error("not one alone: {0}")]
    Ambiguous(String),
    /// A decision cannot be undone before a later one is; its number.
    #[error("the decision {0} rests on it")]
    LaterDecision(i64),
    /// The numbers of all contractors are kept for today alone.
    #[error("only today")]
    OnlyToday,
    /// There is something already where a copy was to go.
    #[error("not empty: {}", path.display())]
    NotEmpty { path: PathBuf },
    /// Something in a copy, or in what is to be copied, is not what it was.
    #[error("damaged: {0}")]
    DamagedCopy(String),
    /// The kept file of a register is lost or not what it was; its digest.
    #[error("lost or damaged: {0}")]
    DamagedRegister(String),
    /// No redacted register could be made of one.
    #[error("not redacted: {digest}: {source}")]
    NotRedacted { digest: String, source: Box<RedactError> },
    /// A text has more characters than it may have.
    #[error("more than {limit} characters")]
    TooLong { limit: usize },
    /// The feedback of a session cannot be taken back while that of another file counts; that file's number.
    #[error("feedback {0} speaks for the session")]
    SpokenFor(i64),
    /// A table could not be put together.
    #[error("no table: {0}")]
    Table(String),
    /// A day that has yet to come.
    #[error("{0} is yet to come")]
    NotYet(jiff::civil::Date),
}

/// Adds the path to an error of the database.
pub(super) fn in_sqlite(path: &Path) -> impl Fn(rusqlite::Error) -> RecordsError + '_ {
    move |source| {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                RecordsError::InUse { path }
            }
            Some(rusqlite::ErrorCode::DiskFull) => RecordsError::DiskFull { path },
            Some(rusqlite::ErrorCode::NotADatabase) => RecordsError::NotRecords { path },
            _ => RecordsError::Database { path, source },
        }
    }
}
