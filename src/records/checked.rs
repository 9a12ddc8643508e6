//! A file on its way into the records: checked by whichever thread is free, put into the tables by the one writer.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;

use crate::files::FileError;
use crate::files::read_at_most;
use crate::records::Became;
use crate::records::By;
use crate::records::Entry;
use crate::records::Reason;
use crate::records::aside;
use crate::records::feedback;
use crate::records::feedback::Kept;
use crate::records::gone;
use crate::records::gone::Gone;
use crate::records::insert;
use crate::records::insert::Inserted;
use crate::records::judge;
use crate::records::leftover;
use crate::records::leftover::Leftover;
use crate::records::store;
use crate::register::feedback_file::FeedbackFile;
use crate::register::verify::LARGEST_FILE;

/// Largest file of which a copy is kept when it is set aside, in bytes.
const LARGEST_ASIDE: usize = 16 * 1024 * 1024;

/// A file that was checked, on its way to the writer.
pub(super) struct Checked {
    pub(super) path: PathBuf,
    pub(super) digest: String,
    pub(super) found: Found,
}

/// What a file was found to be.
pub(super) enum Found {
    Sound(Box<Entry>),
    Heard { file: Box<FeedbackFile>, bytes: Vec<u8> },
    Known,
    Unsound { reason: Reason, bytes: u64 },
}

/// What is known of files before they are checked.
pub(super) struct Digests {
    pub(super) kept: BTreeSet<String>,
    pub(super) gone: Gone,
}

/// Reads and checks a file, and keeps its bytes.
pub(super) fn check(
    path: &Path,
    root: &Path,
    known: &Digests,
    rehearsals: bool,
    now: Timestamp,
) -> Result<Checked, FileError> {
    let checked = |digest: String, found| Ok(Checked { path: path.to_owned(), digest, found });
    let bytes = match read_at_most(path, LARGEST_FILE) {
        Ok(bytes) => bytes,
        Err(error) if error.source.kind() == std::io::ErrorKind::FileTooLarge => {
            let reason = Reason::TooLarge { limit: LARGEST_FILE / 1024 / 1024 };
            let bytes = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
            let digest = store::digest(path.as_os_str().as_encoded_bytes());
            return checked(digest, Found::Unsound { reason, bytes });
        }
        Err(error) => return Err(error),
    };
    let digest = store::digest(&bytes);
    let erased = Found::Unsound { reason: Reason::Erased, bytes: bytes.len() as u64 };
    if known.gone.has(&digest) {
        return checked(digest, erased);
    }
    if known.kept.contains(&digest) {
        // Should the kept file be lost or damaged, here is another.
        let is_whole = |kept: Vec<u8>| kept == bytes;
        if !read_at_most(&store::path(root, &digest), LARGEST_FILE).is_ok_and(is_whole) {
            store::keep(root, &digest, &bytes)?;
        }
        return checked(digest, Found::Known);
    }
    let judged = if feedback::is_like(&bytes) {
        feedback::judge(&bytes, rehearsals, now).map(|file| Found::Heard { file: Box::new(file), bytes: bytes.clone() })
    } else {
        match judge::judge(&bytes, &digest, rehearsals, now) {
            Ok(entry) if known.gone.refuses(&entry) => return checked(digest, erased),
            Ok(entry) => {
                store::keep(root, &digest, &bytes)?;
                Ok(Found::Sound(Box::new(entry)))
            }
            Err(reason) => Err(reason),
        }
    };
    let found = match judged {
        Ok(found) => found,
        Err(reason) => {
            if bytes.len() <= LARGEST_ASIDE {
                store::put(&store::aside(root, &digest), &bytes)?;
            }
            Found::Unsound { reason, bytes: bytes.len() as u64 }
        }
    };
    checked(digest, found)
}

/// Puts a checked file into the tables, or notes why it may not come in.
pub(super) fn into_tables(
    connection: &Connection,
    file: &Path,
    digest: &str,
    found: Found,
    by: By<'_>,
) -> rusqlite::Result<Became> {
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(match found {
        Found::Known => Became::Known,
        // Erased while it was checked.
        Found::Sound(entry) if gone::refuses(connection, &entry)? => {
            leftover::note(connection, Leftover::Register, digest)?;
            Became::Aside(Reason::Erased)
        }
        // No trace is kept of what was erased.
        Found::Unsound { reason: Reason::Erased, .. } => Became::Aside(Reason::Erased),
        Found::Sound(entry) => match insert::entry(connection, &entry, by, &name)? {
            Inserted::New { accepted } => Became::Imported { people: entry.rows.len(), accepted, replacing: false },
            Inserted::Replacing { accepted } => {
                Became::Imported { people: entry.rows.len(), accepted, replacing: true }
            }
            Inserted::Older => Became::Older,
            Inserted::Known => Became::Known,
        },
        Found::Heard { file, bytes } => match feedback::keep(connection, &file, (digest, &bytes), by, &name)? {
            Kept::New(tie) => Became::Heard { items: file.items.len(), tie },
            Kept::Known => Became::Known,
            Kept::Refused(reason) => {
                aside::note(connection, digest, &name, bytes.len() as u64, &reason, by)?;
                Became::Aside(reason)
            }
        },
        Found::Unsound { reason, bytes } => {
            aside::note(connection, digest, &name, bytes, &reason, by)?;
            Became::Aside(reason)
        }
    })
}
