//! A copy of the records that stands by itself, and bringing them back from one.

use std::fs::OpenOptions;
use std::path::Path;

use crate::files;
use crate::files::DataFolder;
use crate::files::Operation;
use crate::files::create_private_folder;
use crate::files::read_at_most;
use crate::records::By;
use crate::records::Deed;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::database;
use crate::records::error::in_sqlite;
use crate::records::gone;
use crate::records::log;
use crate::records::schema;
use crate::records::store;
use crate::register::verify::LARGEST_FILE;

/// What was brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restored {
    /// How many registers there are.
    pub registers: usize,
    /// How many of them somebody was erased from, or were erased whole, after the copy was made.
    pub erased_since: usize,
}

impl Records {
    /// Copies the records into the folder `to`, which must be empty or not be there; other programs may go on meanwhile.
    /// How many registers were copied. The database comes last: a folder that has it is whole.
    ///
    /// # Errors
    /// When the folder holds something, a kept file is lost or damaged, or something cannot be read or written.
    pub fn back_up(&mut self, to: &Path, by: By<'_>) -> Result<usize, RecordsError> {
        if std::fs::read_dir(to).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(RecordsError::NotEmpty { path: to.to_owned() });
        }
        for folder in [to.to_owned(), store::files(to), store::asides(to)] {
            create_private_folder(&folder)?;
        }
        let unfinished = to.join("records.sqlite.unfinished");
        create_private(&unfinished)?;
        // A copy of one moment; it is no part of what others write.
        let name = unfinished.to_string_lossy().into_owned();
        self.connection.execute("VACUUM INTO ?1", [name]).map_err(in_sqlite(&unfinished))?;
        let copied = copy_files(&self.root, to, &schema::open(&unfinished)?)?;
        finish(to, &unfinished)?;
        self.write(|connection| log::add(connection, by, &Deed::BackedUp { registers: copied }))?;
        Ok(copied)
    }

    /// Brings the records back from the copy in `from`. What was there before is kept beside them, in a folder of its own.
    ///
    /// A copy is older than what was erased after it was made: that comes back, and [`Restored::erased_since`] tells.
    ///
    /// # Errors
    /// When there are registers already and `replace` is not set, the copy is damaged, or something cannot be read or
    /// written: then everything is as it was.
    pub fn restore(data: &DataFolder, from: &Path, replace: bool, by: By<'_>) -> Result<Restored, RecordsError> {
        let root = Self::folder(data);
        let source = database(from);
        if !source.is_file() {
            let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
            return Err(files::at(Operation::Read, &source)(missing).into());
        }
        if root.exists() && !replace && !Self::open(data)?.digests()?.is_empty() {
            return Err(RecordsError::NotEmpty { path: root });
        }
        let fresh = data.path().join(format!("records-restoring-{}", by.at.as_millisecond()));
        for folder in [fresh.clone(), store::files(&fresh), store::asides(&fresh)] {
            create_private_folder(&folder)?;
        }
        let unfinished = fresh.join("records.sqlite.unfinished");
        create_private(&unfinished)?;
        std::fs::copy(&source, &unfinished).map_err(files::at(Operation::Write, &unfinished))?;
        let connection = schema::open(&unfinished)?;
        let sound: String =
            connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(in_sqlite(&source))?;
        if sound != "ok" {
            return Err(RecordsError::DamagedCopy(source.display().to_string()));
        }
        let restored = copy_files(from, &fresh, &connection)?;
        // What cannot be opened cannot tell what was erased from it.
        let before = if root.exists() { Self::open(data).ok() } else { None };
        let erased_since = before.map_or(Ok(0), |before| gone::carry_over(&before.connection, &connection));
        let erased_since = erased_since.map_err(in_sqlite(&unfinished))?;
        let noted = log::add(&connection, by, &Deed::Restored { registers: restored });
        noted.map_err(in_sqlite(&unfinished))?;
        connection.close().map_err(|(_, error)| in_sqlite(&unfinished)(error))?;
        finish(&fresh, &unfinished)?;
        if root.exists() {
            let before = data.path().join(format!("records-before-{}", by.at.as_millisecond()));
            std::fs::rename(&root, &before).map_err(files::at(Operation::Rename, &root))?;
        }
        std::fs::rename(&fresh, &root).map_err(files::at(Operation::Rename, &root))?;
        files::sync_folder(data.path())?;
        Ok(Restored { registers: restored, erased_since })
    }
}

/// Copies the files that the database at `to` names, each checked against its digest.
fn copy_files(from: &Path, to: &Path, connection: &rusqlite::Connection) -> Result<usize, RecordsError> {
    let list = |sql: &str| -> rusqlite::Result<Vec<String>> {
        connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
    };
    let path = database(to);
    let registers = list("SELECT digest FROM register").map_err(in_sqlite(&path))?;
    for digest in &registers {
        let bytes = read_at_most(&store::path(from, digest), LARGEST_FILE)?;
        if store::digest(&bytes) != *digest {
            return Err(RecordsError::DamagedCopy(digest.clone()));
        }
        store::keep(to, digest, &bytes)?;
    }
    for digest in list("SELECT digest FROM aside").map_err(in_sqlite(&path))? {
        // Large ones were never kept.
        if let Ok(bytes) = read_at_most(&store::aside(from, &digest), LARGEST_FILE) {
            store::put(&store::aside(to, &digest), &bytes)?;
        }
    }
    Ok(registers.len())
}

/// Gives the database its name, once everything is on the disk.
fn finish(folder: &Path, unfinished: &Path) -> Result<(), RecordsError> {
    let open = OpenOptions::new().write(true).open(unfinished).map_err(files::at(Operation::Write, unfinished))?;
    open.sync_all().map_err(files::at(Operation::Write, unfinished))?;
    std::fs::rename(unfinished, database(folder)).map_err(files::at(Operation::Rename, unfinished))?;
    for side in ["-wal", "-shm"] {
        let mut name = unfinished.as_os_str().to_owned();
        name.push(side);
        // Gone already when the database was closed properly.
        std::fs::remove_file(Path::new(&name)).unwrap_or_default();
    }
    Ok(files::sync_folder(folder)?)
}

/// An empty file that its owner alone can read.
fn create_private(path: &Path) -> Result<(), RecordsError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path).map_err(files::at(Operation::Write, path))?;
    Ok(())
}
