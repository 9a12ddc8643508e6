//! Who at a contractor is valid and who is due, for which themes; and what a new edition would make due.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;

use crate::records::ContractorSum;
use crate::records::Day;
use crate::records::Edition;
use crate::records::Lack;
use crate::records::Line;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::State;
use crate::records::edition;
use crate::records::everybody::everybody;
use crate::records::evidence;
use crate::records::evidence::{Force, Known, Sets};
use crate::records::lacking;
use crate::records::matching;
use crate::records::people::stands;
use crate::records::summary;

/// A contractor's people with a course, on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contractor {
    /// Its name.
    pub name: String,
    /// The edition in force on that day.
    pub edition: Edition,
    /// Its people by name: who worked for it by their newest register until that day.
    pub people: Vec<Line>,
}

/// What an edition would make due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// People who are valid now, and would still be.
    pub stay: usize,
    /// People who are not valid now.
    pub due_already: usize,
    /// People who are valid now and would be due, with what they would lack, by company and name.
    pub people: Vec<Line>,
}

impl Records {
    /// The company called `name`, however it is spelt.
    ///
    /// # Errors
    /// When there is none.
    pub fn company(&self, name: &str) -> Result<i64, RecordsError> {
        let found = self.read(|connection| {
            let find = "SELECT id FROM company WHERE key = ?1";
            connection.query_row(find, [matching::key(name)], |row| row.get(0)).optional()
        })?;
        found.ok_or_else(|| RecordsError::Unknown(name.to_owned()))
    }

    /// A contractor's people with a course on `day`; `None` when the course was not known then.
    ///
    /// # Errors
    /// When the course is not known at all, or they cannot be read.
    pub fn contractor(&self, company: i64, course: &str, day: Day) -> Result<Option<Contractor>, RecordsError> {
        self.about_course(course, |connection, course| {
            let Some(edition) = evidence::edition_on(connection, course, day)? else { return Ok(None) };
            let force = evidence::force(connection, edition)?;
            let mut ever = connection.prepare_cached("SELECT DISTINCT person FROM identity WHERE company = ?1")?;
            let ever: Vec<i64> = ever.query_map([company], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            let mut lines = Lines::new(connection, course);
            let mut people = Vec::new();
            for person in ever {
                people.extend(lines.of(person, &force, day, Some(company))?);
            }
            people.sort_by(|one, other| one.name.cmp(&other.name).then(one.id.cmp(&other.id)));
            let mut name = connection.prepare_cached("SELECT name FROM company WHERE id = ?1")?;
            let name = name.query_row([company], |row| row.get(0))?;
            Ok(Some(Contractor { name, edition: force.edition, people }))
        })
    }

    /// How these people stand with a course on `day`, by company and name, without those who never attended it; `None`
    /// when the course was not known then.
    ///
    /// # Errors
    /// When the course is not known at all, or they cannot be read.
    pub fn lines_of(
        &self,
        people: &[i64],
        course: &str,
        day: Day,
    ) -> Result<Option<(Edition, Vec<Line>)>, RecordsError> {
        self.about_course(course, |connection, course| {
            let Some(edition) = evidence::edition_on(connection, course, day)? else { return Ok(None) };
            let force = evidence::force(connection, edition)?;
            let mut lines = Lines::new(connection, course);
            let mut found = Vec::new();
            for person in people {
                found.extend(lines.of(*person, &force, day, None)?);
            }
            sort(&mut found);
            Ok(Some((force.edition, found)))
        })
    }

    /// Everybody for whom something of a course is due on `day`, by company and name; with `within`, those as well who
    /// are valid and will not be after that day.
    ///
    /// # Errors
    /// When the course is not known, or they cannot be read.
    pub fn due(
        &self,
        course: &str,
        day: Day,
        within: Option<Day>,
    ) -> Result<Option<(Edition, Vec<Line>)>, RecordsError> {
        self.about_course(course, |connection, course| {
            let Some(edition) = evidence::edition_on(connection, course, day)? else { return Ok(None) };
            let force = evidence::force(connection, edition)?;
            let mut due = Vec::new();
            let mut lines = Lines::new(connection, course);
            let ends = |line: &Line| within.is_some_and(|within| line.until.is_some_and(|until| until <= within));
            let is_due = |line: &Line| line.state != State::Valid || ends(line);
            if summary::tells_of(connection, course, edition, day)? {
                let until = within.map_or(day, |within| within.next().max(day));
                for person in summary::not_valid_until(connection, course, until)? {
                    due.extend(lines.of(person, &force, day, None)?.filter(is_due));
                }
            } else {
                everybody(connection, course, |person, known| {
                    due.extend(lines.line(person, known, &force, day, None)?.filter(is_due));
                    Ok(())
                })?;
            }
            sort(&mut due);
            Ok(Some((force.edition, due)))
        })
    }

    /// Every contractor in numbers, for one course, on any day, counted person by person; none before the course was
    /// known.
    ///
    /// # Errors
    /// When the course is not known at all, or they cannot be read.
    pub fn contractors_on(&self, course: &str, day: Day) -> Result<Vec<ContractorSum>, RecordsError> {
        self.about_course(course, |connection, course| {
            let Some(edition) = evidence::edition_on(connection, course, day)? else { return Ok(Vec::new()) };
            let force = evidence::force(connection, edition)?;
            let mut sums: BTreeMap<String, ContractorSum> = BTreeMap::new();
            let mut lines = Lines::new(connection, course);
            everybody(connection, course, |person, known| {
                if let Some(line) = lines.line(person, known, &force, day, None)? {
                    let sum =
                        sums.entry(line.company.clone()).or_insert_with(|| ContractorSum::of_nobody(&line.company));
                    sum.add(&line);
                }
                Ok(())
            })?;
            Ok(sums.into_values().collect())
        })
    }

    /// What `edition` would make due today, were it in force: nothing is written.
    ///
    /// # Errors
    /// When the course is not known, or they cannot be read.
    pub fn what_if(&self, edition: &Edition, today: Day) -> Result<WhatIf, RecordsError> {
        self.about_course(&edition.course, |connection, course| {
            let new = evidence::force_of(connection, course, edition)?;
            let present = evidence::edition_on(connection, course, today)?;
            let present = present.map(|present| evidence::force(connection, present)).transpose()?;
            let mut told = WhatIf { stay: 0, due_already: 0, people: Vec::new() };
            let mut lines = Lines::new(connection, course);
            let Some(present) = present else { return Ok(told) };
            everybody(connection, course, |person, known| {
                let attended = known.courses.get(&course);
                if attended.is_none_or(|attended| stands(&present, attended, today).0 != State::Valid) {
                    told.due_already += 1;
                    return Ok(());
                }
                match lines.line(person, known, &new, today, None)? {
                    Some(line) if line.state != State::Valid => told.people.push(line),
                    _ => told.stay += 1,
                }
                Ok(())
            })?;
            sort(&mut told.people);
            Ok(told)
        })
    }

    /// Does `work` with the course called `key`.
    pub(super) fn about_course<T>(
        &self,
        key: &str,
        work: impl FnOnce(&Connection, i64) -> rusqlite::Result<T>,
    ) -> Result<T, RecordsError> {
        let done = self.read(|connection| match edition::course(connection, key)? {
            Some(course) => work(connection, course).map(Some),
            None => Ok(None),
        })?;
        done.ok_or_else(|| RecordsError::Unknown(key.to_owned()))
    }
}

fn sort(lines: &mut [Line]) {
    lines.sort_by(|one, other| {
        one.company.cmp(&other.company).then_with(|| one.name.cmp(&other.name)).then(one.id.cmp(&other.id))
    });
}

/// Makes lines of a list; what many of them need is read once.
struct Lines<'a> {
    connection: &'a Connection,
    course: i64,
    sets: Sets,
    companies: BTreeMap<i64, String>,
}

