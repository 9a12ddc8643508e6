//! How long registers are kept after they end, as the subscriber says, and erasing what was kept long enough.
//!
//! A register ends when the last day has passed on which it may make anybody valid: its own day and the months of the
//! edition it was held in, or of the edition in force where those are more. Where the validity of either has no end, it
//! never ends.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rusqlite::Connection;

use crate::records::By;
use crate::records::Day;
use crate::records::Deed;
use crate::records::Edition;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::edition;
use crate::records::erase_rows;
use crate::records::erase_rows::Touched;
use crate::records::insert;
use crate::records::log;
use crate::records::log::not_ours;

/// Longest time that may be set, in years.
pub const LONGEST_YEARS: u32 = 100;

/// How long registers are kept after they end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retention {
    /// The course; `None` for all that have no rule of their own, and for files that were set aside.
    pub course: Option<String>,
    /// The years.
    pub years: u32,
    /// When it was said.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// What the rules would erase on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sweep {
    /// Registers, those of the oldest sessions first; each session's own files together.
    pub registers: Vec<Swept>,
    /// People of whom nothing else is kept, by number, with their names.
    pub people: Vec<(i64, String)>,
    /// Files that were set aside, by digest and name.
    pub asides: Vec<(String, String)>,
}

/// A register that was kept long enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swept {
    /// Its number in the tables.
    id: i64,
    /// SHA-256 of its file.
    pub digest: String,
    /// The day of the session.
    pub day: Day,
    /// The last day on which it could make anybody valid.
    pub ended: Day,
    /// The course as it was then.
    pub edition: Edition,
    /// How many people are on it.
    pub people: usize,
}

impl Records {
    /// The rules, that for all courses first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn retention(&self) -> Result<Vec<Retention>, RecordsError> {
        self.read(rules)
    }

    /// Says for how many years registers are kept after they end: those of a course, or all without a rule of their own.
    /// `None` takes the rule away. Nothing is erased by this.
    ///
    /// # Errors
    /// When there is no such course, or it cannot be written.
    pub fn set_retention(&mut self, course: Option<&str>, years: Option<u32>, by: By<'_>) -> Result<(), RecordsError> {
        let known = self.write(|connection| {
            if let Some(course) = course
                && edition::course(connection, course)?.is_none()
            {
                return Ok(false);
            }
            let key = course.unwrap_or_default();
            connection.execute("DELETE FROM retention WHERE course = ?1", [key])?;
            let years = years.map(|years| years.min(LONGEST_YEARS));
            if let Some(years) = years {
                connection.execute(
                    "INSERT INTO retention (course, years, set_at, set_by) VALUES (?1, ?2, ?3, ?4)",
                    (key, years, by.at.to_string(), by.name),
                )?;
            }
            log::add(connection, by, &Deed::RetentionSet { course: course.map(str::to_owned), years })?;
            Ok(true)
        })?;
        if known { Ok(()) } else { Err(RecordsError::Unknown(course.unwrap_or_default().to_owned())) }
    }

    /// What the rules would erase on `today`; nothing is changed.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn sweep(&self, today: Day) -> Result<Sweep, RecordsError> {
        self.read(|connection| plan(connection, today))
    }

    /// Erases what the rules say, if that is still `planned`; `None` when it has become something else meanwhile. The
    /// second is whether every trace is cleared away; else the next check finishes it.
    ///
    /// # Errors
    /// When it cannot be read or written: then nothing is erased, or what is left of it is noted and a check finishes it.
    pub fn carry_out(&mut self, planned: &Sweep, today: Day, by: By<'_>) -> Result<Option<bool>, RecordsError> {
        let done = self.write(|connection| {
            let sweep = plan(connection, today)?;
            if sweep != *planned {
                return Ok(false);
            }
            erase(connection, &sweep, by)?;
            Ok(true)
        })?;
        if done { self.clear_leftovers().map(Some) } else { Ok(None) }
    }
}

fn rules(connection: &Connection) -> rusqlite::Result<Vec<Retention>> {
    let mut rows = connection.prepare("SELECT course, years, set_at, set_by FROM retention ORDER BY course")?;
    let rows = rows.query_map([], |row| {
        let (course, at): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(Retention {
            course: (!course.is_empty()).then_some(course),
            years: row.get(1)?,
            at: at.parse().map_err(not_ours)?,
            by: row.get(3)?,
        })
    })?;
    rows.collect()
}

