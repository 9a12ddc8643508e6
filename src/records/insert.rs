//! Putting a verified register into the tables.

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;

use crate::records::By;
use crate::records::Deed;
use crate::records::Entry;
use crate::records::EntryRow;
use crate::records::Form;
use crate::records::SignerOf;
use crate::records::edition;
use crate::records::edition::Placed;
use crate::records::log;
use crate::records::matching;
use crate::records::summary;
use crate::records::whole;

/// What came of putting a register into the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inserted {
    /// It is there now, and whether its signer is accepted.
    New { accepted: bool },
    /// It is there now, in the place of an earlier file of the same session.
    Replacing { accepted: bool },
    /// It is there now, but a later file of the same session stands.
    Older,
    /// It was there already.
    Known,
}

/// Puts a register into the tables.
pub(super) fn entry(connection: &Connection, entry: &Entry, by: By<'_>, source: &str) -> rusqlite::Result<Inserted> {
    let mut known = connection.prepare_cached("SELECT 1 FROM register WHERE digest = ?1")?;
    if known.exists([&entry.digest])? {
        return Ok(Inserted::Known);
    }
    let edition = edition::place(connection, &entry.edition)?;
    let (signer, accepted) = signer(connection, &entry.signer, true, by)?;
    let standing = same_session(connection, entry, signer)?;
    let is_older = standing.as_ref().is_some_and(|standing| standing.rank > rank(entry));
    let mut insert = connection.prepare_cached(
        "INSERT INTO register (digest, session, form, rehearsal, course, edition, signer, day, started_at, ended_at,
            subscriber, organiser, trainer, place, signed_at, signatures, journal_length, imported_at, imported_by,
            source, replaced_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
    )?;
    insert.execute(rusqlite::params![
        entry.digest,
        entry.session,
        i64::from(entry.form == Form::Alone),
        entry.rehearsal,
        edition.course,
        edition.id,
        signer,
        entry.day,
        entry.started_at.to_string(),
        entry.ended_at.to_string(),
        entry.subscriber,
        entry.organiser,
        entry.trainer,
        entry.place,
        entry.signed_at.to_string(),
        whole(entry.signatures),
        i64::try_from(entry.journal_length).unwrap_or(i64::MAX),
        by.at.to_string(),
        by.name,
        source,
        standing.as_ref().filter(|_| is_older).map(|standing| standing.register),
    ])?;
    let register = connection.last_insert_rowid();
    let mut touched = BTreeSet::new();
    for row in &entry.rows {
        touched.insert(attendance(connection, entry, row, register, &edition, by)?);
    }
    touched.extend(resting_on(connection, register)?);
    log::add(connection, by, &Deed::Imported { digest: entry.digest.clone(), people: entry.rows.len() })?;
    if let Some(standing) = standing.as_ref().filter(|_| !is_older) {
        let mut replace = connection.prepare_cached("UPDATE register SET replaced_by = ?1 WHERE id = ?2")?;
        replace.execute((register, standing.register))?;
        touched.extend(people_of(connection, standing.register)?);
        let deed = Deed::Replaced { digest: entry.digest.clone(), earlier: standing.digest.clone() };
        log::add(connection, by, &deed)?;
    }
    summary::renew(connection, edition.course, &touched)?;
    Ok(match standing {
        Some(_) if is_older => Inserted::Older,
        Some(_) => Inserted::Replacing { accepted },
        None => Inserted::New { accepted },
    })
}

/// The people on a register.
pub(super) fn people_of(connection: &Connection, register: i64) -> rusqlite::Result<Vec<i64>> {
    let mut people = connection.prepare_cached(
        "SELECT DISTINCT i.person FROM attendance a JOIN identity i ON i.id = a.identity WHERE a.register = ?1",
    )?;
    people.query_map([register], |row| row.get(0))?.collect()
}

/// The people whose credits rest on a register: it tells under which employer they attended.
pub(super) fn resting_on(connection: &Connection, register: i64) -> rusqlite::Result<Vec<i64>> {
    let mut people = connection.prepare_cached(
        "SELECT DISTINCT i.person FROM register r
         JOIN credit c ON c.session = r.session AND c.signer = r.signer
         JOIN attendance a ON a.id = c.attendance JOIN identity i ON i.id = a.identity WHERE r.id = ?1",
    )?;
    people.query_map([register], |row| row.get(0))?.collect()
}

