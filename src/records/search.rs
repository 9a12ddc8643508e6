//! Finding people and companies as somebody types: the beginnings of words, with or without their dots.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::records::Records;
use crate::records::RecordsError;
use crate::records::matching::without_dots;
use crate::records::whole;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A person.
    Person {
        /// Their number.
        id: i64,
        /// Their name by the newest register.
        name: String,
        /// Their company by the newest register.
        company: String,
        /// Their newest identifier; empty for none.
        identifier: String,
    },
    /// A company.
    Company {
        /// Its number.
        id: i64,
        /// Its name.
        name: String,
    },
}

impl Records {
    /// At most `most` people and companies of whom every word of `typed` begins a word: name, company, identifier.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn search(&self, typed: &str, most: usize) -> Result<Vec<Hit>, RecordsError> {
        let words = words(typed);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        self.read(|connection| {
            let mut hits = companies(connection, &words, most)?;
            let mut people = people(connection, &words, most - hits.len().min(most))?;
            let typed: Vec<String> = parts(&without_dots(typed)).map(str::to_owned).collect();
            people.sort_by_cached_key(|hit| in_order(hit, &typed));
            hits.extend(people);
            Ok(hits)
        })
    }

    /// The one person that `who` means: a number, an identifier, or a name, with the company where that tells them
    /// apart.
    ///
    /// # Errors
    /// When nobody is meant or several are, or they cannot be read.
    pub fn find_person(&self, who: &str) -> Result<i64, RecordsError> {
        if let Some(Ok(id)) = who.strip_prefix('#').map(str::parse) {
            return Ok(id);
        }
        let identified = self.read(|connection| identified(connection, who))?;
        match (&identified[..], who.parse()) {
            ([one], _) => return Ok(*one),
            ([], Ok(id)) if who.len() < 10 => return Ok(id),
            _ => {}
        }
        let words = words(who);
        let found = if words.is_empty() { Vec::new() } else { self.read(|connection| people(connection, &words, 30))? };
        let key = crate::records::matching::key(who);
        let is_exact = |hit: &&Hit| match hit {
            Hit::Person { name, identifier, .. } => {
                crate::records::matching::key(name) == key || crate::records::matching::key(identifier) == key
            }
            Hit::Company { .. } => false,
        };
        let exact: Vec<&Hit> = found.iter().filter(is_exact).collect();
        match (&exact[..], &found[..]) {
            ([Hit::Person { id, .. }], _) | ([], [Hit::Person { id, .. }]) => Ok(*id),
            (_, []) => Err(RecordsError::Unknown(who.to_owned())),
            _ => Err(RecordsError::Ambiguous(who.to_owned())),
        }
    }
}

/// By what people are put in order: those first whose own name was typed, then by the alphabet.
fn in_order(hit: &Hit, typed: &[String]) -> (bool, String, String) {
    let (name, company) = match hit {
        Hit::Person { name, company, .. } => (name.to_lowercase(), company.to_lowercase()),
        Hit::Company { name, .. } => (name.to_lowercase(), String::new()),
    };
    let plain = without_dots(&name);
    let is_named = |word: &String| parts(&plain).any(|part| part.starts_with(word.as_str()));
    (!typed.iter().all(is_named), name, company)
}

/// The people who have this very identifier.
fn identified(connection: &Connection, value: &str) -> rusqlite::Result<Vec<i64>> {
    let mut rows =
        connection.prepare_cached("SELECT DISTINCT person FROM identity WHERE value_key = ?1 AND kind > 0 LIMIT 2")?;
    rows.query_map([crate::session::fold(value)], |row| row.get(0))?.collect()
}

/// The words of a text, without what stands between them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// What was typed, as the index asks for it: each word quoted, its beginning enough.
fn words(typed: &str) -> String {
    parts(typed).take(8).map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ")
}

fn people(connection: &Connection, words: &str, most: usize) -> rusqlite::Result<Vec<Hit>> {
    // Newer rows have greater numbers, so whoever was seen last is found first; one person may be written in many ways.
    let mut rows = connection.prepare_cached(
        "SELECT p.id, p.name, c.name, i.value FROM finding f
         JOIN identity i ON i.id = f.rowid
         JOIN person p ON p.id = i.person
         JOIN company c ON c.id = p.company
         WHERE f.text MATCH ?1 AND f.rowid > 0 ORDER BY f.rowid DESC LIMIT ?2",
    )?;
    let mut rows = rows.query((words, whole(most) * 4))?;
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    // Rows are read one by one: with enough people, those that are left are never looked at.
    while found.len() < most
        && let Some(row) = rows.next()?
    {
        let id: i64 = row.get(0)?;
        if seen.insert(id) {
            found.push(Hit::Person { id, name: row.get(1)?, company: row.get(2)?, identifier: row.get(3)? });
        }
    }
    Ok(found)
}

fn companies(connection: &Connection, words: &str, most: usize) -> rusqlite::Result<Vec<Hit>> {
    // They have the numbers below zero, so that they are the first rows the index tells of.
    let mut rows = connection.prepare_cached(
        "SELECT c.id, c.name FROM finding f JOIN company c ON c.id = -f.rowid
         WHERE f.text MATCH ?1 AND f.rowid < 0 ORDER BY f.rowid LIMIT ?2",
    )?;
    let hits =
        rows.query_map((words, whole(most / 4)), |row| Ok(Hit::Company { id: row.get(0)?, name: row.get(1)? }))?;
    hits.collect()
}