fn plan(connection: &Connection, today: Day) -> rusqlite::Result<Sweep> {
    let rules = rules(connection)?;
    let years = |course: &str| {
        let of = |wanted: Option<&str>| rules.iter().find(|rule| rule.course.as_deref() == wanted);
        of(Some(course)).or_else(|| of(None)).map(|rule| rule.years)
    };
    let mut registers = Vec::new();
    let mut editions = BTreeMap::new();
    // Files that were replaced go with the one that stands in their place.
    let mut rows = connection.prepare(
        "SELECT r.id, r.digest, r.day, r.edition, c.key, e.validity_months, p.validity_months,
             (SELECT count(*) FROM attendance a WHERE a.register = r.id)
         FROM register r JOIN course c ON c.id = r.course JOIN edition e ON e.id = r.edition
         LEFT JOIN edition p ON p.id = c.present
         WHERE r.replaced_by IS NULL ORDER BY r.day, r.id",
    )?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let course: String = row.get(4)?;
        let Some(years) = years(&course) else { continue };
        let (day, own, present): (Day, Option<u32>, Option<u32>) = (row.get(2)?, row.get(5)?, row.get(6)?);
        let ended = day.plus_months(own).max(day.plus_months(present));
        if ended == Day::NEVER || ended.plus_months(Some(years * 12)) >= today {
            continue;
        }
        let id: i64 = row.get(3)?;
        let edition = match editions.get(&id) {
            Some(edition) => Edition::clone(edition),
            None => editions.entry(id).or_insert(edition::read(connection, id)?).clone(),
        };
        let people = usize::try_from(row.get::<_, i64>(7)?).unwrap_or(0);
        registers.push(Swept { id: row.get(0)?, digest: row.get(1)?, day, ended, edition, people });
    }
    let people = people(connection, &registers)?;
    let aside = rules.iter().find(|rule| rule.course.is_none()).map(|rule| rule.years);
    let asides = aside.map_or(Ok(Vec::new()), |years| asides(connection, years, today))?;
    Ok(Sweep { registers, people, asides })
}

/// A register's file with those that it replaced.
fn with_replaced(connection: &Connection, register: i64) -> rusqlite::Result<Vec<i64>> {
    let mut chain = connection.prepare_cached(
        "WITH RECURSIVE chain (id) AS (
             SELECT ?1 UNION SELECT r.id FROM register r JOIN chain ON r.replaced_by = chain.id
         ) SELECT id FROM chain",
    )?;
    chain.query_map([register], |row| row.get(0))?.collect()
}

/// People who are on none but these registers.
fn people(connection: &Connection, registers: &[Swept]) -> rusqlite::Result<Vec<(i64, String)>> {
    let mut swept = BTreeSet::new();
    let mut on_them: BTreeSet<i64> = BTreeSet::new();
    for register in registers {
        for id in with_replaced(connection, register.id)? {
            swept.insert(id);
            on_them.extend(insert::people_of(connection, id)?);
        }
    }
    let mut find = connection.prepare_cached(
        "SELECT a.register FROM identity i JOIN attendance a ON a.identity = i.id WHERE i.person = ?1",
    )?;
    let mut name = connection.prepare_cached("SELECT name FROM person WHERE id = ?1")?;
    let mut people = Vec::new();
    for person in on_them {
        let on: Vec<i64> = find.query_map([person], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        if on.iter().all(|register| swept.contains(register)) {
            people.push((person, name.query_row([person], |row| row.get(0))?));
        }
    }
    Ok(people)
}

fn asides(connection: &Connection, years: u32, today: Day) -> rusqlite::Result<Vec<(String, String)>> {
    let mut rows = connection.prepare("SELECT digest, name, at FROM aside ORDER BY id")?;
    let mut rows = rows.query([])?;
    let mut asides = Vec::new();
    while let Some(row) = rows.next()? {
        let at: Timestamp = row.get::<_, String>(2)?.parse().map_err(not_ours)?;
        let day = Day::of(at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date());
        if day.plus_months(Some(years * 12)) < today {
            asides.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(asides)
}

fn erase(connection: &Connection, sweep: &Sweep, by: By<'_>) -> rusqlite::Result<()> {
    let mut touched = Touched::new();
    let mut removed = 0;
    for register in &sweep.registers {
        for id in with_replaced(connection, register.id)? {
            erase_rows::remove_register(connection, id, by, &mut touched)?;
            removed += 1;
        }
    }
    for (digest, _) in &sweep.asides {
        erase_rows::remove_aside(connection, digest, by)?;
    }
    let mut people = Vec::new();
    for (person, _) in &sweep.people {
        people.push(erase_rows::remove_person(connection, *person)?);
    }
    erase_rows::remove_own_signers(connection, &people)?;
    erase_rows::scrub_log(connection, None, |digest| sweep.asides.iter().any(|(aside, _)| aside == digest))?;
    let gone: BTreeSet<i64> = sweep.people.iter().map(|(person, _)| *person).collect();
    for people in touched.values_mut() {
        people.retain(|person| !gone.contains(person));
    }
    erase_rows::finish(connection, &touched)?;
    let (people, asides) = (sweep.people.len(), sweep.asides.len());
    log::add(connection, by, &Deed::Retained { registers: removed, people, asides })
}
