//! The feedback files that were taken, what each is tied to, and leaving one out.

use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::OptionalExtension as _;
use rusqlite::Row;
use serde::Serialize;

use crate::records::By;
use crate::records::Day;
use crate::records::Deed;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::feedback::keep::items_of;
use crate::records::log;
use crate::records::log::not_ours;
use crate::register::facts::Form;
use crate::register::feedback_file::FeedbackFile;

/// To what a feedback file is tied: it carries no signature of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// The register of the session it names is here, agrees, and its signer is accepted.
    Register,
    /// The register is here and agrees, but its signer is not accepted.
    Unaccepted,
    /// No register of the session is here.
    Missing,
    /// An accepted register of the session says otherwise.
    Contradicts,
    /// Of a self-study: it names no session on purpose.
    Alone,
}

/// A feedback file that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its number.
    pub id: i64,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// The session; `None` of a self-study.
    pub session: Option<String>,
    /// The people in it are made up.
    pub rehearsal: bool,
    /// The course's identifier.
    pub course: String,
    /// The course's name.
    pub title: String,
    /// The course's revision.
    pub revision: u32,
    /// The day on which it ended.
    pub day: Day,
    /// To what it is tied.
    pub tie: Tie,
    /// Where it was held, as its register says; may be empty.
    pub place: String,
    /// Whose people took part, as its register says.
    pub contractors: Vec<String>,
    /// How many development items it brought.
    pub items: usize,
    /// Whether it counts no more: somebody left it out.
    pub left_out: bool,
    /// When it was taken.
    pub at: Timestamp,
    /// Who took it.
    pub by: String,
    /// The name it came under.
    pub name: String,
}

/// What a register says of a session.
pub(super) struct Register {
    pub(super) id: i64,
    pub(super) place: String,
    pub(super) began: String,
    pub(super) edition: i64,
}

/// What has to agree between a feedback file and a register.
struct Named<'a> {
    session: Option<&'a str>,
    rehearsal: bool,
    course: &'a str,
    course_digest: &'a str,
    day: Day,
}

/// To what a file is tied that is yet to be taken.
pub(super) fn tie_of(connection: &Connection, file: &FeedbackFile) -> rusqlite::Result<Tie> {
    let session = file.session.as_deref().filter(|_| file.form == Form::Room);
    let named = Named {
        session,
        rehearsal: file.rehearsal,
        course: &file.course.id,
        course_digest: &file.course.digest,
        day: Day::of(file.ended_on),
    };
    tied(connection, &named).map(|(tie, _)| tie)
}

/// To what a file is tied, and the register.
fn tied(connection: &Connection, named: &Named<'_>) -> rusqlite::Result<(Tie, Option<Register>)> {
    let Some(session) = named.session else { return Ok((Tie::Alone, None)) };
    let mut registers = connection.prepare_cached(
        "SELECT r.id, r.place, r.started_at, r.edition, s.state = 1,
            r.form = 0 AND r.rehearsal = ?2 AND r.day = ?3 AND c.key = ?4 AND e.digest = ?5
         FROM register r JOIN signer s ON s.id = r.signer JOIN edition e ON e.id = r.edition JOIN course c ON c.id = r.course
         WHERE r.session = ?1 AND r.replaced_by IS NULL ORDER BY s.state = 1 DESC, r.id",
    )?;
    let parameters = (session, named.rehearsal, named.day, named.course, named.course_digest);
    let registers = registers.query_map(parameters, |row| {
        let register = Register { id: row.get(0)?, place: row.get(1)?, began: row.get(2)?, edition: row.get(3)? };
        Ok((register, row.get::<_, bool>(4)?, row.get::<_, bool>(5)?))
    })?;
    let mut is_contradicted = false;
    for register in registers {
        // Those that are accepted come first: what a stranger's register says counts only where nobody knows better.
        match register? {
            (register, true, true) => return Ok((Tie::Register, Some(register))),
            (_, true, false) => is_contradicted = true,
            (register, false, true) if !is_contradicted => return Ok((Tie::Unaccepted, Some(register))),
            (_, false, _) => {}
        }
    }
    Ok((if is_contradicted { Tie::Contradicts } else { Tie::Missing }, None))
}

