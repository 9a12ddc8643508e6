//! Putting a feedback file into the tables.

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;

use crate::records::By;
use crate::records::Day;
use crate::records::Deed;
use crate::records::Reason;
use crate::records::feedback::plain;
use crate::records::feedback::sources;
use crate::records::feedback::sources::Tie;
use crate::records::log;
use crate::register::facts::Form;
use crate::register::feedback_file::FeedbackFile;

/// What came of putting a file into the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) enum Kept {
    /// It is there now.
    New(Tie),
    /// It was there already, or one that says the same.
    Known,
    /// It may not be there.
    Refused(Reason),
}

/// Puts a file into the tables, unless another one speaks for its session.
pub(in crate::records) fn keep(
    connection: &Connection,
    file: &FeedbackFile,
    (digest, bytes): (&str, &[u8]),
    by: By<'_>,
    source: &str,
) -> rusqlite::Result<Kept> {
    let mut known = connection.prepare_cached("SELECT 1 FROM feedback WHERE digest = ?1")?;
    if known.exists([digest])? {
        return Ok(Kept::Known);
    }
    if let Some(refused) = same_session(connection, file)? {
        return Ok(refused);
    }
    let tie = sources::tie_of(connection, file)?;
    if tie == Tie::Contradicts {
        return Ok(Kept::Refused(Reason::OtherThanRegister));
    }
    connection.execute(
        "INSERT INTO feedback (digest, key, session, form, rehearsal, course, title, revision, course_digest, day,
            imported_at, imported_by, source, json)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        rusqlite::params![
            digest,
            file.id,
            file.session,
            i64::from(file.form == Form::SelfStudy),
            file.rehearsal,
            file.course.id,
            plain(&file.course.title),
            file.course.revision,
            file.course.digest,
            Day::of(file.ended_on),
            by.at.to_string(),
            by.name,
            source,
            bytes,
        ],
    )?;
    let feedback = connection.last_insert_rowid();
    for (place, item) in (1_u32..).zip(&file.items) {
        // Version 1 told no numbers, but an order that never changes.
        let number = if item.id == 0 { place } else { item.id };
        let mut insert = connection.prepare_cached(
            "INSERT INTO item (feedback, number, text, theme, theme_title, step) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        let theme = file.themes.iter().find(|theme| Some(&theme.id) == item.theme.as_ref());
        let title = theme.map_or_else(String::new, |theme| plain(&theme.title));
        insert.execute((feedback, number, plain(&item.text), &item.theme, title, &item.step))?;
    }
    let deed = Deed::Heard { digest: digest.to_owned(), items: file.items.len() };
    log::add(connection, by, &deed)?;
    Ok(Kept::New(tie))
}

/// Whether another file speaks for the session already, and what that means for this one.
fn same_session(connection: &Connection, file: &FeedbackFile) -> rusqlite::Result<Option<Kept>> {
    let mut standing = connection.prepare_cached(
        "SELECT json FROM feedback WHERE left_out = 0 AND (key = ?1 OR (session IS NOT NULL AND session = ?2))",
    )?;
    let standing: Option<Vec<u8>> = standing.query_row((&file.id, &file.session), |row| row.get(0)).optional()?;
    Ok(standing.map(|json| match FeedbackFile::from_json(&json) {
        Ok(standing) if says_the_same(&standing, file) => Kept::Known,
        _ => Kept::Refused(Reason::OtherFeedback),
    }))
}

/// Whether two files tell the same of one session: written in another language or by another version of the program,
/// perhaps.
fn says_the_same(one: &FeedbackFile, other: &FeedbackFile) -> bool {
    let counted = |file: &FeedbackFile| {
        let asked = file.feedback.iter().map(|asked| (asked.id.clone(), asked.counts, asked.texts.clone()));
        let answered = file.theme_questions.iter().chain(&file.test_questions);
        let answered = answered.map(|question| (question.id.clone(), question.rounds.clone()));
        let items = file.items.iter().map(|item| (item.text.clone(), item.step.clone()));
        (asked.collect::<Vec<_>>(), answered.collect::<Vec<_>>(), items.collect::<Vec<_>>())
    };
    (&one.id, &one.session, one.ended_on, one.forms, &one.course.digest, one.rehearsal)
        == (&other.id, &other.session, other.ended_on, other.forms, &other.course.digest, other.rehearsal)
        && counted(one) == counted(other)
}

/// How many development items a file brought.
pub(super) fn items_of(connection: &Connection, feedback: i64) -> rusqlite::Result<usize> {
    let mut count = connection.prepare_cached("SELECT count(*) FROM item WHERE feedback = ?1")?;
    count.query_row([feedback], |row| row.get::<_, i64>(0)).map(|count| usize::try_from(count).unwrap_or(0))
}
