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
            Ok(kind) if kind.is_file() && !is_report(&inside) && (is_pdf(&inside) || is_feedback(&inside)) => {
                found.files.push(inside);
            }
            Ok(_) => found.passed_over += 1,
            Err(error) => found.errors.push(files::at(Operation::Read, &inside)(error)),
        }
    }
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

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

/// The first bytes of a file; nothing of one that cannot be read.
fn beginning(path: &Path) -> Vec<u8> {
    let mut first = Vec::new();
    let read = File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut first));
    if read.is_ok() { first } else { Vec::new() }
}
