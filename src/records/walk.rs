//! The files that somebody wants imported: those that were named, and what lies in folders that were.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::files;
use crate::files::FileError;
use crate::files::Operation;
use crate::register::bundle::REGISTER_NAME;
use crate::register::feedback_file;

/// Deepest folder below one that was named.
const DEEPEST: usize = 32;
/// How much of a file tells what it is, in bytes.
const BEGINNING: u64 = 512;

/// What was found where somebody pointed.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Files to import.
    pub(super) files: Vec<PathBuf>,
    /// What could not be looked at.
    pub(super) errors: Vec<FileError>,
    /// Files in folders that are plainly something else.
    pub(super) passed_over: usize,
}

/// Looks through `paths`. A link that was named is followed; one inside a folder is not.
pub(super) fn walk(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => folder(path, 0, &mut found),
            // A pipe would be waited for.
            Ok(metadata) if metadata.is_file() => found.files.push(path.clone()),
            Ok(_special) => {
                let source = std::io::Error::new(std::io::ErrorKind::InvalidInput, "not a file");
                found.errors.push(files::at(Operation::Read, path)(source));
            }
            Err(error) => found.errors.push(files::at(Operation::Read, path)(error)),
        }
    }
    found.files.dedup();
    found
}

fn folder(path: &Path, depth: usize, found: &mut Found) {
    let listed = std::fs::read_dir(path).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let mut entries = match listed {
        Ok(entries) => entries,
        Err(error) => {
            found.errors.push(files::at(Operation::List, path)(error));
            return;
        }
    };
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let inside = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && depth < DEEPEST => folder(&inside, depth + 1, found),
            Ok(kind) if kind.is_file() && is_wanted(&inside) => found.files.push(inside),
            Ok(_) => found.passed_over += 1,
            Err(error) => found.errors.push(files::at(Operation::Read, &inside)(error)),
        }
    }
}

/// The files in a watched folder that may be to import, by their names, and what could not be looked at. It is looked at
/// again and again: nothing is opened.
///
/// # Errors
/// When the folder itself cannot be listed.
pub(super) fn registers(root: &Path) -> Result<(Vec<PathBuf>, Vec<FileError>), FileError> {
    let mut folders = vec![(root.to_owned(), 0)];
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    while let Some((folder, depth)) = folders.pop() {
        let listed = std::fs::read_dir(&folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
        let entries = match listed.map_err(files::at(Operation::List, &folder)) {
            Ok(entries) => entries,
            Err(error) if depth == 0 => return Err(error),
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        for entry in entries {
            let (inside, is_hidden) = (entry.path(), entry.file_name().as_encoded_bytes().starts_with(b"."));
            let is_named = has_extension(&inside, "pdf") || has_extension(&inside, "json");
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && depth < DEEPEST => folders.push((inside, depth + 1)),
                Ok(kind) if kind.is_file() && is_named && !is_hidden => files.push(inside),
                Ok(_) | Err(_) => {}
            }
        }
    }
    files.sort();
    Ok((files, errors))
}

/// Whether a file in a folder is one to import, by its name and its first bytes.
pub(super) fn is_wanted(path: &Path) -> bool {
    !is_report(path) && (is_pdf(path) || is_feedback(path))
}

/// Whether a file's name or its first bytes say that it is a PDF: a register may have been renamed.
fn is_pdf(path: &Path) -> bool {
    has_extension(path, "pdf") || beginning(path).starts_with(b"%PDF-")
}

/// Whether a file says that it tells what was said in a session.
fn is_feedback(path: &Path) -> bool {
    let format = feedback_file::FORMAT.as_bytes();
    has_extension(path, "json") && beginning(path).windows(format.len()).any(|window| window == format)
}

/// Whether it is the report that a session leaves beside its register, or beside its feedback: for people alone.
fn is_report(path: &Path) -> bool {
    let beside = |name: &str| path.with_file_name(name).is_file();
    path.file_name().is_some_and(|name| name == feedback_file::REPORT_NAME)
        && (beside(REGISTER_NAME) || beside(feedback_file::FEEDBACK_NAME))
}

/// Whether a file's name ends so.
pub(super) fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

/// The first bytes of a file; nothing of one that cannot be read.
fn beginning(path: &Path) -> Vec<u8> {
    let mut first = Vec::new();
    let read = File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut first));
    if read.is_ok() { first } else { Vec::new() }
}
