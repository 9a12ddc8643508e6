//! Decisions on who is who: shown side by side, made by a person, and undone as they were made.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::OptionalExtension as _;

use crate::records::By;
use crate::records::Deed;
use crate::records::Likeness;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::log;
use crate::records::log::not_ours;
use crate::records::matching;
use crate::records::summary;

/// Two people who may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Its number.
    pub id: i64,
    /// Who was there first.
    pub one: Brief,
    /// Who came later.
    pub other: Brief,
    /// Why they may be one.
    pub likeness: Likeness,
    /// What was decided.
    pub decision: Option<Decision>,
}

/// A decision on two people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether they are one.
    pub same: bool,
    /// When it was made.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// A person in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Their number.
    pub id: i64,
    /// Everything that was written of them: name, company, identifier.
    pub written: Vec<Written>,
}

/// How a register writes somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The name.
    pub name: String,
    /// The company.
    pub company: String,
    /// The kind of identifier as registers write it; empty for none.
    pub kind: &'static str,
    /// The identifier; empty for none.
    pub value: String,
}

impl Records {
    /// Doubts that wait for a decision; with `decided`, the others as well.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn doubts(&self, decided: bool) -> Result<Vec<Doubt>, RecordsError> {
        self.read(|connection| {
            let mut rows = connection.prepare(
                "SELECT id, one, other, kind, same, decided_at, decided_by FROM doubt d
                 WHERE (?1 OR same IS NULL) AND (same IS NOT NULL OR (
                     EXISTS (SELECT 1 FROM identity WHERE person = d.one)
                     AND EXISTS (SELECT 1 FROM identity WHERE person = d.other)))
                 ORDER BY same IS NOT NULL, id",
            )?;
            let mut rows = rows.query([decided])?;
            let mut doubts = Vec::new();
            while let Some(row) = rows.next()? {
                let decision = match row.get::<_, Option<bool>>(4)? {
                    Some(same) => {
                        let at = row.get::<_, String>(5)?.parse().map_err(not_ours)?;
                        Some(Decision { same, at, by: row.get(6)? })
                    }
                    None => None,
                };
                doubts.push(Doubt {
                    id: row.get(0)?,
                    one: brief(connection, row.get(1)?)?,
                    other: brief(connection, row.get(2)?)?,
                    likeness: Likeness::of(row.get(3)?),
                    decision,
                });
            }
            Ok(doubts)
        })
    }

    /// Decides a doubt. One person from now on: everything of theirs is found together. Two: they are not asked about
    /// again.
    ///
    /// # Errors
    /// When there is no such doubt that waits for a decision, or it cannot be written.
    pub fn decide_doubt(&mut self, doubt: i64, same: bool, by: By<'_>) -> Result<(), RecordsError> {
        let done = self.write(|connection| {
            let mut find = connection.prepare("SELECT one, other FROM doubt WHERE id = ?1 AND same IS NULL")?;
            let Some((one, other)) = find.query_row([doubt], |row| Ok((row.get(0)?, row.get(1)?))).optional()? else {
                return Ok(false);
            };
            decide(connection, doubt, same, (one, other), by)?;
            Ok(true)
        })?;
        if done { Ok(()) } else { Err(RecordsError::Unknown(doubt.to_string())) }
    }

    /// Says that two people are one, though nothing made them alike; the number of the decision, by which it is undone.
    ///
    /// # Errors
    /// When one of them is not known, both are one, or it cannot be written.
    pub fn join(&mut self, one: i64, other: i64, by: By<'_>) -> Result<i64, RecordsError> {
        let done = self.write(|connection| {
            for person in [one, other] {
                if brief(connection, person)?.written.is_empty() || one == other {
                    return Ok(Err(person));
                }
            }
            let pair = (one.min(other), one.max(other));
            matching::doubt(connection, one, other, Likeness::Asked, by)?;
            let find = "SELECT id, same FROM doubt WHERE one = ?1 AND other = ?2";
            let (doubt, decided): (i64, Option<bool>) =
                connection.query_row(find, pair, |row| Ok((row.get(0)?, row.get(1)?)))?;
            if decided == Some(true) {
                return Ok(Err(other));
            }
            decide(connection, doubt, true, pair, by)?;
            Ok(Ok(doubt))
        })?;
        done.map_err(|person| RecordsError::Unknown(person.to_string()))
    }

    /// Takes a decision back: everything is as it was before it.
    ///
    /// # Errors
    /// When nothing was decided, or a later decision rests on it; or it cannot be written.
    pub fn undo_decision(&mut self, doubt: i64, by: By<'_>) -> Result<(), RecordsError> {
        self.write(|connection| {
            let find = "SELECT one, other FROM doubt WHERE id = ?1 AND same IS NOT NULL";
            let pair: Option<(i64, i64)> =
                connection.query_row(find, [doubt], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let Some((one, other)) = pair else { return Ok(Err(RecordsError::Unknown(doubt.to_string()))) };
            let later = "SELECT d.doubt FROM move m JOIN move d ON d.identity = m.identity AND d.id > m.id
                         WHERE m.doubt = ?1 LIMIT 1";
            if let Some(later) = connection.query_row(later, [doubt], |row| row.get::<_, i64>(0)).optional()? {
                return Ok(Err(RecordsError::LaterDecision(later)));
            }
            connection.execute(
                "UPDATE identity SET person = m.from_person FROM move m WHERE m.identity = identity.id AND m.doubt = ?1",
                [doubt],
            )?;
            connection.execute("DELETE FROM move WHERE doubt = ?1", [doubt])?;
            let reset = "UPDATE doubt SET same = NULL, decided_at = NULL, decided_by = NULL WHERE id = ?1";
            connection.execute(reset, [doubt])?;
            log::add(connection, by, &Deed::Decided { doubt, same: None })?;
            summary::renew_people(connection, &BTreeSet::from([one, other]))?;
            Ok(Ok(()))
        })?
    }
}

