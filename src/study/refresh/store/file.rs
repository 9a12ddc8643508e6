//! The file itself: made for its owner alone, and set aside when it cannot be read.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::files;
use crate::files::Operation;
use crate::study::refresh::RefreshError;

/// Moves a file that cannot be read aside, so that refreshers can begin anew. Returns where it lies now.
///
/// # Errors
/// When it cannot be renamed.
pub fn set_aside(path: &Path, at: Timestamp) -> Result<PathBuf, RefreshError> {
    let stamp = at.strftime("%Y%m%d-%H%M%S");
    let aside = path.with_file_name(format!("refresh-{stamp}.sqlite"));
    for ending in ["-wal", "-shm", ""] {
        let with = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        if with(path).exists() {
            std::fs::rename(with(path), with(&aside)).map_err(files::at(Operation::Rename, path))?;
        }
    }
    Ok(aside)
}

/// Makes the file where there is none, readable by its owner alone.
pub(super) fn create_private(path: &Path) -> Result<(), RefreshError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    match options.open(path) {
        Ok(_made) => {
            if let Some(folder) = path.parent() {
                // The file is durable only once its name is.
                files::sync_folder(folder)?;
            }
            Ok(())
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(files::at(Operation::Write, path)(error).into()),
    }
}
