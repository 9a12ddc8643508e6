//! Everything about one person: who they are, and how they stand with each course, theme by theme, on which evidence.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;

use crate::records::Day;
use crate::records::Edition;
use crate::records::Form;
use crate::records::Outcome;
use crate::records::Part;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::State;
use crate::records::Written;
use crate::records::decisions;
use crate::records::evidence;
use crate::records::evidence::{Attended, Force, Line};
use crate::records::remembered::Remembered;
use crate::records::standing;
use crate::records::standing::{Sat, Standing};
use crate::records::store;

/// A person with how they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their number.
    pub id: i64,
    /// Their name as the newest register writes it.
    pub name: String,
    /// Their company by the newest register.
    pub company: String,
    /// Everything that was written of them.
    pub written: Vec<Written>,
    /// How they stand with each course they attended, and each that was published.
    pub courses: Vec<CourseStanding>,
}

/// How somebody stands with a course on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseStanding {
    /// The edition in force on that day.
    pub edition: Edition,
    /// In one word.
    pub state: State,
    /// Since when they are valid.
    pub since: Option<Day>,
    /// The last day on which they are; [`Day::NEVER`] where it has no end.
    pub until: Option<Day>,
    /// Whether all of it was studied alone.
    pub alone: bool,
    /// Theme by theme, those that are asked.
    pub themes: Vec<ThemeAnswer>,
    /// Every register that they are on, also what does not count, the newest first.
    pub evidence: Vec<Evidence>,
}

/// How somebody stands with a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeAnswer {
    /// Its place in the edition.
    pub position: usize,
    /// Held or lacking; what it rests on is an [`Evidence::attendance`].
    pub part: Part,
}

/// A row of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its number in the tables.
    pub attendance: i64,
    /// SHA-256 of the register's file.
    pub digest: String,
    /// Where that file is kept.
    pub file: PathBuf,
    /// The number of the row.
    pub row: u32,
    /// The day of the session.
    pub day: Day,
    /// How it was taken.
    pub form: Form,
    /// Whether the people in it are made up.
    pub rehearsal: bool,
    /// How the test ended.
    pub outcome: Outcome,
    /// Who signed it.
    pub signer: String,
    /// Whether they are accepted.
    pub accepted: bool,
    /// SHA-256 of the file that they signed, where a redacted one has taken its place. Its digest and its signature were
    /// verified here when it was imported; the file now is signed by whoever erased.
    pub original: Option<String>,
}

impl Records {
    /// Everything about one person on `day`; what came later, and registers that were replaced, are left out. Signers
    /// count as they are accepted now: a lost key makes what it signed doubtful from the beginning.
    ///
    /// # Errors
    /// When there is no such person, or they cannot be read.
    pub fn person(&self, id: i64, day: Day) -> Result<Person, RecordsError> {
        self.read(|connection| person(connection, &mut self.remembered.borrow_mut(), self.root.as_path(), id, day))?
            .ok_or_else(|| RecordsError::Unknown(id.to_string()))
    }
}

fn person(
    connection: &Connection,
    remembered: &mut Remembered,
    root: &std::path::Path,
    id: i64,
    day: Day,
) -> rusqlite::Result<Option<Person>> {
    remembered.refresh(connection)?;
    let find = "SELECT p.name, c.name FROM person p JOIN company c ON c.id = p.company
                WHERE p.id = ?1 AND EXISTS (SELECT 1 FROM identity i WHERE i.person = p.id)";
    let mut find = connection.prepare_cached(find)?;
    let found: Option<(String, String)> = find.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((name, company)) = found else { return Ok(None) };
    let mut all: BTreeMap<i64, Vec<Evidence>> = BTreeMap::new();
    let mut known = evidence::of_person_with(connection, id, &mut remembered.sets, |line| {
        if line.sat.day <= day {
            all.entry(line.course).or_default().push(evidence_of(line, root)?);
        }
        Ok(())
    })?;
    let mut published = connection.prepare_cached("SELECT DISTINCT course FROM published WHERE since <= ?1")?;
    for course in published.query_map([day], |row| row.get(0))? {
        known.courses.entry(course?).or_default();
    }
    let mut courses = Vec::new();
    for (course, attended) in &known.courses {
        let Some(force) = remembered.in_force(connection, *course, day)? else { continue };
        let (state, standing) = stands(&force, attended, day);
        let mut evidence = all.remove(course).unwrap_or_default();
        evidence.sort_by_key(|row| std::cmp::Reverse((row.day, row.attendance)));
        courses.push(CourseStanding {
            state,
            since: standing.since(),
            until: standing.until(),
            alone: standing.alone,
            themes: standing
                .themes
                .iter()
                .filter_map(|theme| Some(ThemeAnswer { position: *force.places.get(&theme.theme)?, part: theme.part }))
                .collect(),
            evidence,
            edition: force.edition.clone(),
        });
    }
    let written = decisions::brief(connection, id)?.written;
    Ok(Some(Person { id, name, company, written, courses }))
}

/// How somebody stands, in one word and theme by theme.
pub(super) fn stands(force: &Force, attended: &Attended, day: Day) -> (State, Standing) {
    let has_accepted = attended.accepted.iter().any(|sat| sat.day <= day);
    let has_others = attended.others.iter().any(|sat| sat.day <= day);
    let is_waiting = !has_accepted && has_others;
    let standing = standing::on(day, &force.asked, if is_waiting { &attended.others } else { &attended.accepted });
    (State::told(&standing, !is_waiting), standing)
}

/// What a register says of them.
fn evidence_of(line: &Line<'_>, root: &std::path::Path) -> rusqlite::Result<Evidence> {
    let (row, digest, rehearsal, signer, original) = line.written()?;
    let Sat { attendance, day, form, outcome, .. } = *line.sat;
    let file = store::path(root, &digest);
    let accepted = line.is_accepted;
    Ok(Evidence { attendance, digest, file, row, day, form, rehearsal, outcome, signer, accepted, original })
}
