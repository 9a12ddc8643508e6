//! What may be wrong with refreshers.

use std::path::{Path, PathBuf};

use crate::engine::StartError;
use crate::files::FileError;

/// Why refreshers cannot be read or written. Nothing is lost by any of them.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum RefreshError {
    /// The file is something else.
    #[error("not a file of refreshers: {}", path.display())]
    NotOurs { path: PathBuf },
    /// A newer version of the program wrote it.
    #[error("the refreshers have the newer version {version}: {}", path.display())]
    TooNew { path: PathBuf, version: i64 },
    /// It holds what this program never writes, or cannot be read any more.
    #[error("the refreshers are damaged: {}", path.display())]
    Damaged { path: PathBuf },
    /// Another program holds it.
    #[error("another program holds the refreshers: {}", path.display())]
    InUse { path: PathBuf },
    /// The disk is full.
    #[error("the disk is full: {}", path.display())]
    Full { path: PathBuf },
    /// The database could not do it.
    #[error("{source}: {}", path.display())]
    Database { path: PathBuf, source: rusqlite::Error },
    /// A file operation failed.
    #[error(transparent)]
    File(#[from] FileError),
    /// The self-study to take up cannot be read.
    #[error(transparent)]
    Session(#[from] StartError),
    /// The course is not passed yet.
    #[error("the course is not passed yet")]
    NotPassed,
    /// The copy of the course that refreshers keep is gone or was changed.
    #[error("the kept course is gone or was changed: {}", folder.display())]
    CourseChanged { folder: PathBuf },
    /// The card is no longer there.
    #[error("no such question in the refreshers: {}", path.display())]
    NoCard { path: PathBuf },
}

/// Adds the path to an error of the database.
pub(super) fn in_sqlite(path: &Path) -> impl Fn(rusqlite::Error) -> RefreshError + '_ {
    use rusqlite::ErrorCode;
    move |source| {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => RefreshError::NotOurs { path },
            Some(ErrorCode::DatabaseCorrupt) => RefreshError::Damaged { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => RefreshError::InUse { path },
            Some(ErrorCode::DiskFull) => RefreshError::Full { path },
            _ => RefreshError::Database { path, source },
        }
    }
}
