//! The files that are kept: each under its digest, byte for byte.

use std::path::{Path, PathBuf};

use crate::files;
use crate::files::FileError;
use crate::files::Operation;
use crate::files::create_private_folder;
use crate::files::write_atomically;

/// The folder of imported registers.
pub(super) fn files(root: &Path) -> PathBuf {
    root.join("files")
}

/// The folder of files that were set aside.
pub(super) fn asides(root: &Path) -> PathBuf {
    root.join("aside")
}

/// Where the register with `digest` lies.
pub(super) fn path(root: &Path, digest: &str) -> PathBuf {
    files(root).join(digest.get(..2).unwrap_or("00")).join(format!("{digest}.pdf"))
}

/// Where the file with `digest` lies that was set aside. Its name says nothing of what it is.
pub(super) fn aside(root: &Path, digest: &str) -> PathBuf {
    asides(root).join(format!("{digest}.bin"))
}

/// Keeps a register, durable when this returns.
pub(super) fn keep(root: &Path, digest: &str, bytes: &[u8]) -> Result<(), FileError> {
    let path = path(root, digest);
    if let Some(folder) = path.parent()
        && !folder.is_dir()
    {
        create_private_folder(folder)?;
        // The folder's own name must last as well.
        files::sync_folder(&files(root))?;
    }
    put(&path, bytes)
}

/// Writes `bytes` to `path`, readable by its owner alone and writable by nobody.
pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_atomically(path, bytes)?;
    let mut permissions = std::fs::metadata(path).map_err(files::at(Operation::SetPermissions, path))?.permissions();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        permissions.set_mode(0o400);
    }
    #[cfg(not(unix))]
    permissions.set_readonly(true);
    std::fs::set_permissions(path, permissions).map_err(files::at(Operation::SetPermissions, path))
}

/// The digest of a file's bytes: SHA-256, lower-case hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    crate::register::facts::hex(ring::digest::digest(&ring::digest::SHA256, bytes).as_ref())
}
