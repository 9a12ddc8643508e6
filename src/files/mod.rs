//! Atomic writes and careful reads whose errors carry path and operation.

mod careful;

pub use careful::CarefulFolder;
pub use careful::Oddity;
pub use careful::Refused;

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// How the name of a file begins that is being written, and has yet to get its own.
pub const TEMPORARY: &str = ".perehdytin-";

/// What was being done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Operation {
    Read,
    Write,
    CreateFolder,
    List,
    Remove,
    Rename,
    SetPermissions,
}

/// A file operation that failed.
#[derive(Debug, thiserror::Error)]
#[error("{operation:?} failed: {source}: {}", path.display())]
pub struct FileError {
    /// What was being done.
    pub operation: Operation,
    /// To which file or folder.
    pub path: PathBuf,
    /// What the operating system said.
    pub source: std::io::Error,
}

/// Adds path and operation to an error of the operating system.
pub fn at(operation: Operation, path: &Path) -> impl FnOnce(std::io::Error) -> FileError + '_ {
    move |source| FileError { operation, path: path.to_owned(), source }
}

/// Reads a file of at most `limit` bytes.
///
/// # Errors
/// When it cannot be read, or is larger than `limit` ([`std::io::ErrorKind::FileTooLarge`]).
pub fn read_at_most(path: &Path, limit: u64) -> Result<Vec<u8>, FileError> {
    let file = File::open(path).map_err(at(Operation::Read, path))?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(at(Operation::Read, path))?;
    if bytes.len() as u64 > limit {
        let source = std::io::Error::new(std::io::ErrorKind::FileTooLarge, "the file is too large");
        return Err(FileError { operation: Operation::Read, path: path.to_owned(), source });
    }
    Ok(bytes)
}

/// Writes a file so that after a crash either the old or the new content is there, whole.
///
/// The new file is readable by its owner alone.
///
/// # Errors
/// When it cannot be written; the old file is then untouched.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let (file, folder) = written_beside(path, bytes)?;
    file.persist(path).map_err(|error| FileError {
        operation: Operation::Rename,
        path: path.to_owned(),
        source: error.error,
    })?;
    // The name is durable only once its folder is.
    sync_folder(folder)
}

/// As [`write_atomically`], for a file that must not exist yet: whoever made one meanwhile keeps it.
///
/// # Errors
/// When it cannot be written, or exists ([`std::io::ErrorKind::AlreadyExists`]).
pub fn write_new_atomically(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let (file, folder) = written_beside(path, bytes)?;
    file.persist_noclobber(path).map_err(|error| at(Operation::Rename, path)(error.error))?;
    sync_folder(folder)
}

/// The bytes on the disk under a name of their own, in the folder where `path` is to lie; the folder is given as well.
fn written_beside<'a>(path: &'a Path, bytes: &[u8]) -> Result<(NamedTempFile, &'a Path), FileError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file =
        tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder).map_err(at(Operation::Write, path))?;
    file.write_all(bytes).map_err(at(Operation::Write, path))?;
    file.as_file().sync_all().map_err(at(Operation::Write, path))?;
    Ok((file, folder))
}

/// Makes the names in a folder durable.
///
/// # Errors
/// When the operating system cannot; where folders cannot be opened there is nothing to do.
pub fn sync_folder(folder: &Path) -> Result<(), FileError> {
    match File::open(folder) {
        Ok(open) => open.sync_all().map_err(at(Operation::Write, folder)),
        Err(_) => Ok(()),
    }
}

/// As [`write_atomically`], for a file that others on this computer may read too.
///
/// # Errors
/// When it cannot be written, or cannot be opened to others.
pub fn write_for_everyone(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_atomically(path, bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
            .map_err(at(Operation::SetPermissions, path))?;
    }
    Ok(())
}

/// Creates a folder and those above it, the folder itself readable by its owner alone.
///
/// # Errors
/// When it cannot be created.
pub fn create_private_folder(path: &Path) -> Result<(), FileError> {
    std::fs::create_dir_all(path).map_err(at(Operation::CreateFolder, path))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))
            .map_err(at(Operation::SetPermissions, path))?;
    }
    Ok(())
}

/// The folder of everything personal, readable by its owner alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// Opens (and creates) the folder at `path`.
    ///
    /// # Errors
    /// When it cannot be created or closed to others.
    pub fn open(path: PathBuf) -> Result<Self, FileError> {
        create_private_folder(&path)?;
        Ok(Self(path))
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Sessions, one folder each: `journal.sqlite`, `pack/`, `out/`.
    pub fn sessions(&self) -> PathBuf {
        self.0.join("sessions")
    }

    /// The signing identity.
    pub fn identity(&self) -> PathBuf {
        self.0.join("identity")
    }

    /// The subscriber's own profiles.
    pub fn profiles(&self) -> PathBuf {
        self.0.join("profiles")
    }

    /// Course packs added by the person.
    pub fn courses(&self) -> PathBuf {
        self.0.join("courses")
    }

    /// The person's settings.
    pub fn settings(&self) -> PathBuf {
        self.0.join("settings.json")
    }
}
