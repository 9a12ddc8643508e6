//! What the subscriber keeps: imported registers, who is valid for what, what is due.
//!
//! One folder holds it all: `records.sqlite` and `files/ab/<sha256>.pdf`, every register byte for byte as it came.
//! A file is written under its digest before the one transaction that adds its rows, so that a process that is
//! killed leaves it imported or not. Several programs may use the folder at once: nothing is believed that is not
//! read in the transaction that needs it.
//!
//! Somebody is erased in the same order (see [`erase`]): first the files that take the places of others, then one
//! transaction, then what must not stay; what a killed program leaves of that is noted, and a check finishes it.
//!
//! Whether somebody is valid follows from the rows alone: from registers whose signer is accepted here, for the
//! edition of the course that is in force, on a day. [`standing`] computes it, pure; what it says of today is kept
//! in a table of its own and renewed in the transaction that changes what it rests on.
//!
//! What was said in sessions comes in files of its own, unsigned, and lives apart: see [`feedback`].
//!
//! An answer about a past day tells who was valid in truth, by what is known today: attendances until that day, the
//! edition that was in force on it, and signers as they are accepted now. Whoever accepts a signer vouches for all they
//! signed, and a key that was lost makes all of it doubtful; what was believed on that day is in the log.

mod aside;
mod assign;
mod assignment;
mod backup;
mod check;
mod checked;
mod contractors;
mod countersigned;
mod courses;
mod day;
mod decisions;
mod edition;
mod entry;
mod erase;
mod erase_feedback;
mod erase_plan;
mod erase_rows;
mod error;
mod everybody;
mod evidence;
mod export;
pub mod feedback;
mod gone;
mod held_words;
mod import;
mod insert;
mod judge;
mod lacking;
mod leftover;
mod log;
mod matching;
mod people;
mod read_assignment;
mod registers;
mod remembered;
mod retention;
mod schema;
mod search;
mod signers;
mod standing;
mod store;
mod summary;
mod tally;
mod walk;
mod watch;
mod words;

pub use aside::{Aside, Reason};
pub use assign::{Assigned, For};
pub use assignment::{AssignedCourse, AssignedPerson, AssignedTheme, Assignment, Misfit};
pub use backup::Restored;
pub use check::{Damage, Soundness};
pub use contractors::{Contractor, WhatIf};
pub use countersigned::NotCountersigned;
pub use courses::PublishedCourse;
pub use day::Day;
pub use decisions::{Brief, Decision, Doubt, Written};
pub use edition::{Edition, EditionTest, EditionTheme};
pub use entry::{Credited, Entry, EntryRow, Form, Outcome, SignerOf, written_identifier};
pub use erase::Erased;
pub use erase_plan::{ErasedRegister, Erasure, Fate};
pub use error::RecordsError;
pub use export::{Held, HeldRow, Stated};
pub use import::{Became, Import, Imported, Progress, Taken};
pub use lacking::Line;
pub use log::{Deed, Logged};
pub use matching::Likeness;
pub use people::{CourseStanding, Evidence, Person, ThemeAnswer};
pub use read_assignment::AssignmentError;
pub use registers::{Kept, KeptRow, Resting, RestsOn};
pub use retention::{LONGEST_YEARS, Retention, Sweep, Swept};
pub use search::Hit;
pub use signers::{Acceptance, Signer};
pub use standing::{Lack, Part, Standing, ThemeStanding};
pub use summary::State;
pub use tally::ContractorSum;
pub use watch::{Watch, Watched};
pub use words::file_message;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;

use crate::files::DataFolder;
use crate::files::create_private_folder;
use crate::records::error::in_sqlite;
use crate::records::remembered::Remembered;

/// Who does something to the records, and when.
#[derive(Clone, Copy, Debug)]
pub struct By<'a> {
    /// Their name, as the log tells it.
    pub name: &'a str,
    /// When.
    pub at: Timestamp,
}

/// A subscriber's records.
#[derive(Debug)]
pub struct Records {
    root: PathBuf,
    connection: Connection,
    remembered: RefCell<Remembered>,
}

impl Records {
    /// Opens (and creates) the records in a data folder.
    ///
    /// # Errors
    /// When they cannot be read or written, are none of ours, or of a newer version.
    pub fn open(data: &DataFolder) -> Result<Self, RecordsError> {
        let root = Self::folder(data);
        for folder in [root.clone(), store::files(&root), store::asides(&root)] {
            create_private_folder(&folder)?;
        }
        let path = database(&root);
        let connection = schema::open(&path)?;
        Ok(Self { root, connection, remembered: RefCell::default() })
    }

    /// Where the records lie in a data folder.
    pub fn folder(data: &DataFolder) -> PathBuf {
        data.path().join("records")
    }

    /// Where the file of the register with `digest` is kept.
    pub fn file_of(&self, digest: &str) -> PathBuf {
        store::path(&self.root, digest)
    }

    /// Where the file of the register with `digest` is kept in a data folder.
    pub fn kept(data: &DataFolder, digest: &str) -> PathBuf {
        store::path(&Self::folder(data), digest)
    }

    /// Adds the rows of registers that were verified already, without their files: for measurements.
    ///
    /// # Errors
    /// When they cannot be written; then none of them is.
    #[doc(hidden)]
    pub fn insert(&mut self, entries: &[Entry], by: By<'_>) -> Result<(), RecordsError> {
        let path = database(&self.root);
        let transaction = begin(&mut self.connection).map_err(in_sqlite(&path))?;
        for entry in entries {
            insert::entry(&transaction, entry, by, "").map_err(in_sqlite(&path))?;
        }
        transaction.commit().map_err(in_sqlite(&path))
    }

    /// Does `work` in one writing transaction.
    fn write<T>(&mut self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, RecordsError> {
        let path = database(&self.root);
        let done = begin(&mut self.connection).and_then(|transaction| {
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        });
        done.map_err(in_sqlite(&path))
    }

    /// Does `work` on one unchanging view.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, RecordsError> {
        let path = database(&self.root);
        let done = self.connection.unchecked_transaction().and_then(|transaction| {
            let done = work(&transaction)?;
            transaction.finish()?;
            Ok(done)
        });
        done.map_err(in_sqlite(&path))
    }
}

/// A count as the tables have it.
fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn database(root: &Path) -> PathBuf {
    root.join("records.sqlite")
}

/// A transaction that writes: it waits for its turn at once, so that what it reads is what it changes.
fn begin(connection: &mut Connection) -> rusqlite::Result<rusqlite::Transaction<'_>> {
    connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
}
