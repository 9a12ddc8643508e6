//! Taking people and registers out of the tables, in the transaction of whoever erases.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::records::By;
use crate::records::Deed;
use crate::records::decisions;
use crate::records::erase_plan::{Telling, merged_into};
use crate::records::gone;
use crate::records::insert;
use crate::records::leftover;
use crate::records::leftover::Leftover;
use crate::records::log::not_ours;
use crate::records::summary;

/// Courses and people whose standing rests on what was taken out.
pub(super) type Touched = BTreeMap<i64, BTreeSet<i64>>;

/// Takes a register out, rows and all; its file goes afterwards.
pub(super) fn remove_register(
    connection: &Connection,
    register: i64,
    by: By<'_>,
    touched: &mut Touched,
) -> rusqlite::Result<()> {
    let (course, digest): (i64, String) =
        connection.query_row("SELECT course, digest FROM register WHERE id = ?1", [register], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    touched.entry(course).or_default().extend(insert::people_of(connection, register)?);
    touched.entry(course).or_default().extend(insert::resting_on(connection, register)?);
    gone::note(connection, register, by)?;
    leftover::note(connection, Leftover::Register, &digest)?;
    let credits = "DELETE FROM credit WHERE attendance IN (SELECT id FROM attendance WHERE register = ?1)";
    connection.execute(credits, [register])?;
    connection.execute("DELETE FROM attendance WHERE register = ?1", [register])?;
    connection.execute(
        "UPDATE register SET replaced_by = (SELECT replaced_by FROM register WHERE id = ?1) WHERE replaced_by = ?1",
        [register],
    )?;
    connection.execute("DELETE FROM register WHERE id = ?1", [register])?;
    Ok(())
}

/// Puts the redacted file with `digest` in the place of a register's, without the rows of `person`. The rows of others
/// go on resting on whoever signed the original: these records have verified it, and state its digest and signer.
pub(super) fn replace_register(
    connection: &Connection,
    register: i64,
    person: i64,
    redacted: (&str, &str),
    by: By<'_>,
    touched: &mut Touched,
) -> rusqlite::Result<()> {
    let (digest, redactor) = redacted;
    let (course, original): (i64, String) =
        connection.query_row("SELECT course, digest FROM register WHERE id = ?1", [register], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    touched.entry(course).or_default().extend(insert::resting_on(connection, register)?);
    gone::note(connection, register, by)?;
    leftover::note(connection, Leftover::Register, &original)?;
    let theirs = "SELECT a.id FROM attendance a JOIN identity i ON i.id = a.identity
                  WHERE a.register = ?1 AND i.person = ?2";
    connection.execute(&format!("DELETE FROM credit WHERE attendance IN ({theirs})"), (register, person))?;
    connection.execute(&format!("DELETE FROM attendance WHERE id IN ({theirs})"), (register, person))?;
    connection.execute(
        "UPDATE register SET digest = ?2, original = coalesce(original, digest), redacted_at = ?3, redacted_by = ?4
         WHERE id = ?1",
        (register, digest, by.at.to_string(), redactor),
    )?;
    Ok(())
}

/// Takes a person out, on whom no register tells anything any more: index, names, doubts. What they were known by.
pub(super) fn remove_person(connection: &Connection, person: i64) -> rusqlite::Result<Telling> {
    let telling = Telling::of(&decisions::brief(connection, person)?);
    let companies: Vec<i64> = list(connection, "SELECT DISTINCT company FROM identity WHERE person = ?1", person)?;
    for one in merged_into(connection, person)? {
        let doubts = "SELECT id FROM doubt WHERE one = ?1 OR other = ?1";
        connection.execute(&format!("DELETE FROM move WHERE doubt IN ({doubts})"), [one])?;
        connection.execute("DELETE FROM doubt WHERE one = ?1 OR other = ?1", [one])?;
        connection.execute("DELETE FROM standing WHERE person = ?1", [one])?;
        let identities = "SELECT id FROM identity WHERE person = ?1";
        connection.execute(&format!("DELETE FROM move WHERE identity IN ({identities})"), [one])?;
        connection.execute(&format!("DELETE FROM finding WHERE rowid IN ({identities})"), [one])?;
        connection.execute("DELETE FROM identity WHERE person = ?1", [one])?;
        connection.execute("DELETE FROM person WHERE id = ?1", [one])?;
        forget_exports(connection, one)?;
    }
    for company in companies {
        let unused = "DELETE FROM company WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM identity WHERE company = ?1)
                      AND NOT EXISTS (SELECT 1 FROM person WHERE company = ?1)";
        if connection.execute(unused, [company])? > 0 {
            connection.execute("DELETE FROM finding WHERE rowid = -?1", [company])?;
        }
    }
    Ok(telling)
}

/// What the index was built of may linger in it: it is built anew, and the database written anew afterwards.
pub(super) fn finish(connection: &Connection, touched: &Touched) -> rusqlite::Result<()> {
    for (course, people) in touched {
        summary::renew(connection, *course, people)?;
    }
    connection.execute("INSERT INTO finding (finding) VALUES ('rebuild')", [])?;
    leftover::note(connection, Leftover::Database, "")
}

/// Forgets a file that was set aside; its copy goes afterwards.
pub(super) fn remove_aside(connection: &Connection, digest: &str, by: By<'_>) -> rusqlite::Result<()> {
    gone::note_aside(connection, digest, by)?;
    connection.execute("DELETE FROM aside WHERE digest = ?1", [digest])?;
    leftover::note(connection, Leftover::Aside, digest)
}

/// Whoever studies alone may sign with a key of their own.
pub(super) fn remove_own_signers(connection: &Connection, people: &[Telling]) -> rusqlite::Result<()> {
    let mut signers = connection.prepare(
        "SELECT id, name FROM signer s WHERE NOT EXISTS (SELECT 1 FROM register WHERE signer = s.id)
         AND NOT EXISTS (SELECT 1 FROM credit WHERE signer = s.id)",
    )?;
    let signers: Vec<(i64, String)> =
        signers.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (signer, _) in signers.iter().filter(|(_, name)| people.iter().any(|telling| telling.is_in(name))) {
        connection.execute("DELETE FROM signer WHERE id = ?1", [signer])?;
    }
    Ok(())
}

/// The names under which registers came may name people.
pub(super) fn rename_sources(connection: &Connection, telling: &Telling) -> rusqlite::Result<()> {
    let mut sources = connection.prepare("SELECT id, source FROM register WHERE source <> ''")?;
    let sources: Vec<(i64, String)> =
        sources.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (register, _) in sources.iter().filter(|(_, source)| telling.is_in(source)) {
        connection.execute("UPDATE register SET source = '' WHERE id = ?1", [register])?;
    }
    Ok(())
}

/// Leaves in the log what was done, without the names of people and of files that are gone; `is_gone` tells those files
/// by their digests.
pub(super) fn scrub_log(
    connection: &Connection,
    telling: Option<&Telling>,
    is_gone: impl Fn(&str) -> bool,
) -> rusqlite::Result<()> {
    let mut lines = connection.prepare("SELECT id, deed FROM log")?;
    let mut lines = lines.query([])?;
    let mut changed = Vec::new();
    while let Some(line) = lines.next()? {
        let deed: Deed = serde_json::from_str(&line.get::<_, String>(1)?).map_err(not_ours)?;
        let is_of_gone = matches!(&deed, Deed::SetAside { digest, .. } if is_gone(digest));
        let names = |text: &str| is_of_gone || telling.is_some_and(|telling| telling.is_in(text));
        if let Some(without) = deed.without(&names) {
            changed.push((line.get::<_, i64>(0)?, without));
        }
    }
    for (line, deed) in changed {
        let json = serde_json::to_string(&deed).map_err(not_ours)?;
        connection.execute("UPDATE log SET deed = ?1 WHERE id = ?2", (json, line))?;
    }
    Ok(())
}

/// Whose data was written to a file is told by a number that another person may bear one day.
fn forget_exports(connection: &Connection, person: i64) -> rusqlite::Result<()> {
    let told = serde_json::to_string(&Deed::Exported { person }).map_err(not_ours)?;
    let untold = serde_json::to_string(&Deed::Exported { person: 0 }).map_err(not_ours)?;
    connection.execute("UPDATE log SET deed = ?2 WHERE deed = ?1", (told, untold)).map(|_| ())
}

fn list(connection: &Connection, sql: &str, id: i64) -> rusqlite::Result<Vec<i64>> {
    connection.prepare_cached(sql)?.query_map([id], |row| row.get(0))?.collect()
}
