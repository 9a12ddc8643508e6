//! Who a row speaks of: matched by identifier, else by name and company; what is doubtful is put before a person.

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::records::By;
use crate::records::EntryRow;
use crate::records::entry::kind_code;
use crate::session::fold;

/// How alike two names are that may be of one person with the same identifier, from 0 to 1.
const NEAR: f64 = 0.93;
/// From how many letters on a name may have two slips of the pen instead of one.
const LONG: usize = 11;
/// Most doubts that one new person raises: a name that half the country bears tells nothing.
const MOST_DOUBTS: usize = 12;
/// Most people of a company that a new one is compared with.
const MOST_COMPARED: i64 = 5_000;

/// Why two people may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same name at another company.
    OtherCompany,
    /// Nearly the same name at the same company.
    NearName,
    /// The same name and company, and nothing tells which of several people it is.
    Namesakes,
    /// The same identifier under quite another name.
    OtherName,
    /// Somebody said so.
    Asked,
}

impl Likeness {
    /// Its number in the tables.
    pub(super) fn code(self) -> i64 {
        match self {
            Self::OtherCompany => 0,
            Self::NearName => 1,
            Self::Namesakes => 2,
            Self::OtherName => 3,
            Self::Asked => 4,
        }
    }

    /// What a number in the tables means.
    pub(super) fn of(code: i64) -> Self {
        match code {
            0 => Self::OtherCompany,
            1 => Self::NearName,
            2 => Self::Namesakes,
            3 => Self::OtherName,
            _ => Self::Asked,
        }
    }
}

/// What equal names or companies have in common, however they are written: letters and digits alone.
pub(super) fn key(text: &str) -> String {
    let folded = fold(text);
    let plain: String = folded.chars().filter(|character| character.is_alphanumeric()).collect();
    if plain.is_empty() { folded } else { plain }
}

/// A text in small letters without their dots and strokes, as the search's index reads it.
pub(super) fn without_dots(text: &str) -> String {
    text.nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>().to_lowercase()
}

/// What was written of somebody.
struct Written<'a> {
    name: &'a str,
    name_key: String,
    company: i64,
    kind: i64,
    value: &'a str,
    value_key: String,
}

/// Somebody a row may speak of.
struct Candidate {
    person: i64,
    name_key: String,
    kind: i64,
    value_key: String,
}

/// The row's identity and person in the tables, made where they are new.
pub(super) fn place(connection: &Connection, row: &EntryRow, by: By<'_>) -> rusqlite::Result<(i64, i64)> {
    let company = company(connection, &row.company)?;
    let (kind, value) = row.identifier.as_ref().map_or((0, ""), |(kind, value)| (kind_code(*kind), value.as_str()));
    let value_key = if kind == 0 { String::new() } else { fold(value) };
    let written = Written { name: &row.name, name_key: key(&row.name), company, kind, value, value_key };
    let mut find = connection.prepare_cached(
        "SELECT id, person FROM identity WHERE name_key = ?1 AND company = ?2 AND kind = ?3 AND value_key = ?4",
    )?;
    let found =
        find.query_row((&written.name_key, company, kind, &written.value_key), |row| Ok((row.get(0)?, row.get(1)?)));
    if let Some(found) = found.optional()? {
        return Ok(found);
    }
    let (person, doubts) = match matched(connection, &written)? {
        Match::One(person) => (person, Vec::new()),
        Match::Nobody(mut doubts) => {
            doubts.extend(alike(connection, &written)?);
            let mut insert = connection.prepare_cached("INSERT INTO person (name, company) VALUES (?1, ?2)")?;
            insert.execute((written.name, company))?;
            (connection.last_insert_rowid(), doubts)
        }
    };
    let mut seen = Vec::new();
    for (other, likeness) in doubts {
        if !seen.contains(&other) && seen.len() < MOST_DOUBTS {
            seen.push(other);
            doubt(connection, other, person, likeness, by)?;
        }
    }
    let mut insert = connection.prepare_cached(
        "INSERT INTO identity (person, name, name_key, company, kind, value, value_key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    insert.execute((person, written.name, &written.name_key, company, kind, written.value, &written.value_key))?;
    let identity = connection.last_insert_rowid();
    let mut index = connection.prepare_cached("INSERT INTO finding (rowid, text) VALUES (?1, ?2)")?;
    index.execute((identity, format!("{} {} {}", written.name, row.company, written.value)))?;
    Ok((identity, person))
}

/// Notes that two people may be one.
pub(super) fn doubt(
    connection: &Connection,
    one: i64,
    other: i64,
    likeness: Likeness,
    by: By<'_>,
) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO doubt (one, other, kind, found_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
    )?;
    insert.execute((one.min(other), one.max(other), likeness.code(), by.at.to_string()))?;
    Ok(())
}

/// Whether a row's person is known.
enum Match {
    One(i64),
    /// Not for sure, and who it may be.
    Nobody(Vec<(i64, Likeness)>),
}

