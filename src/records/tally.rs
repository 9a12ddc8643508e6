//! Every contractor in numbers, from the tally that the tables keep of those who stand alike.

use crate::records::Day;
use crate::records::Line;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::State;

/// A contractor in numbers, for one course, on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractorSum {
    /// Its name.
    pub name: String,
    /// People who are valid.
    pub valid: u32,
    /// Of those, who studied alone.
    pub alone: u32,
    /// People for whom themes are due, or whose induction is too old.
    pub due: u32,
    /// People for whom something is lacking, and who did not pass their newest test.
    pub failed: u32,
    /// People of whom nothing is signed by an accepted signer.
    pub unaccepted: u32,
}

impl ContractorSum {
    /// A contractor of whom nobody is counted yet.
    pub(super) fn of_nobody(name: &str) -> Self {
        Self { name: name.to_owned(), valid: 0, alone: 0, due: 0, failed: 0, unaccepted: 0 }
    }

    /// Counts one of its people.
    pub(super) fn add(&mut self, line: &Line) {
        let count = match line.state {
            State::Valid => &mut self.valid,
            State::Due => &mut self.due,
            State::Failed => &mut self.failed,
            State::Unaccepted => &mut self.unaccepted,
        };
        *count += 1;
        self.alone += u32::from(line.state == State::Valid && line.alone);
    }
}

impl Records {
    /// Every contractor in numbers, for one course, today, from the tally that is kept.
    ///
    /// # Errors
    /// When the course is not known, or they cannot be read.
    pub fn contractors(&self, course: &str, today: Day) -> Result<Vec<ContractorSum>, RecordsError> {
        self.about_course(course, |connection, course| {
            let mut rows = connection.prepare_cached(SUMS)?;
            let rows = rows.query_map((course, today), |row| {
                Ok(ContractorSum {
                    name: row.get(0)?,
                    valid: row.get(1)?,
                    alone: row.get(2)?,
                    due: row.get(3)?,
                    failed: row.get(4)?,
                    unaccepted: row.get(5)?,
                })
            })?;
            rows.collect()
        })
    }
}

/// Every contractor in numbers from the tally: everybody, and of those who were valid the ones whose last day has passed:
/// whole slots of 256 days, then of 16, then day by day.
const SUMS: &str = "
    SELECT c.name, t.valid, t.alone, t.due, t.failed, t.unaccepted FROM (
        SELECT company,
            sum(iif(state IN (0, 4), iif(ended, -people, people), 0)) AS valid,
            sum(iif(state IN (0, 4) AND alone, iif(ended, -people, people), 0)) AS alone,
            sum(iif(state = iif(ended, 0, 1), people, 0)) AS due,
            sum(iif(state = iif(ended, 4, 2), people, 0)) AS failed,
            sum(iif(state = 3 AND NOT ended, people, 0)) AS unaccepted
        FROM (
            SELECT company, state, alone, people, 0 AS ended FROM tally WHERE course = ?1 AND span = 0
            UNION ALL
            SELECT company, state, alone, people, 1 FROM tally WHERE course = ?1 AND span = 256 AND slot < ?2 / 256
            UNION ALL
            SELECT company, state, alone, people, 1 FROM tally
                WHERE course = ?1 AND span = 16 AND slot >= ?2 / 256 * 16 AND slot < ?2 / 16
            UNION ALL
            SELECT company, state, alone, 1, 1 FROM standing
                WHERE course = ?1 AND until >= ?2 / 16 * 16 AND until < ?2
        ) GROUP BY company
    ) t JOIN company c ON c.id = t.company ORDER BY c.name";
