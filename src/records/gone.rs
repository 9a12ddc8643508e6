//! Files that were erased must not come back: by their digests, and by their sessions under another digest.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::records::By;
use crate::records::Entry;

/// Everything that must not come back.
///
/// A session of which somebody was erased comes in no more from the same signer: a copy with another digest, countersigned
/// elsewhere perhaps, holds them as well.
#[derive(Debug, Default)]
pub(super) struct Gone {
    digests: BTreeSet<String>,
    /// By session, the fingerprints of the signers; an empty one means all.
    sessions: BTreeMap<String, BTreeSet<String>>,
}

impl Gone {
    /// Reads it.
    pub(super) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let mut gone = Self::default();
        let mut rows = connection.prepare_cached("SELECT digest, session, signer FROM gone")?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            gone.digests.insert(row.get(0)?);
            // Of a file that was set aside no session is known.
            gone.sessions.entry(row.get(1)?).or_default().insert(row.get(2)?);
        }
        Ok(gone)
    }

    /// Whether the file with `digest` was erased.
    pub(super) fn has(&self, digest: &str) -> bool {
        self.digests.contains(digest)
    }

    /// Whether a register would bring back what was erased.
    pub(super) fn refuses(&self, entry: &Entry) -> bool {
        let signers = self.sessions.get(&entry.session);
        let is_signers =
            |signers: &BTreeSet<String>| signers.contains("") || signers.contains(&entry.signer.fingerprint.0);
        self.has(&entry.digest) || signers.is_some_and(is_signers)
    }
}

/// Whether a register would bring back what was erased, as the tables are now.
pub(super) fn refuses(connection: &Connection, entry: &Entry) -> rusqlite::Result<bool> {
    let mut find =
        connection.prepare_cached("SELECT 1 FROM gone WHERE digest = ?1 OR (session = ?2 AND signer IN ('', ?3))")?;
    find.exists((&entry.digest, &entry.session, &entry.signer.fingerprint.0))
}

/// Notes that the file of a register is not to come back. Of a self-study the signer is not kept: that may be the person.
pub(super) fn note(connection: &Connection, register: i64, by: By<'_>) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR IGNORE INTO gone (digest, session, signer, at)
         SELECT r.digest, r.session, iif(r.form = 1, '', s.fingerprint), ?2
         FROM register r JOIN signer s ON s.id = r.signer WHERE r.id = ?1",
        (register, by.at.to_string()),
    )?;
    Ok(())
}

/// Notes that a file that was set aside is not to come back.
pub(super) fn note_aside(connection: &Connection, digest: &str, by: By<'_>) -> rusqlite::Result<()> {
    let sql = "INSERT OR IGNORE INTO gone (digest, session, signer, at) VALUES (?1, '', '', ?2)";
    connection.execute(sql, (digest, by.at.to_string())).map(|_| ())
}

/// Takes along, when records are brought back from a copy, what was erased from those before; how many registers of the
/// copy it was erased from.
pub(super) fn carry_over(before: &Connection, restored: &Connection) -> rusqlite::Result<usize> {
    let mut rows = before.prepare("SELECT digest, session, signer, at FROM gone")?;
    let mut rows = rows.query([])?;
    let sql = "INSERT OR IGNORE INTO gone (digest, session, signer, at) VALUES (?1, ?2, ?3, ?4)";
    let mut insert = restored.prepare(sql)?;
    while let Some(row) = rows.next()? {
        let row: (String, String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        insert.execute(row)?;
    }
    let count = "SELECT count(*) FROM register WHERE digest IN (SELECT digest FROM gone)";
    restored.query_row(count, [], |row| row.get::<_, i64>(0)).map(|count| usize::try_from(count).unwrap_or(0))
}
