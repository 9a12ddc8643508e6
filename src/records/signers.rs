//! Whose signatures count here: accepted and revoked by fingerprint, with who did it, when and why.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::Connection;

use crate::records::By;
use crate::records::Deed;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::log;
use crate::records::log::not_ours;
use crate::records::summary;
use crate::register::trust::Fingerprint;

/// A signer of registers that were imported, or who was accepted before any was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The certificate's fingerprint.
    pub fingerprint: Fingerprint,
    /// The name in it.
    pub name: String,
    /// The organisation in it; may be empty.
    pub organisation: String,
    /// Whether their signature counts here.
    pub acceptance: Acceptance,
    /// How many registers that stand are signed by them.
    pub registers: u32,
    /// How many people are on those.
    pub people: u32,
    /// Whether another signer of the same name is accepted: then take care.
    pub has_accepted_namesake: bool,
}

/// Whether a signer counts here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Acceptance {
    /// Nobody has decided.
    Undecided,
    /// They count.
    Accepted {
        /// Since when.
        at: Timestamp,
        /// Who said so.
        by: String,
    },
    /// They count no longer.
    Revoked {
        /// Since when.
        at: Timestamp,
        /// Who said so.
        by: String,
        /// Why.
        reason: String,
    },
}

impl Records {
    /// Every signer that is known, those nobody has decided on first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn signers(&self) -> Result<Vec<Signer>, RecordsError> {
        self.read(all)
    }

    /// Lets a signer count: everything signed by them is valid at once.
    ///
    /// # Errors
    /// When no signer, or more than one, has a fingerprint that begins so; or it cannot be written.
    pub fn accept(&mut self, fingerprint: &str, by: By<'_>) -> Result<Signer, RecordsError> {
        let signer = self.signer(fingerprint)?;
        let deed = Deed::Accepted { fingerprint: signer.fingerprint.0.clone(), name: signer.name.clone() };
        self.decide(&signer, by, &deed, |connection, id| {
            connection.execute(
                "UPDATE signer SET state = 1, accepted_at = ?1, accepted_by = ?2,
                     revoked_at = NULL, revoked_by = NULL, revoked_for = NULL WHERE id = ?3",
                (by.at.to_string(), by.name, id),
            )
        })
    }

    /// Lets a signer count no longer: what rests on them is due at once.
    ///
    /// # Errors
    /// As [`Records::accept`].
    pub fn revoke(&mut self, fingerprint: &str, reason: &str, by: By<'_>) -> Result<Signer, RecordsError> {
        let signer = self.signer(fingerprint)?;
        let deed = Deed::Revoked {
            fingerprint: signer.fingerprint.0.clone(),
            name: signer.name.clone(),
            reason: reason.to_owned(),
        };
        self.decide(&signer, by, &deed, |connection, id| {
            connection.execute(
                "UPDATE signer SET state = 2, revoked_at = ?1, revoked_by = ?2, revoked_for = ?3 WHERE id = ?4",
                (by.at.to_string(), by.name, reason, id),
            )
        })
    }

    /// The one signer whose fingerprint begins so; groups and capitals do not matter.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub fn signer(&self, fingerprint: &str) -> Result<Signer, RecordsError> {
        let wanted =
            fingerprint.chars().filter(|character| !" :-".contains(*character)).collect::<String>().to_lowercase();
        let mut found = self.signers()?;
        found.retain(|signer| !wanted.is_empty() && signer.fingerprint.0.starts_with(&wanted));
        match (found.len(), found.pop()) {
            (1, Some(signer)) => Ok(signer),
            (0, _) => Err(RecordsError::Unknown(fingerprint.to_owned())),
            _ => Err(RecordsError::Ambiguous(fingerprint.to_owned())),
        }
    }

    fn decide(
        &mut self,
        signer: &Signer,
        by: By<'_>,
        deed: &Deed,
        change: impl FnOnce(&Connection, i64) -> rusqlite::Result<usize>,
    ) -> Result<Signer, RecordsError> {
        self.write(|connection| {
            let id: i64 = connection.query_row(
                "SELECT id FROM signer WHERE fingerprint = ?1",
                [&signer.fingerprint.0],
                |row| row.get(0),
            )?;
            change(connection, id)?;
            log::add(connection, by, deed)?;
            for (course, people) in touched(connection, id)? {
                summary::renew(connection, course, &people)?;
            }
            Ok(())
        })?;
        self.signer(&signer.fingerprint.0)
    }
}

/// Courses and people whose standing rests on a signer.
fn touched(connection: &Connection, signer: i64) -> rusqlite::Result<BTreeMap<i64, BTreeSet<i64>>> {
    let mut rows = connection.prepare(
        "SELECT r.course, i.person FROM register r
         JOIN attendance a ON a.register = r.id JOIN identity i ON i.id = a.identity WHERE r.signer = ?1
         UNION
         SELECT r.course, i.person FROM credit c JOIN attendance a ON a.id = c.attendance
         JOIN register r ON r.id = a.register JOIN identity i ON i.id = a.identity WHERE c.signer = ?1",
    )?;
    let mut touched: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    // A register without rows may still be the one that names the edition in force.
    let mut courses = connection.prepare("SELECT DISTINCT course FROM register WHERE signer = ?1")?;
    for course in courses.query_map([signer], |row| row.get(0))? {
        touched.entry(course?).or_default();
    }
    for row in rows.query_map([signer], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (course, person) = row?;
        touched.entry(course).or_default().insert(person);
    }
    Ok(touched)
}

fn all(connection: &Connection) -> rusqlite::Result<Vec<Signer>> {
    let mut signers = connection.prepare(
        "SELECT s.fingerprint, s.name, s.organisation, s.state, s.accepted_at, s.accepted_by, s.revoked_at,
             s.revoked_by, s.revoked_for,
             (SELECT count(*) FROM register r WHERE r.signer = s.id AND r.replaced_by IS NULL),
             (SELECT count(DISTINCT i.person) FROM register r JOIN attendance a ON a.register = r.id
                  JOIN identity i ON i.id = a.identity WHERE r.signer = s.id AND r.replaced_by IS NULL),
             s.state <> 1 AND EXISTS (SELECT 1 FROM signer o WHERE o.name = s.name AND o.id <> s.id AND o.state = 1)
         FROM signer s ORDER BY s.state <> 0, s.name, s.fingerprint",
    )?;
    let signers = signers.query_map([], |row| {
        let at =
            |column: usize| -> rusqlite::Result<Timestamp> { row.get::<_, String>(column)?.parse().map_err(not_ours) };
        let acceptance = match row.get::<_, i64>(3)? {
            1 => Acceptance::Accepted { at: at(4)?, by: row.get(5)? },
            2 => Acceptance::Revoked { at: at(6)?, by: row.get(7)?, reason: row.get(8)? },
            _ => Acceptance::Undecided,
        };
        Ok(Signer {
            fingerprint: Fingerprint(row.get(0)?),
            name: row.get(1)?,
            organisation: row.get(2)?,
            acceptance,
            registers: row.get(9)?,
            people: row.get(10)?,
            has_accepted_namesake: row.get(11)?,
        })
    })?;
    signers.collect()
}