impl<'a> Lines<'a> {
    fn new(connection: &'a Connection, course: i64) -> Self {
        Self { connection, course, sets: Sets::new(), companies: BTreeMap::new() }
    }

    /// How somebody stands on `day`; `None` when nothing of theirs was known then, or they worked for another company.
    fn of(&mut self, person: i64, force: &Force, day: Day, company: Option<i64>) -> rusqlite::Result<Option<Line>> {
        let known = evidence::of_person(self.connection, person, &mut self.sets)?;
        self.line(person, &known, force, day, company)
    }

    fn line(
        &mut self,
        person: i64,
        known: &Known,
        force: &Force,
        day: Day,
        company: Option<i64>,
    ) -> rusqlite::Result<Option<Line>> {
        let Some(attended) = known.courses.get(&self.course) else { return Ok(None) };
        if attended.accepted.iter().chain(&attended.others).all(|sat| sat.day > day) {
            return Ok(None);
        }
        let Some((name, at)) = known.newest_on(day) else { return Ok(None) };
        if company.is_some_and(|company| company != at) {
            return Ok(None);
        }
        let (state, standing) = stands(force, attended, day);
        let lacking: Vec<(usize, Lack)> =
            standing.lacking().filter_map(|(theme, lack)| Some((*force.places.get(&theme)?, lack))).collect();
        let only_test = lacking::only_test(&force.edition, &lacking);
        let minutes_of = |places: BTreeSet<usize>| force.edition.minutes_of(&places).0;
        let places: BTreeSet<usize> = lacking.iter().map(|(at, _)| *at).collect();
        Ok(Some(Line {
            id: person,
            name: name.to_owned(),
            company: self.company(at)?,
            state,
            since: standing.since(),
            until: standing.until(),
            alone: standing.alone,
            minutes_to_attend: minutes_of(&places - &only_test),
            minutes: minutes_of(places),
            lacking,
            only_test,
        }))
    }

    fn company(&mut self, id: i64) -> rusqlite::Result<String> {
        if let Some(name) = self.companies.get(&id) {
            return Ok(name.clone());
        }
        let mut find = self.connection.prepare_cached("SELECT name FROM company WHERE id = ?1")?;
        let name: String = find.query_row([id], |row| row.get(0))?;
        self.companies.insert(id, name.clone());
        Ok(name)
    }
}
