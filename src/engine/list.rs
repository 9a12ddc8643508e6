//! The sessions on this computer.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::engine::layout;
use crate::files;
use crate::files::DataFolder;
use crate::files::FileError;
use crate::files::Operation;
use crate::journal;
use crate::journal::JournalError;
use crate::session::Setup;

/// A session on this computer.
#[derive(Clone, Debug)]
pub struct SessionSummary {
    /// Its folder.
    pub folder: PathBuf,
    /// Whether a process, perhaps this one, has it open.
    pub is_in_use: bool,
    /// What a glance at its journal tells, or why it cannot be read.
    pub gist: Result<SessionGist, Arc<JournalError>>,
}

/// What a glance at a session's journal tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionGist {
    /// What it is about.
    pub setup: Setup,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When something last happened.
    pub last_at: Timestamp,
    /// When it was closed; an unfinished session can be continued.
    pub closed_at: Option<Timestamp>,
    /// How many have signed in, removed rows included.
    pub signed_in: u64,
    /// Whether its register was written; a closed session without one waits to be signed.
    pub has_register: bool,
}

/// All sessions, the one in which something last happened first, unreadable ones last.
///
/// # Errors
/// When the folder of sessions cannot be listed.
pub fn list_sessions(data: &DataFolder) -> Result<Vec<SessionSummary>, FileError> {
    let sessions = data.sessions();
    if !sessions.exists() {
        return Ok(Vec::new());
    }
    let mut summaries = Vec::new();
    for entry in std::fs::read_dir(&sessions).map_err(files::at(Operation::List, &sessions))? {
        let entry = entry.map_err(files::at(Operation::List, &sessions))?;
        // Folders with a dot are half made or half removed.
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        let folder = entry.path();
        if is_hidden || !folder.is_dir() {
            continue;
        }
        let path = layout::journal(&folder);
        let is_in_use = journal::is_in_use(&path);
        let gist = journal::peek(&path).map_err(Arc::new).map(|peek| SessionGist {
            setup: peek.setup,
            opened_at: peek.opened_at,
            last_at: peek.last_at,
            closed_at: peek.closed_at,
            signed_in: peek.signed_in,
            has_register: layout::register(&folder).is_file(),
        });
        summaries.push(SessionSummary { folder, is_in_use, gist });
    }
    summaries.sort_by_key(|summary| {
        let last_at = summary.gist.as_ref().ok().map(|gist| gist.last_at);
        (std::cmp::Reverse(last_at), summary.folder.clone())
    });
    Ok(summaries)
}