fn decide(connection: &Connection, doubt: i64, same: bool, pair: (i64, i64), by: By<'_>) -> rusqlite::Result<()> {
    let (one, other) = pair;
    connection.execute(
        "UPDATE doubt SET same = ?1, decided_at = ?2, decided_by = ?3 WHERE id = ?4",
        (same, by.at.to_string(), by.name, doubt),
    )?;
    log::add(connection, by, &Deed::Decided { doubt, same: Some(same) })?;
    if same {
        connection.execute(
            "INSERT INTO move (doubt, identity, from_person, to_person)
             SELECT ?1, id, person, ?2 FROM identity WHERE person = ?3",
            (doubt, one, other),
        )?;
        connection.execute("UPDATE identity SET person = ?1 WHERE person = ?2", (one, other))?;
        // Whoever may have been the other may be this one.
        let open = "SELECT iif(one = ?1, other, one), kind FROM doubt WHERE (one = ?1 OR other = ?1) AND same IS NULL";
        let open: Vec<(i64, i64)> = connection
            .prepare(open)?
            .query_map([other], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        for (third, kind) in open.into_iter().filter(|(third, _)| *third != one) {
            matching::doubt(connection, one, third, Likeness::of(kind), by)?;
        }
        summary::renew_people(connection, &BTreeSet::from([one, other]))?;
    }
    Ok(())
}

/// What was written of a person.
pub(super) fn brief(connection: &Connection, person: i64) -> rusqlite::Result<Brief> {
    let mut rows = connection.prepare_cached(
        "SELECT i.name, c.name, i.kind, i.value FROM identity i JOIN company c ON c.id = i.company
         WHERE i.person = ?1 ORDER BY i.id",
    )?;
    let written = rows.query_map([person], |row| {
        Ok(Written {
            name: row.get(0)?,
            company: row.get(1)?,
            kind: crate::records::written_identifier(row.get(2)?),
            value: row.get(3)?,
        })
    })?;
    Ok(Brief { id: person, written: written.collect::<rusqlite::Result<_>>()? })
}