/// The columns of [`row`].
const COLUMNS: &str = "id, digest, session, rehearsal, course, title, revision, course_digest, day, left_out, imported_at, \
                       imported_by, source";

fn row(connection: &Connection, row: &Row<'_>) -> rusqlite::Result<(Source, Option<Register>)> {
    let (session, course_digest): (Option<String>, String) = (row.get(2)?, row.get(7)?);
    let (rehearsal, course, day) = (row.get(3)?, row.get::<_, String>(4)?, row.get(8)?);
    let named = Named { session: session.as_deref(), rehearsal, course: &course, course_digest: &course_digest, day };
    let (tie, register) = tied(connection, &named)?;
    let id = row.get(0)?;
    let contractors = match &register {
        Some(register) => contractors(connection, register.id)?,
        None => Vec::new(),
    };
    let source = Source {
        id,
        digest: row.get(1)?,
        rehearsal,
        title: row.get(5)?,
        revision: row.get(6)?,
        day,
        tie,
        place: register.as_ref().map_or_else(String::new, |register| super::plain(&register.place)),
        contractors,
        items: items_of(connection, id)?,
        left_out: row.get(9)?,
        at: row.get::<_, String>(10)?.parse().map_err(not_ours)?,
        by: row.get(11)?,
        name: row.get(12)?,
        session,
        course,
    };
    Ok((source, register))
}

fn contractors(connection: &Connection, register: i64) -> rusqlite::Result<Vec<String>> {
    let mut names = connection.prepare_cached(
        "SELECT DISTINCT c.name FROM attendance a JOIN identity i ON i.id = a.identity
         JOIN company c ON c.id = i.company WHERE a.register = ?1 ORDER BY c.name",
    )?;
    names.query_map([register], |row| row.get(0))?.collect()
}

/// Every file with its register, the newest first; or that of the development item with the number `item`.
pub(super) fn all(connection: &Connection, item: Option<i64>) -> rusqlite::Result<Vec<(Source, Option<Register>)>> {
    let mut rows = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM feedback
         WHERE ?1 IS NULL OR id = (SELECT feedback FROM item WHERE item.id = ?1) ORDER BY day DESC, id DESC"
    ))?;
    rows.query_map([item], |found| row(connection, found))?.collect()
}

impl Records {
    /// The feedback files that were taken, the newest session first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn feedback_sources(&self) -> Result<Vec<Source>, RecordsError> {
        self.read(|connection| Ok(all(connection, None)?.into_iter().map(|(source, _)| source).collect()))
    }

    /// Leaves a feedback file out, so that nothing of it counts; or takes it back.
    ///
    /// # Errors
    /// When there is none of this number, another one speaks for its session, or it cannot be written.
    pub fn leave_feedback_out(&mut self, id: i64, is_out: bool, by: By<'_>) -> Result<Source, RecordsError> {
        self.write(|connection| {
            let mut find = connection.prepare(&format!("SELECT {COLUMNS} FROM feedback WHERE id = ?1"))?;
            let Some((source, _)) = find.query_row([id], |found| row(connection, found)).optional()? else {
                return Ok(Err(RecordsError::Unknown(id.to_string())));
            };
            if source.left_out == is_out {
                return Ok(Ok(source));
            }
            let mut other = connection.prepare(
                "SELECT o.id FROM feedback f JOIN feedback o ON o.id <> f.id AND o.left_out = 0
                    AND (o.key = f.key OR o.session = f.session) WHERE f.id = ?1",
            )?;
            if !is_out && let Some(other) = other.query_row([id], |row| row.get(0)).optional()? {
                return Ok(Err(RecordsError::SpokenFor(other)));
            }
            connection.execute("UPDATE feedback SET left_out = ?1 WHERE id = ?2", (is_out, id))?;
            log::add(connection, by, &Deed::LeftOut { digest: source.digest.clone(), is_out })?;
            Ok(Ok(Source { left_out: is_out, ..source }))
        })?
    }
}
