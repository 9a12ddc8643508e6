//! Exporting a finished session, and removing it from this computer.

use std::path::{Path, PathBuf};

use crate::engine::layout;
use crate::files;
use crate::files::FileError;
use crate::files::Operation;
use crate::files::create_private_folder;
use crate::i18n;
use crate::journal;
use crate::journal::Journal;
use crate::journal::JournalError;
use crate::journal::Peek;

/// Why a session was not exported or removed.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum RemoveError {
    /// It has not been closed, and people have signed in.
    #[error("the session is not finished: {}", folder.display())]
    Unfinished { folder: PathBuf },
    /// There is something of that name already.
    #[error("there is something of that name: {}", path.display())]
    Exists { path: PathBuf },
    /// The copy is not what was copied.
    #[error("the copy differs: {}", path.display())]
    Differs { path: PathBuf },
    /// A file operation failed.
    #[error(transparent)]
    File(#[from] FileError),
    /// The journal is open elsewhere or cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// Copies a finished session into a new folder within `to`, and compares the copy byte by byte. The addresses that
/// people left for the handout stay behind: they were left for nothing else.
///
/// Returns the new folder, named by date, course and session.
///
/// # Errors
/// When it is not finished or open somewhere, or cannot be copied; a half-made copy is taken away.
pub fn export_session(folder: &Path, to: &Path) -> Result<PathBuf, RemoveError> {
    // Opening it for writing seals it, and keeps others out while it is copied.
    let (_journal, record) = Journal::open(&layout::journal(folder))?;
    let Some((opened_at, setup)) = record.opening().filter(|_| record.is_closed()) else {
        return Err(RemoveError::Unfinished { folder: folder.to_owned() });
    };
    let date = i18n::local(opened_at, &setup.time_zone).date();
    let mark: String = setup.session.chars().take(8).collect();
    let path = to.join(format!("{date}-{}-{mark}", setup.course));
    if path.exists() {
        return Err(RemoveError::Exists { path });
    }
    let copied = copy(folder, &path).and_then(|()| Ok(journal::forget_addresses(&layout::journal(&path))?));
    if copied.is_err() {
        // The first error is the one to tell.
        drop(std::fs::remove_dir_all(&path));
    }
    copied.map(|()| path)
}

fn copy(from: &Path, to: &Path) -> Result<(), RemoveError> {
    create_private_folder(to)?;
    for entry in std::fs::read_dir(from).map_err(files::at(Operation::List, from))? {
        let entry = entry.map_err(files::at(Operation::List, from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if [layout::room(from), layout::mail(from), layout::notes(from)].contains(&source) {
            // The first opens the room, should it still be there; the others hold addresses, and what is private.
            continue;
        }
        if source.is_dir() {
            copy(&source, &target)?;
        } else if source.extension().is_none_or(|extension| extension != "lock") {
            let bytes = files::read_at_most(&source, u64::from(u32::MAX))?;
            files::write_atomically(&target, &bytes)?;
            if files::read_at_most(&target, u64::from(u32::MAX))? != bytes {
                return Err(RemoveError::Differs { path: target });
            }
        }
    }
    Ok(())
}

/// Removes a session from this computer: a closed one, or one in which nobody has signed in.
///
/// # Errors
/// When it is not finished, or open somewhere, or cannot be removed.
pub fn remove_session(folder: &Path) -> Result<(), RemoveError> {
    let path = layout::journal(folder);
    if journal::is_in_use(&path) {
        return Err(JournalError::InUse { path }.into());
    }
    let Peek { closed_at, signed_in, .. } = journal::peek(&path)?;
    if closed_at.is_none() && signed_in > 0 {
        return Err(RemoveError::Unfinished { folder: folder.to_owned() });
    }
    // Out of sight at once, so that a crash on the way leaves no half session to be continued.
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let hidden = folder.with_file_name(format!(".removed-{name}"));
    std::fs::rename(folder, &hidden).map_err(files::at(Operation::Rename, folder))?;
    std::fs::remove_dir_all(&hidden).map_err(files::at(Operation::Remove, &hidden))?;
    Ok(())
}
