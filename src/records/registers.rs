//! Registers as they are kept: one with everybody on it, and all that rests on a signer.

use std::path::PathBuf;

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;

use crate::records::Day;
use crate::records::Edition;
use crate::records::Form;
use crate::records::Outcome;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::State;
use crate::records::edition;
use crate::records::store;
use crate::register::trust::Fingerprint;

/// A register as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256 of its file.
    pub digest: String,
    /// Where that file is.
    pub file: PathBuf,
    /// The edition of the course.
    pub edition: Edition,
    /// The day of the session.
    pub day: Day,
    /// How it was taken.
    pub form: Form,
    /// Whether the people in it are made up.
    pub rehearsal: bool,
    /// The trainer and the place; either may be empty.
    pub held_by: [String; 2],
    /// Whose signature it rests on.
    pub signer: String,
    /// By what they are known.
    pub fingerprint: Fingerprint,
    /// Whether they are accepted.
    pub accepted: bool,
    /// How many have signed it.
    pub signatures: u32,
    /// Under which name it was imported.
    pub source: String,
    /// When, as the log tells it.
    pub imported_at: String,
    /// By whom.
    pub imported_by: String,
    /// The digest of the later file of the same session that took its place.
    pub replaced_by: Option<String>,
    /// How many people are on it.
    pub people: u32,
}

/// Somebody on a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRow {
    /// Their number in the records.
    pub person: i64,
    /// The number of the row.
    pub number: u32,
    /// Their name as the register writes it.
    pub name: String,
    /// Their company as the register writes it.
    pub company: String,
    /// How the test ended.
    pub outcome: Outcome,
}

/// Somebody who is on a register of a signer, and how they stand today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resting {
    /// Their number.
    pub person: i64,
    /// Their name.
    pub name: String,
    /// Their company.
    pub company: String,
    /// How they stand with the course of the register.
    pub state: State,
}

/// What rests on a signer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RestsOn {
    /// The registers that stand, the newest first.
    pub registers: Vec<Kept>,
    /// Everybody on them, a line for each course, those first who may not be sent.
    pub people: Vec<Resting>,
}

const COLUMNS: &str =
    "r.digest, r.edition, r.day, r.form, r.rehearsal, r.trainer, r.place, s.name, s.fingerprint, s.state,
    r.signatures, r.source, r.imported_at, r.imported_by,
    (SELECT digest FROM register later WHERE later.id = r.replaced_by),
    (SELECT count(*) FROM attendance a WHERE a.register = r.id)
    FROM register r JOIN signer s ON s.id = r.signer";

impl Records {
    /// A register with everybody on it.
    ///
    /// # Errors
    /// When there is no such register, or it cannot be read.
    pub fn register(&self, digest: &str) -> Result<(Kept, Vec<KeptRow>), RecordsError> {
        let found = self.read(|connection| {
            let mut find = connection.prepare_cached(&format!("SELECT {COLUMNS} WHERE r.digest = ?1"))?;
            let found = find.query_row([digest], |row| self.kept_register(connection, row)).optional()?;
            found.map(|kept| Ok((kept, rows(connection, digest)?))).transpose()
        })?;
        found.ok_or_else(|| RecordsError::Unknown(digest.to_owned()))
    }

    /// The day and the place of the session of a register; `None` where it is kept no longer.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn session_of(&self, digest: &str) -> Result<Option<(Day, String)>, RecordsError> {
        self.read(|connection| {
            let mut find = connection.prepare_cached("SELECT day, place FROM register WHERE digest = ?1")?;
            find.query_row([digest], |row| Ok((row.get(0)?, row.get(1)?))).optional()
        })
    }

    /// Everything that rests on a signer.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn resting_on(&self, signer: &Fingerprint) -> Result<RestsOn, RecordsError> {
        self.read(|connection| {
            let mut find = connection.prepare_cached(&format!(
                "SELECT {COLUMNS} WHERE s.fingerprint = ?1 AND r.replaced_by IS NULL ORDER BY r.day DESC, r.id DESC"
            ))?;
            let registers = find.query_map([&signer.0], |row| self.kept_register(connection, row))?;
            let registers = registers.collect::<rusqlite::Result<Vec<_>>>()?;
            Ok(RestsOn { registers, people: people(connection, signer)? })
        })
    }

    fn kept_register(&self, connection: &Connection, row: &rusqlite::Row<'_>) -> rusqlite::Result<Kept> {
        let digest: String = row.get(0)?;
        Ok(Kept {
            file: store::path(&self.root, &digest),
            digest,
            edition: edition::read(connection, row.get(1)?)?,
            day: row.get(2)?,
            form: if row.get(3)? { Form::Alone } else { Form::Room },
            rehearsal: row.get(4)?,
            held_by: [row.get(5)?, row.get(6)?],
            signer: row.get(7)?,
            fingerprint: Fingerprint(row.get(8)?),
            accepted: row.get::<_, i64>(9)? == 1,
            signatures: row.get(10)?,
            source: row.get(11)?,
            imported_at: row.get(12)?,
            imported_by: row.get(13)?,
            replaced_by: row.get(14)?,
            people: row.get(15)?,
        })
    }
}

fn rows(connection: &Connection, digest: &str) -> rusqlite::Result<Vec<KeptRow>> {
    let mut rows = connection.prepare_cached(
        "SELECT i.person, a.number, i.name, c.name, a.outcome
         FROM register r JOIN attendance a ON a.register = r.id JOIN identity i ON i.id = a.identity
         JOIN company c ON c.id = i.company WHERE r.digest = ?1 ORDER BY a.number",
    )?;
    let rows = rows.query_map([digest], |row| {
        Ok(KeptRow {
            person: row.get(0)?,
            number: row.get(1)?,
            name: row.get(2)?,
            company: row.get(3)?,
            outcome: Outcome::of(row.get(4)?),
        })
    })?;
    rows.collect()
}

fn people(connection: &Connection, signer: &Fingerprint) -> rusqlite::Result<Vec<Resting>> {
    let mut people = connection.prepare_cached(
        "SELECT DISTINCT p.id, p.name, c.name, t.state
         FROM signer s JOIN register r ON r.signer = s.id AND r.replaced_by IS NULL
         JOIN attendance a ON a.register = r.id JOIN identity i ON i.id = a.identity
         JOIN person p ON p.id = i.person JOIN standing t ON t.person = p.id AND t.course = r.course
         JOIN company c ON c.id = t.company
         WHERE s.fingerprint = ?1 ORDER BY t.state DESC, c.name, p.name, p.id",
    )?;
    let people = people.query_map([&signer.0], |row| {
        Ok(Resting { person: row.get(0)?, name: row.get(1)?, company: row.get(2)?, state: State::of(row.get(3)?) })
    })?;
    people.collect()
}
