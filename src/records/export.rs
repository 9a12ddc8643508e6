//! Everything that is held on one person.

use jiff::Timestamp;
use rusqlite::Connection;

use crate::files::read_at_most;
use crate::records::By;
use crate::records::Day;
use crate::records::Deed;
use crate::records::Doubt;
use crate::records::Person;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::log;
use crate::register::facts::Correction;
use crate::register::facts::Facts;
use crate::register::facts::Row;
use crate::register::trust::TrustList;
use crate::register::verify;
use crate::register::verify::LARGEST_FILE;
use crate::register::verify::Options;

/// Everything that is held on one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who they are, and how they stand.
    pub person: Person,
    /// Every row of theirs, those of replaced registers as well, the oldest first.
    pub rows: Vec<HeldRow>,
    /// Doubts and decisions on who they are.
    pub doubts: Vec<Doubt>,
}

/// A row of theirs with the register it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRow {
    /// SHA-256 of the register's file.
    pub digest: String,
    /// The name under which it was imported.
    pub source: String,
    /// When it was imported.
    pub imported_at: String,
    /// By whom.
    pub imported_by: String,
    /// Whether a later file of the same session took its place.
    pub replaced: bool,
    /// The number of the row.
    pub number: u32,
    /// What the file itself says; `None` when it cannot be read.
    pub stated: Option<Box<Stated>>,
}

/// What a register's file says of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The course's name.
    pub course: String,
    /// The subscriber, organiser, trainer and place named in it; the last two may be empty.
    pub held_by: [String; 4],
    /// When the session began and ended, as its place's clock showed it.
    pub times: [String; 2],
    /// Their row, with drawn signatures and all.
    pub row: Row,
    /// What was put right in it.
    pub corrections: Vec<Correction>,
}

impl Records {
    /// Everything that is held on one person; the log tells who asked.
    ///
    /// # Errors
    /// When there is no such person, or the records cannot be read or written.
    pub fn held(&mut self, person: i64, today: Day, by: By<'_>) -> Result<Held, RecordsError> {
        let known = self.person(person, today)?;
        let mut rows = self.read(|connection| rows(connection, person))?;
        for row in &mut rows {
            row.stated = self.stated(&row.digest, row.number, by.at).map(Box::new);
        }
        let mut doubts = self.doubts(true)?;
        doubts.retain(|doubt| doubt.one.id == person || doubt.other.id == person);
        self.write(|connection| log::add(connection, by, &Deed::Exported { person }))?;
        Ok(Held { person: known, rows, doubts })
    }

    /// What a kept file says of a row.
    fn stated(&self, digest: &str, number: u32, now: Timestamp) -> Option<Stated> {
        let bytes = read_at_most(&self.file_of(digest), LARGEST_FILE).ok()?;
        let nobody = TrustList::default();
        let options = Options { trust: &nobody, render: false, journal: None, now };
        let facts = verify::verify(&bytes, &options).facts?;
        let Facts { course, subscriber, organiser, trainer, place, started_at, ended_at, .. } = *facts;
        Some(Stated {
            course: course.title,
            held_by: [subscriber, organiser, trainer, place],
            times: [started_at, ended_at],
            row: facts.participants.into_iter().find(|row| row.number == number)?,
            corrections: facts.corrections.into_iter().filter(|one| one.participant == number).collect(),
        })
    }
}

fn rows(connection: &Connection, person: i64) -> rusqlite::Result<Vec<HeldRow>> {
    let mut rows = connection.prepare(
        "SELECT r.digest, r.source, r.imported_at, r.imported_by, r.replaced_by IS NOT NULL, a.number
         FROM identity i JOIN attendance a ON a.identity = i.id JOIN register r ON r.id = a.register
         WHERE i.person = ?1 ORDER BY r.day, r.id",
    )?;
    let rows = rows.query_map([person], |row| {
        Ok(HeldRow {
            digest: row.get(0)?,
            source: row.get(1)?,
            imported_at: row.get(2)?,
            imported_by: row.get(3)?,
            replaced: row.get(4)?,
            number: row.get(5)?,
            stated: None,
        })
    })?;
    rows.collect()
}
