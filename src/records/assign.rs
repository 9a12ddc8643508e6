//! Making an assignment from what the records know.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::records::Assignment;
use crate::records::Day;
use crate::records::Edition;
use crate::records::Line;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::assignment::AssignedPerson;
use crate::records::decisions;
use crate::records::matching;

/// For whom an assignment is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    /// These people, by their numbers.
    People(Vec<i64>),
    /// Everybody of a contractor, by its number.
    Contractor(i64),
}

/// What was found out for an assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// The edition in force.
    pub edition: Edition,
    /// The assignment; `None` when nobody lacks anything.
    pub assignment: Option<Assignment>,
    /// People who lack something, as the assignment has them.
    pub lacking: Vec<Line>,
    /// People who lack nothing.
    pub need_none: Vec<Line>,
}

impl Records {
    /// The assignment of what people lack of a course on `day`; `None` when the course was not known then. Whoever never
    /// attended the course is on no list of it: they take the whole course.
    ///
    /// # Errors
    /// When the course is not known at all, or they cannot be read.
    pub fn assignment(&self, whom: &For, course: &str, day: Day) -> Result<Option<Assigned>, RecordsError> {
        let found = match whom {
            For::People(people) => self.lines_of(people, course, day)?,
            For::Contractor(company) => {
                self.contractor(*company, course, day)?.map(|found| (found.edition, found.people))
            }
        };
        let Some((edition, people)) = found else { return Ok(None) };
        let (lacking, need_none): (Vec<Line>, Vec<Line>) =
            people.into_iter().partition(|line| !line.lacking.is_empty());
        let mut named: BTreeMap<(String, String), usize> = BTreeMap::new();
        for line in &lacking {
            *named.entry(name_of(line)).or_default() += 1;
        }
        let mut assigned = Vec::new();
        for line in &lacking {
            // Nobody's identifier is sent about without need.
            let is_alone = named.get(&name_of(line)) == Some(&1);
            let identifier = if is_alone { None } else { self.identifier_of(line.id)? };
            let person = AssignedPerson {
                name: line.name.clone(),
                company: line.company.clone(),
                identifier,
                themes: Vec::new(),
            };
            let places: BTreeSet<usize> = line.lacking.iter().map(|(at, _)| *at).collect();
            assigned.push((person, places));
        }
        let to_attend = lacking.iter().flat_map(Line::to_attend).collect();
        let assignment = Assignment::of(&edition, assigned, &to_attend, day.date());
        Ok(Some(Assigned { edition, assignment, lacking, need_none }))
    }

    fn identifier_of(&self, person: i64) -> Result<Option<String>, RecordsError> {
        let written = self.read(|connection| decisions::brief(connection, person))?.written;
        Ok(written.into_iter().map(|written| written.value).find(|value| !value.is_empty()))
    }
}

fn name_of(line: &Line) -> (String, String) {
    (matching::key(&line.name), matching::key(&line.company))
}