/// The file that stands for a session, by the same signer.
struct Standing {
    register: i64,
    digest: String,
    rank: (i64, i64, String),
}

/// Of two files of one session by one signer, the one that knows more of it stands: more of its journal, more
/// signatures, the later signature.
fn rank(entry: &Entry) -> (i64, i64, String) {
    (i64::try_from(entry.journal_length).unwrap_or(i64::MAX), whole(entry.signatures), entry.signed_at.to_string())
}

fn same_session(connection: &Connection, entry: &Entry, signer: i64) -> rusqlite::Result<Option<Standing>> {
    // Another signer's file of the same session stands by itself: anybody can write any session's name.
    let mut same = connection.prepare_cached(
        "SELECT id, digest, journal_length, signatures, signed_at FROM register
         WHERE session = ?1 AND signer = ?2 AND replaced_by IS NULL",
    )?;
    same.query_row((&entry.session, signer), |row| {
        Ok(Standing { register: row.get(0)?, digest: row.get(1)?, rank: (row.get(2)?, row.get(3)?, row.get(4)?) })
    })
    .optional()
}

/// The signer's place in the tables, and whether they are accepted. `is_seen` when a certificate says who they are, and
/// not another's register alone.
fn signer(connection: &Connection, signer: &SignerOf, is_seen: bool, by: By<'_>) -> rusqlite::Result<(i64, bool)> {
    let SignerOf { fingerprint, name, organisation, issuer } = signer;
    let mut insert = connection.prepare_cached(
        "INSERT INTO signer (fingerprint, name, organisation, issuer, first_seen_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET name = ?2, organisation = ?3, issuer = ?4 WHERE ?6",
    )?;
    insert.execute((&fingerprint.0, name, organisation, issuer, by.at.to_string(), is_seen))?;
    let mut find = connection.prepare_cached("SELECT id, state = 1 FROM signer WHERE fingerprint = ?1")?;
    find.query_row([&fingerprint.0], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Puts a row into the tables; whose it is.
fn attendance(
    connection: &Connection,
    entry: &Entry,
    row: &EntryRow,
    register: i64,
    edition: &Placed,
    by: By<'_>,
) -> rusqlite::Result<i64> {
    let (identity, person) = matching::place(connection, row, by)?;
    let theme_set = theme_set(connection, entry, row, edition)?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO attendance (register, number, identity, minutes, outcome, theme_set, credited)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    insert.execute((
        register,
        row.number,
        identity,
        row.minutes,
        row.outcome.code(),
        theme_set,
        whole(row.credited.len()),
    ))?;
    let attendance = connection.last_insert_rowid();
    for credited in &row.credited {
        let position = entry.edition.themes.iter().position(|theme| theme.theme == credited.theme);
        let Some(theme) = position.and_then(|position| edition.themes.get(position)) else { continue };
        let mut insert = connection.prepare_cached(
            "INSERT OR REPLACE INTO credit (attendance, theme, revision, day, signer, session)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        let (ground, _) = signer(connection, &credited.signer, false, by)?;
        insert.execute((attendance, theme, credited.revision, credited.day, ground, &credited.session))?;
    }
    Ok(person)
}

/// Most rows of an edition have the same themes, so a set of themes is kept once.
fn theme_set(connection: &Connection, entry: &Entry, row: &EntryRow, edition: &Placed) -> rusqlite::Result<i64> {
    let key = row.themes.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
    let mut find = connection.prepare_cached("SELECT id FROM theme_set WHERE edition = ?1 AND key = ?2")?;
    if let Some(found) = find.query_row((edition.id, &key), |row| row.get(0)).optional()? {
        return Ok(found);
    }
    connection.execute("INSERT INTO theme_set (edition, key) VALUES (?1, ?2)", (edition.id, &key))?;
    let id = connection.last_insert_rowid();
    for position in &row.themes {
        let (Some(theme), Some(known)) = (edition.themes.get(*position), entry.edition.themes.get(*position)) else {
            continue;
        };
        connection.execute(
            "INSERT INTO theme_of_set (theme_set, theme, revision) VALUES (?1, ?2, ?3)",
            (id, theme, known.revision),
        )?;
    }
    Ok(id)
}
