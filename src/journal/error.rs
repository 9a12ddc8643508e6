//! What may be wrong with a journal.

use std::path::{Path, PathBuf};

use crate::files::FileError;

/// Why a journal could not be read or written.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum JournalError {
    /// There is no such file.
    #[error("there is no journal: {}", path.display())]
    Missing { path: PathBuf },
    /// Another process has it open.
    #[error("another process has the journal open: {}", path.display())]
    InUse { path: PathBuf },
    /// The file is something else.
    #[error("not a journal of this program: {}", path.display())]
    NotAJournal { path: PathBuf },
    /// A newer version of the program wrote it.
    #[error("the journal has the newer version {version}: {}", path.display())]
    TooNew { path: PathBuf, version: u32 },
    /// The chain does not hold.
    #[error("event {seq}: {fault}: {}", path.display())]
    Broken { path: PathBuf, seq: u64, fault: Fault },
    /// The disk is full.
    #[error("the disk is full: {}", path.display())]
    Full { path: PathBuf },
    /// A file operation failed.
    #[error(transparent)]
    File(#[from] FileError),
    /// The database could not do it.
    #[error("{source}: {}", path.display())]
    Database { path: PathBuf, source: rusqlite::Error },
}

/// What is wrong at one place of a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The number does not follow the one before: events are missing or were put in.
    #[error("an event is missing")]
    Gap,
    /// The hash does not fit the content and what went before.
    #[error("the content was changed")]
    Changed,
    /// The content is no event of this version.
    #[error("the event cannot be read")]
    Unreadable,
    /// The journal does not begin with its opening, or goes on after its closing.
    #[error("the event stands where it cannot")]
    OutOfPlace,
    /// The feedback forms are not those that the closing vouches for.
    #[error("the feedback forms were changed")]
    Feedback,
}

/// Adds the path to an error of the database.
pub(super) fn in_sqlite(path: &Path) -> impl Fn(rusqlite::Error) -> JournalError + '_ {
    move |source| match source.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DiskFull) => JournalError::Full { path: path.to_owned() },
        Some(rusqlite::ErrorCode::NotADatabase) => JournalError::NotAJournal { path: path.to_owned() },
        Some(rusqlite::ErrorCode::DatabaseBusy) => JournalError::InUse { path: path.to_owned() },
        _ => JournalError::Database { path: path.to_owned(), source },
    }
}
