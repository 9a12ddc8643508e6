//! Why a session could not be started, and why a command did not happen.

use std::path::PathBuf;
use std::sync::Arc;

use crate::files::FileError;
use crate::journal::JournalError;
use crate::session::Refusal;

/// The engine's inbox is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the session is busy")]
pub struct Busy;

/// Why a command did not happen.
#[derive(Clone, Debug, thiserror::Error)]
pub enum AskError {
    /// It may not happen.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be stored: nothing was acknowledged, nothing has changed; the next try may succeed.
    #[error("the journal could not be written: {0}")]
    Journal(Arc<JournalError>),
    /// The engine has ended.
    #[error("the session has ended")]
    Ended,
}

/// Why a session could not be started or resumed.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum StartError {
    /// What was typed cannot be used.
    #[error(transparent)]
    Setup(#[from] Refusal),
    /// A file operation failed.
    #[error(transparent)]
    File(#[from] FileError),
    /// The journal could not be created, opened or replayed.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The pack for a new session has mistakes.
    #[error("the pack has mistakes: {}", folder.display())]
    BadPack { folder: PathBuf },
    /// The pack is not the one with which the session was opened, or a file of it is gone.
    #[error("the session's pack was changed: {}", folder.display())]
    PackChanged { folder: PathBuf },
    /// A file of the pack or profile is too large, is a link, or lies outside its folder.
    #[error("the pack cannot be copied: {}", path.display())]
    NotCopied { path: PathBuf },
    /// The profile that was stored with the session cannot be read.
    #[error("the session's profile cannot be read: {}", path.display())]
    BadProfile { path: PathBuf },
    /// The pack does not speak the language that was chosen.
    #[error("the course has no language {0}")]
    NoLanguage(String),
    /// The course has no such theme.
    #[error("the course has no theme {0}")]
    NoTheme(String),
    /// The operating system gives no randomness.
    #[error("the operating system gives no randomness")]
    NoRandomness,
    /// The operating system starts no thread.
    #[error("no thread could be started: {0}")]
    NoThread(std::io::Error),
}
