//! Reading from a folder that a stranger has made.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::path::PathBuf;

/// The longest path inside a folder, in bytes.
const MAX_PATH_BYTES: usize = 240;

/// A folder that a stranger has made: nothing outside it is ever opened, links are never followed, and
/// only regular files of a known greatest size are read.
#[derive(Debug)]
pub struct CarefulFolder {
    root: PathBuf,
    #[cfg(unix)]
    handle: std::os::fd::OwnedFd,
}

/// Why a file of the folder is not read.
#[derive(Debug)]
pub enum Refused {
    /// The path is empty, too long, or has parts that some system could not store.
    Name,
    /// The path begins at the root of a disk.
    Absolute,
    /// The path leaves the folder.
    Leaves,
    /// This part of the path is a symbolic link.
    Link(String),
    /// There is no such file.
    Missing,
    /// It is a folder, a pipe or a device.
    NotRegular,
    /// It has more bytes than it may.
    TooLarge {
        /// How many it may have.
        limit: u64,
    },
    /// The operating system says no.
    Unreadable(std::io::Error),
}

/// Something in the folder that no pack may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A symbolic link, by its path.
    Link(String),
    /// A pipe, socket or device, by its path.
    Special(String),
    /// More files or deeper folders than any pack needs.
    TooMany,
}

impl CarefulFolder {
    /// Opens the folder at `root`, which may itself be a link: the person named it.
    ///
    /// # Errors
    /// When it is no folder or cannot be read.
    pub fn open(root: &Path) -> std::io::Result<Self> {
        if !std::fs::metadata(root)?.is_dir() {
            return Err(std::io::ErrorKind::NotADirectory.into());
        }
        Ok(Self {
            root: root.to_owned(),
            #[cfg(unix)]
            handle: rustix::fs::open(
                root,
                rustix::fs::OFlags::DIRECTORY | rustix::fs::OFlags::CLOEXEC,
                rustix::fs::Mode::empty(),
            )?,
        })
    }

    /// Where the folder is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The bytes of the file at `path`, whose parts are separated by `/`.
    ///
    /// # Errors
    /// When the path is not plainly inside the folder, or the file is no regular one of at most `limit` bytes.
    pub fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, Refused> {
        let parts = parts(path)?;
        let file = self.open_parts(&parts)?;
        let metadata = file.metadata().map_err(Refused::Unreadable)?;
        if !metadata.is_file() {
            return Err(Refused::NotRegular);
        }
        if metadata.len() > limit {
            return Err(Refused::TooLarge { limit });
        }
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
        file.take(limit + 1).read_to_end(&mut bytes).map_err(Refused::Unreadable)?;
        // The file may have grown since it was asked for its length.
        if bytes.len() as u64 > limit { Err(Refused::TooLarge { limit }) } else { Ok(bytes) }
    }

    #[cfg(unix)]
    fn open_parts(&self, parts: &[&str]) -> Result<File, Refused> {
        use rustix::fs::AtFlags;
        use rustix::fs::FileType;
        use rustix::fs::Mode;
        use rustix::fs::OFlags;
        let unreadable = |error: rustix::io::Errno| match error {
            rustix::io::Errno::NOENT => Refused::Missing,
            error => Refused::Unreadable(error.into()),
        };
        let mut folder: Option<std::os::fd::OwnedFd> = None;
        for (index, part) in parts.iter().enumerate() {
            let here = folder.as_ref().unwrap_or(&self.handle);
            let is_last = index + 1 == parts.len();
            let stat = rustix::fs::statat(here, *part, AtFlags::SYMLINK_NOFOLLOW).map_err(unreadable)?;
            match FileType::from_raw_mode(stat.st_mode) {
                FileType::Symlink => return Err(Refused::Link(parts[..=index].join("/"))),
                FileType::RegularFile if is_last => {}
                FileType::Directory if !is_last => {}
                _ if is_last => return Err(Refused::NotRegular),
                _ => return Err(Refused::Missing),
            }
            // Should the entry be exchanged meanwhile: a link is not followed, and a pipe does not wait.
            let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
            let flags = if is_last { flags } else { flags | OFlags::DIRECTORY };
            let opened = rustix::fs::openat(here, *part, flags, Mode::empty()).map_err(unreadable)?;
            if is_last {
                return Ok(File::from(opened));
            }
            folder = Some(opened);
        }
        Err(Refused::Name)
    }

    #[cfg(not(unix))]
    fn open_parts(&self, parts: &[&str]) -> Result<File, Refused> {
        let unreadable = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => Refused::Missing,
            _ => Refused::Unreadable(error),
        };
        let mut path = self.root.clone();
        for (index, part) in parts.iter().enumerate() {
            path.push(part);
            let kind = std::fs::symlink_metadata(&path).map_err(unreadable)?.file_type();
            if kind.is_symlink() {
                return Err(Refused::Link(parts[..=index].join("/")));
            }
            if index + 1 == parts.len() && !kind.is_file() {
                return Err(Refused::NotRegular);
            }
        }
        File::open(path).map_err(unreadable)
    }

    /// What in the folder no pack may hold, in the order of paths.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn oddities(&self) -> std::io::Result<Vec<Oddity>> {
        const MAX_ENTRIES: usize = 10_000;
        const MAX_FOLDERS_DEEP: usize = 8;
        let mut found = Vec::new();
        let mut entries = 0;
        let mut waiting = vec![(self.root.clone(), String::new(), 0)];
        while let Some((folder, prefix, depth)) = waiting.pop() {
            for entry in std::fs::read_dir(&folder)? {
                let entry = entry?;
                entries += 1;
                if entries > MAX_ENTRIES || depth > MAX_FOLDERS_DEEP {
                    found.push(Oddity::TooMany);
                    return Ok(found);
                }
                let kind = entry.file_type()?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
                if kind.is_symlink() {
                    found.push(Oddity::Link(path));
                } else if kind.is_dir() {
                    // Version control keeps its own things beside the pack.
                    if name != ".git" {
                        waiting.push((entry.path(), path, depth + 1));
                    }
                } else if !kind.is_file() {
                    found.push(Oddity::Special(path));
                }
            }
        }
        found.sort_by(|a, b| a.path().cmp(b.path()));
        Ok(found)
    }
}

impl Oddity {
    /// The path it stands at; empty when the folder as a whole is meant.
    pub fn path(&self) -> &str {
        match self {
            Self::Link(path) | Self::Special(path) => path,
            Self::TooMany => "",
        }
    }
}

/// The parts of a path that is plainly inside the folder on every system.
fn parts(path: &str) -> Result<Vec<&str>, Refused> {
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with(['/', '\\']) || has_drive {
        return Err(Refused::Absolute);
    }
    let parts: Vec<&str> = path.split('/').collect();
    if path.split(['/', '\\']).any(|part| part == "..") {
        return Err(Refused::Leaves);
    }
    let is_odd = |part: &&str| {
        matches!(*part, "" | ".")
            || part.ends_with(['.', ' '])
            || part.chars().any(|c| c.is_control() || "\\:*?\"<>|".contains(c))
    };
    if path.len() > MAX_PATH_BYTES || parts.iter().any(is_odd) {
        return Err(Refused::Name);
    }
    Ok(parts)
}
