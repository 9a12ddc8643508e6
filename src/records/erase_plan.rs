//! What there is of a person, and what becomes of it when they are erased.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;

use crate::files::read_at_most;
use crate::records::Brief;
use crate::records::Day;
use crate::records::Edition;
use crate::records::decisions;
use crate::records::edition;
use crate::records::erase_feedback;
use crate::records::matching;
use crate::records::store;
use crate::register::facts::Facts;
use crate::register::trust::TrustList;
use crate::register::verify;
use crate::register::verify::{LARGEST_FILE, Options};

/// Shortest text that tells of somebody, in letters and digits: shorter ones stand in any text.
const SHORTEST_TELLING: usize = 4;

/// What erasing a person would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Their number, and everything that was written of them.
    pub person: Brief,
    /// The registers that they are on, the oldest first.
    pub registers: Vec<ErasedRegister>,
    /// Files that were set aside and hold them, by digest and name.
    pub asides: Vec<(String, String)>,
    /// Doubts and decisions on who they are.
    pub doubts: usize,
    /// Texts of feedback and development items that name them.
    pub texts: usize,
    /// Folders with records from before a copy was brought back: they are not touched.
    pub untouched: Vec<PathBuf>,
}

/// A register that an erased person is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasedRegister {
    /// Its number in the tables.
    pub(super) id: i64,
    /// SHA-256 of its file.
    pub digest: String,
    /// The day of the session.
    pub day: Day,
    /// The course as it was then.
    pub edition: Edition,
    /// Their rows.
    pub rows: BTreeSet<u32>,
    /// Rows of others.
    pub others: usize,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a register when somebody on it is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A redacted one takes its place.
    Redacted,
    /// It goes: it is theirs alone, or a later file of its session stands and this one proves nothing more.
    Removed,
}

/// What erasing `person` would do; `None` when there is nobody of that number.
pub(super) fn plan(connection: &Connection, root: &Path, person: i64) -> rusqlite::Result<Option<Erasure>> {
    let person = decisions::brief(connection, person)?;
    if person.written.is_empty() {
        return Ok(None);
    }
    let telling = Telling::of(&person);
    let doubts: i64 =
        connection
            .query_row("SELECT count(*) FROM doubt WHERE one = ?1 OR other = ?1", [person.id], |row| row.get(0))?;
    Ok(Some(Erasure {
        registers: registers(connection, person.id)?,
        asides: asides(connection, root, &telling)?,
        doubts: usize::try_from(doubts).unwrap_or(0),
        texts: erase_feedback::scrub(connection, &telling, true)?,
        untouched: untouched(root),
        person,
    }))
}

fn registers(connection: &Connection, person: i64) -> rusqlite::Result<Vec<ErasedRegister>> {
    let mut rows = connection.prepare(
        "SELECT r.id, r.digest, r.day, r.edition, r.form, r.replaced_by IS NOT NULL, a.number,
             (SELECT count(*) FROM attendance o JOIN identity n ON n.id = o.identity
              WHERE o.register = r.id AND n.person <> ?1)
         FROM identity i JOIN attendance a ON a.identity = i.id JOIN register r ON r.id = a.register
         WHERE i.person = ?1 ORDER BY r.day, r.id, a.number",
    )?;
    let mut rows = rows.query([person])?;
    let mut registers: Vec<ErasedRegister> = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, number): (i64, u32) = (row.get(0)?, row.get(6)?);
        if let Some(last) = registers.last_mut()
            && last.id == id
        {
            last.rows.insert(number);
            continue;
        }
        let is_theirs: bool = row.get(4)?;
        let is_replaced: bool = row.get(5)?;
        registers.push(ErasedRegister {
            id,
            digest: row.get(1)?,
            day: row.get(2)?,
            edition: edition::read(connection, row.get(3)?)?,
            rows: BTreeSet::from([number]),
            others: usize::try_from(row.get::<_, i64>(7)?).unwrap_or(0),
            fate: if is_theirs || is_replaced { Fate::Removed } else { Fate::Redacted },
        });
    }
    Ok(registers)
}

