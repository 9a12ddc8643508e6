//! What may be wrong with the records.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::files::FileError;
use crate::files::Operation;
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
    /// The disk takes no more, and not for being full: a quota, a limit, a disk that fails.
    #[error("the disk takes no more: {}", path.display())]
    DiskRefuses { path: PathBuf },
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

impl RecordsError {
    /// The error of the disk behind it, where the disk takes no more; else itself.
    pub(super) fn of_disk(self) -> Result<FileError, Self> {
        let (path, kind) = match self {
            Self::DiskFull { path } => (path, ErrorKind::StorageFull),
            Self::DiskRefuses { path } => (path, ErrorKind::QuotaExceeded),
            Self::File(error) if takes_no_more(&error) => return Ok(error),
            other => return Err(other),
        };
        Ok(FileError { operation: Operation::Write, path, source: kind.into() })
    }
}

/// Whether the disk takes no more: then there is no use in trying the next file.
pub(super) fn takes_no_more(error: &FileError) -> bool {
    match error.source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => true,
        // The limit on the size of any file.
        ErrorKind::FileTooLarge => error.operation == Operation::Write,
        _ => false,
    }
}

/// Adds the path to an error of the database.
pub(super) fn in_sqlite(path: &Path) -> impl Fn(rusqlite::Error) -> RecordsError + '_ {
    move |source| {
        let path = path.to_owned();
        let extended = source.sqlite_error().map(|error| error.extended_code);
        match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                RecordsError::InUse { path }
            }
            Some(rusqlite::ErrorCode::DiskFull) => RecordsError::DiskFull { path },
            // The index of the write-ahead log finds no room.
            _ if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => RecordsError::DiskFull { path },
            _ if extended == Some(rusqlite::ffi::SQLITE_IOERR_WRITE) => RecordsError::DiskRefuses { path },
            Some(rusqlite::ErrorCode::NotADatabase) => RecordsError::NotRecords { path },
            _ => RecordsError::Database { path, source },
        }
    }
}
