//! The courses that the subscriber asks of people, in the editions that are in force.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::records::By;
use crate::records::Day;
use crate::records::Deed;
use crate::records::Edition;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::edition;
use crate::records::log;
use crate::records::summary;

/// A course with the edition that is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedCourse {
    /// The edition that is in force.
    pub edition: Edition,
    /// Since when, if the subscriber published it; else it is the newest that registers name.
    pub since: Option<Day>,
}

impl Records {
    /// Puts an edition of a course into force from the day `since`, which may have passed but not be yet to come.
    ///
    /// # Errors
    /// When the day is yet to come, or it cannot be written.
    pub fn publish(&mut self, edition: &Edition, since: Date, today: Date, by: By<'_>) -> Result<(), RecordsError> {
        if since > today {
            return Err(RecordsError::NotYet(since));
        }
        self.write(|connection| {
            let placed = edition::place(connection, edition)?;
            connection.execute(
                "INSERT INTO published (course, edition, since, at, by) VALUES (?1, ?2, ?3, ?4, ?5)",
                (placed.course, placed.id, Day::of(since), by.at.to_string(), by.name),
            )?;
            let deed = Deed::Published { course: edition.course.clone(), revision: edition.revision, since };
            log::add(connection, by, &deed)?;
            summary::renew(connection, placed.course, &BTreeSet::new())
        })
    }

    /// Every course that is known.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn courses(&self) -> Result<Vec<PublishedCourse>, RecordsError> {
        self.read(|connection| {
            let mut rows = connection.prepare(
                "SELECT c.present, (SELECT max(since) FROM published p WHERE p.course = c.id)
                 FROM course c WHERE c.present IS NOT NULL ORDER BY c.key",
            )?;
            let rows: Vec<(i64, Option<Day>)> =
                rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
            rows.into_iter()
                .map(|(present, since)| Ok(PublishedCourse { edition: edition::read(connection, present)?, since }))
                .collect()
        })
    }
}
