//! What the tables say of today, kept: renewed in the transaction that changes what it rests on.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::Serialize;

use crate::records::Day;
use crate::records::evidence;
use crate::records::evidence::{Known, Sets};
use crate::records::standing;
use crate::records::standing::{Asked, Standing};
use crate::records::whole;

/// How somebody stands with a course, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Valid, as far as no age ends it.
    Valid,
    /// Some themes are lacking.
    Due,
    /// Something is lacking, and the newest test was not passed.
    Failed,
    /// Nothing of theirs is signed by an accepted signer.
    Unaccepted,
}

impl State {
    /// Its number in the tables.
    pub(super) fn code(self) -> i64 {
        match self {
            Self::Valid => 0,
            Self::Due => 1,
            Self::Failed => 2,
            Self::Unaccepted => 3,
        }
    }

    /// What a number in the tables means.
    pub(super) fn of(code: i64) -> Self {
        match code {
            0 => Self::Valid,
            1 => Self::Due,
            2 => Self::Failed,
            _ => Self::Unaccepted,
        }
    }

    /// How a standing is told in one word.
    pub(super) fn told(standing: &Standing, has_accepted: bool) -> Self {
        if !has_accepted {
            Self::Unaccepted
        } else if standing.is_valid() {
            Self::Valid
        } else if standing.is_failed() {
            Self::Failed
        } else {
            Self::Due
        }
    }
}

/// Renews what is kept of `people`, and of everybody who attended the course when another edition is in force now.
pub(super) fn renew(connection: &Connection, course: i64, people: &BTreeSet<i64>) -> rusqlite::Result<()> {
    let present = evidence::edition_on(connection, course, Day::NEVER)?;
    let mut kept = connection.prepare_cached("SELECT present FROM course WHERE id = ?1")?;
    let kept: Option<i64> = kept.query_row([course], |row| row.get(0))?;
    if present == kept {
        return renew_people(connection, people);
    }
    connection.execute("UPDATE course SET present = ?1 WHERE id = ?2", (present, course))?;
    let mut everybody = connection.prepare("SELECT person FROM standing WHERE course = ?1")?;
    let mut everybody: BTreeSet<i64> =
        everybody.query_map([course], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    everybody.extend(people);
    renew_people(connection, &everybody)
}

/// Renews what is kept of `people`.
pub(super) fn renew_people(connection: &Connection, people: &BTreeSet<i64>) -> rusqlite::Result<()> {
    let mut sets = Sets::new();
    let mut asks: BTreeMap<i64, Option<Asked>> = BTreeMap::new();
    for person in people {
        let known = evidence::of_person(connection, *person, &mut sets)?;
        let mut forget = connection.prepare_cached("DELETE FROM standing WHERE person = ?1")?;
        forget.execute([person])?;
        let Some((name, company)) = known.newest_on(Day::NEVER) else { continue };
        let mut rename = connection.prepare_cached("UPDATE person SET name = ?1, company = ?2 WHERE id = ?3")?;
        rename.execute((name, company, person))?;
        for (course, state) in states(connection, &known, &mut asks)? {
            let (state, standing) = state;
            let mut insert = connection.prepare_cached(
                "INSERT INTO standing (person, course, company, state, since, until, lacking, alone)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?;
            insert.execute((
                person,
                course,
                company,
                kept_code(state, &standing),
                standing.since().unwrap_or(Day::NEVER),
                standing.until().unwrap_or(Day::NEVER),
                whole(standing.lacking().count()),
                standing.alone,
            ))?;
        }
    }
    Ok(())
}

/// Whether what is kept of a course tells of `day` as well: it does when the same edition was in force, and nobody has
/// attended since.
pub(super) fn tells_of(connection: &Connection, course: i64, edition: i64, day: Day) -> rusqlite::Result<bool> {
    let mut same = connection.prepare_cached(
        "SELECT present = ?2 AND NOT EXISTS (SELECT 1 FROM register WHERE course = ?1 AND day > ?3)
         FROM course WHERE id = ?1",
    )?;
    Ok(same.query_row((course, edition, day), |row| row.get::<_, Option<bool>>(0))? == Some(true))
}

/// Everybody who is not valid by what is kept, or whose last day comes before `day`.
pub(super) fn not_valid_until(connection: &Connection, course: i64, day: Day) -> rusqlite::Result<Vec<i64>> {
    let sql = format!(
        "SELECT person FROM standing
         WHERE course = ?1 AND (state NOT IN ({}, {VALID_THEN_FAILED}) OR until < ?2)",
        State::Valid.code()
    );
    let mut rows = connection.prepare_cached(&sql)?;
    rows.query_map((course, day), |row| row.get(0))?.collect()
}

/// The number that is kept: of those who are valid, it tells as well what they are once that ends.
fn kept_code(state: State, standing: &Standing) -> i64 {
    if state == State::Valid && standing.not_passed { VALID_THEN_FAILED } else { state.code() }
}

/// Valid, and failed rather than due once that ends.
const VALID_THEN_FAILED: i64 = 4;

/// How somebody stands with each course they attended, in the edition that is kept as present. Age is left out: it
/// is compared with `until` when somebody asks.
fn states(
    connection: &Connection,
    known: &Known,
    asks: &mut BTreeMap<i64, Option<Asked>>,
) -> rusqlite::Result<Vec<(i64, (State, Standing))>> {
    let mut states = Vec::new();
    for (course, attended) in &known.courses {
        if !asks.contains_key(course) {
            let mut present = connection.prepare_cached("SELECT present FROM course WHERE id = ?1")?;
            let present: Option<i64> = present.query_row([course], |row| row.get(0))?;
            let asked = match present {
                Some(edition) => Some(evidence::force(connection, edition)?.asked),
                None => None,
            };
            asks.insert(*course, asked);
        }
        let Some(Some(asked)) = asks.get(course) else { continue };
        let has_accepted = !attended.accepted.is_empty();
        let sats = if has_accepted { &attended.accepted } else { &attended.others };
        // The last day anything happened on: there, nothing has yet ended that was held last.
        let last = sats.iter().map(|sat| sat.day).max().unwrap_or(Day::NEVER);
        let standing = standing::on(last, asked, sats);
        states.push((*course, (State::told(&standing, has_accepted), standing)));
    }
    Ok(states)
}