fn matched(connection: &Connection, written: &Written<'_>) -> rusqlite::Result<Match> {
    let mut doubts = Vec::new();
    if written.kind != 0 {
        let same = candidates(
            connection,
            "SELECT person, name_key, kind, value_key FROM identity WHERE kind = ?1 AND value_key = ?2 AND kind > 0",
            (written.kind, &written.value_key),
        )?;
        // A mistyped identifier must not give somebody another person's induction.
        if let Some(same) = same.iter().find(|same| is_near(&same.name_key, &written.name_key)) {
            return Ok(Match::One(same.person));
        }
        doubts.extend(same.iter().map(|same| (same.person, Likeness::OtherName)));
    }
    let namesakes = candidates(
        connection,
        "SELECT person, name_key, kind, value_key FROM identity WHERE name_key = ?1 AND company = ?2",
        (&written.name_key, written.company),
    )?;
    let mut people: Vec<i64> = namesakes.iter().map(|namesake| namesake.person).collect();
    people.sort_unstable();
    people.dedup();
    let mut possible = Vec::new();
    for person in people {
        if !tells_apart(connection, person, written)? {
            possible.push(person);
        }
    }
    match &possible[..] {
        [] => {}
        [one] => return Ok(Match::One(*one)),
        several => doubts.extend(several.iter().map(|person| (*person, Likeness::Namesakes))),
    }
    Ok(Match::Nobody(doubts))
}

/// Whether a person has another identifier of the same kind.
fn tells_apart(connection: &Connection, person: i64, written: &Written<'_>) -> rusqlite::Result<bool> {
    if written.kind == 0 {
        return Ok(false);
    }
    let mut other =
        connection.prepare_cached("SELECT 1 FROM identity WHERE person = ?1 AND kind = ?2 AND value_key <> ?3")?;
    other.exists((person, written.kind, &written.value_key))
}

/// Others who may be the same person.
fn alike(connection: &Connection, written: &Written<'_>) -> rusqlite::Result<Vec<(i64, Likeness)>> {
    let mut found = Vec::new();
    let elsewhere = candidates(
        connection,
        "SELECT person, name_key, kind, value_key FROM identity WHERE name_key = ?1 AND company <> ?2 LIMIT 12",
        (&written.name_key, written.company),
    )?;
    found.extend(elsewhere.into_iter().map(|other| (other, Likeness::OtherCompany)));
    let mut colleagues = connection.prepare_cached(
        "SELECT person, name_key, kind, value_key FROM identity WHERE company = ?1 AND name_key <> ?2 LIMIT ?3",
    )?;
    let plain = without_dots(&written.name_key);
    let colleagues = colleagues.query_map((written.company, &written.name_key, MOST_COMPARED), candidate)?;
    for colleague in colleagues {
        let colleague = colleague?;
        if is_misspelt(&plain, &colleague.name_key) {
            found.push((colleague, Likeness::NearName));
        }
    }
    // Two identifiers of one kind tell two people apart.
    found.retain(|(other, _)| other.kind == 0 || other.kind != written.kind || other.value_key == written.value_key);
    Ok(found.into_iter().map(|(other, likeness)| (other.person, likeness)).collect())
}

/// Whether two names, as keys, may be one name spelt in two ways.
fn is_near(one: &str, other: &str) -> bool {
    one == other || (one.len().abs_diff(other.len()) <= 4 && strsim::jaro_winkler(one, other) >= NEAR)
}

/// Whether two names, as keys, may be one name with slips of the pen, which seldom fall on its first letter, or with the
/// family name before the given one. Much alike are colleagues' names often: Matti and Antti are two.
/// `one`, with which many are compared, comes without its dots.
fn is_misspelt(one: &str, other: &str) -> bool {
    let other = without_dots(other);
    let (length, longer) = (one.chars().count(), other.chars().count());
    let slips = if length.max(longer) >= LONG { 2 } else { 1 };
    let is_turned = one.len() == other.len() && format!("{one}{one}").contains(&other);
    is_turned
        || (length.abs_diff(longer) <= slips
            && one.chars().next() == other.chars().next()
            && strsim::osa_distance(one, &other) <= slips)
}

fn candidates(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
) -> rusqlite::Result<Vec<Candidate>> {
    connection.prepare_cached(sql)?.query_map(parameters, candidate)?.collect()
}

fn candidate(row: &rusqlite::Row<'_>) -> rusqlite::Result<Candidate> {
    Ok(Candidate { person: row.get(0)?, name_key: row.get(1)?, kind: row.get(2)?, value_key: row.get(3)? })
}

/// The company's place in the tables.
fn company(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    let key = key(name);
    let mut find = connection.prepare_cached("SELECT id FROM company WHERE key = ?1")?;
    if let Some(found) = find.query_row([&key], |row| row.get(0)).optional()? {
        return Ok(found);
    }
    connection.execute("INSERT INTO company (name, key) VALUES (?1, ?2)", (name, &key))?;
    let company = connection.last_insert_rowid();
    // People have positive numbers in the search, companies negative ones.
    connection.execute("INSERT INTO finding (rowid, text) VALUES (?1, ?2)", (-company, name))?;
    Ok(company)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_and_turned_names_are_doubtful_and_other_peoples_names_are_not() {
        let misspelt = |one: &str, other: &str| is_misspelt(&without_dots(&key(one)), &key(other));
        for (one, other) in [
            ("Aino Ahkera", "Aino Ahkeraa"),
            ("Kalle Kuokka", "Kalle Kuokko"),
            ("Jukka-Pekka Mäki", "Jukka Peka Mäki"),
            ("Mohammed Yusuf", "Muhammad Yusuf"),
            ("Aino Virtanen", "Virtanen Aino"),
            ("Šarūnas Kazlauskas", "Sarunas Kazlauskas"),
        ] {
            assert!(misspelt(one, other) && misspelt(other, one), "{one}, {other}");
        }
        for (one, other) in [
            ("Matti Virtanen", "Antti Virtanen"),
            ("Matti Salminen", "Matti Laine"),
            ("Anna Laine", "Anne-Mari Laine"),
            ("Pekka Korhonen", "Pekka Koskinen"),
        ] {
            assert!(!misspelt(one, other) && !misspelt(other, one), "{one}, {other}");
        }
    }
}