/// Files set aside that hold the person. Nobody can be sure of what is in a file that cannot be read; one whose name or
/// bytes name them goes, and nothing is lost by it that proves anything.
fn asides(connection: &Connection, root: &Path, telling: &Telling) -> rusqlite::Result<Vec<(String, String)>> {
    let mut rows = connection.prepare("SELECT digest, name FROM aside ORDER BY id")?;
    let rows: Vec<(String, String)> =
        rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    Ok(rows.into_iter().filter(|(digest, name)| telling.is_in(name) || is_in_file(root, digest, telling)).collect())
}

fn is_in_file(root: &Path, digest: &str, telling: &Telling) -> bool {
    let Ok(bytes) = read_at_most(&store::aside(root, digest), LARGEST_FILE) else { return false };
    let nobody = TrustList::default();
    let now = jiff::Timestamp::UNIX_EPOCH;
    let facts = verify::verify(&bytes, &Options { trust: &nobody, render: false, journal: None, now }).facts;
    let is_on = |facts: &Facts| {
        facts.participants.iter().any(|row| {
            telling.is_in(&row.name)
                || row.identifier.as_ref().is_some_and(|identifier| telling.is_in(&identifier.value))
        })
    };
    telling.is_in_bytes(&bytes) || facts.as_deref().is_some_and(is_on)
}

fn untouched(root: &Path) -> Vec<PathBuf> {
    let entries = root.parent().and_then(|folder| std::fs::read_dir(folder).ok());
    let mut folders: Vec<PathBuf> = entries
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("records-")))
        .collect();
    folders.sort();
    folders
}

/// The texts by which a person is known.
#[derive(Debug, Default)]
pub(super) struct Telling {
    /// The words of each name, as keys.
    names: BTreeSet<Vec<String>>,
    /// Identifiers, as keys.
    values: BTreeSet<String>,
    /// All of them as they are written.
    written: BTreeSet<String>,
}

impl Telling {
    /// The texts by which `person` is known.
    pub(super) fn of(person: &Brief) -> Self {
        let mut telling = Self::default();
        for written in &person.written {
            let words = written.name.split(|character: char| !character.is_alphanumeric()).map(matching::key);
            let mut words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
            words.sort();
            if is_telling(&words.concat()) {
                telling.names.insert(words);
                telling.written.insert(written.name.clone());
            }
            let value = matching::key(&written.value);
            if is_telling(&value) {
                telling.values.insert(value);
                telling.written.insert(written.value.clone());
            }
        }
        telling
    }

    /// Whether a text names the person: an identifier, or every word of a name, in any order.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let text = matching::key(text);
        self.values.iter().any(|value| text.contains(value))
            || self.names.iter().any(|words| words.iter().all(|word| text.contains(word)))
    }

    fn is_in_bytes(&self, bytes: &[u8]) -> bool {
        self.written.iter().any(|text| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
    }
}

fn is_telling(key: &str) -> bool {
    key.chars().count() >= SHORTEST_TELLING
}

/// People who were found to be this one: nothing is written of them any more but in decisions.
pub(super) fn merged_into(connection: &Connection, person: i64) -> rusqlite::Result<BTreeSet<i64>> {
    let mut found = connection.prepare(
        "SELECT DISTINCT m.from_person FROM move m JOIN identity i ON i.id = m.identity WHERE i.person = ?1
         UNION SELECT DISTINCT m.to_person FROM move m JOIN identity i ON i.id = m.identity WHERE i.person = ?1",
    )?;
    let mut people: BTreeSet<i64> = found.query_map([person], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    // Somebody of whom something else is written is another person by now.
    let mut others = Vec::new();
    for other in people.iter().filter(|other| **other != person) {
        let mut is_written = connection.prepare_cached("SELECT 1 FROM identity WHERE person = ?1")?;
        if is_written.query_row([other], |_| Ok(())).optional()?.is_some() {
            others.push(*other);
        }
    }
    people.retain(|other| !others.contains(other));
    people.insert(person);
    Ok(people)
}
