//! Everybody who attended a course: of many people, in one pass over the tables; of few, one by one.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::records::Day;
use crate::records::Outcome;
use crate::records::evidence;
use crate::records::evidence::{Known, Mark, Sets};
use crate::records::whole;

/// From which part of all people on one pass is cheaper: looking a row up by its person costs some four times of what
/// reading it in its turn does.
const PASS_FROM: i64 = 4;

/// A register that was not replaced.
struct Register {
    course: i64,
    day: Day,
    is_alone: bool,
    is_accepted: bool,
}

/// How a register writes somebody.
struct Identity {
    /// Their place among those who are asked for.
    place: usize,
    name: String,
    company: i64,
}

/// A row of a register, in the order of people and of rows.
struct Row {
    place: usize,
    mark: Mark,
    identity: i64,
    register: i64,
}

/// Shows everybody who attended `course`, with everything they attended.
pub(super) fn everybody(
    connection: &Connection,
    course: i64,
    mut show: impl FnMut(i64, &Known) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut people = connection.prepare_cached("SELECT person FROM standing WHERE course = ?1")?;
    let people: Vec<i64> = people.query_map([course], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut sets = Sets::new();
    let known: i64 = connection.query_row("SELECT count(*) FROM person", [], |row| row.get(0))?;
    if whole(people.len()).saturating_mul(PASS_FROM) < known {
        return people
            .iter()
            .try_for_each(|person| show(*person, &evidence::of_person(connection, *person, &mut sets)?));
    }
    let registers = registers(connection)?;
    let identities = identities(connection, &people)?;
    let rows = rows(connection, &registers, &identities)?;
    for rows in rows.chunk_by(|one, other| one.place == other.place) {
        let mut known = Known::default();
        for row in rows {
            let (Some(register), Some(identity)) = (registers.get(&row.register), identities.get(&row.identity)) else {
                continue;
            };
            let sat = evidence::sat(connection, &row.mark, &mut sets)?;
            known.add(register.course, register.is_accepted, identity.name.clone(), sat);
        }
        if let Some(person) = rows.first().and_then(|row| people.get(row.place)) {
            show(*person, &known)?;
        }
    }
    Ok(())
}

fn registers(connection: &Connection) -> rusqlite::Result<HashMap<i64, Register>> {
    let mut rows = connection.prepare_cached(
        "SELECT r.id, r.course, r.day, r.form, s.state = 1 FROM register r JOIN signer s ON s.id = r.signer
         WHERE r.replaced_by IS NULL",
    )?;
    let registers = rows.query_map([], |row| {
        let register =
            Register { course: row.get(1)?, day: row.get(2)?, is_alone: row.get(3)?, is_accepted: row.get(4)? };
        Ok((row.get(0)?, register))
    })?;
    registers.collect()
}

fn identities(connection: &Connection, people: &[i64]) -> rusqlite::Result<HashMap<i64, Identity>> {
    let places: HashMap<i64, usize> = people.iter().enumerate().map(|(place, person)| (*person, place)).collect();
    let mut rows = connection.prepare_cached("SELECT id, person, name, company FROM identity")?;
    let mut rows = rows.query([])?;
    let mut identities = HashMap::new();
    while let Some(row) = rows.next()? {
        if let Some(place) = places.get(&row.get(1)?) {
            identities.insert(row.get(0)?, Identity { place: *place, name: row.get(2)?, company: row.get(3)? });
        }
    }
    Ok(identities)
}

fn rows(
    connection: &Connection,
    registers: &HashMap<i64, Register>,
    identities: &HashMap<i64, Identity>,
) -> rusqlite::Result<Vec<Row>> {
    let mut all =
        connection.prepare_cached("SELECT id, register, identity, outcome, theme_set, credited FROM attendance")?;
    let mut all = all.query([])?;
    let mut rows = Vec::new();
    while let Some(row) = all.next()? {
        let (register, identity): (i64, i64) = (row.get(1)?, row.get(2)?);
        let (Some(of), Some(who)) = (registers.get(&register), identities.get(&identity)) else { continue };
        let mark = Mark {
            attendance: row.get(0)?,
            company: who.company,
            day: of.day,
            is_alone: of.is_alone,
            outcome: Outcome::of(row.get(3)?),
            set: row.get(4)?,
            has_credits: row.get::<_, i64>(5)? > 0,
        };
        rows.push(Row { place: who.place, mark, identity, register });
    }
    rows.sort_by_key(|row| row.place);
    Ok(rows)
}
