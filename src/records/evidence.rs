//! What somebody's standing rests on, as the tables have it.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;
use rusqlite::Row;

use crate::records::Day;
use crate::records::Edition;
use crate::records::Form;
use crate::records::Outcome;
use crate::records::edition;
use crate::records::standing::{Asked, Sat};
use crate::records::whole;

/// A person's attendances at one course.
#[derive(Clone, Debug, Default)]
pub(super) struct Attended {
    /// Those whose signer is accepted.
    pub(super) accepted: Vec<Sat>,
    /// Those whose signer is not, or no longer.
    pub(super) others: Vec<Sat>,
}

/// What is known of a person.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// By course.
    pub(super) courses: BTreeMap<i64, Attended>,
    /// Names and companies: whether the signer is accepted, the day, the attendance.
    pub(super) names: Vec<Called>,
}

/// How a register writes somebody.
#[derive(Clone, Debug)]
pub(super) struct Called {
    accepted: bool,
    day: Day,
    attendance: i64,
    name: String,
    company: i64,
}

impl Known {
    /// The newest name and company on `day`, those of accepted signers before others.
    pub(super) fn newest_on(&self, day: Day) -> Option<(&str, i64)> {
        let known = self.names.iter().filter(|name| name.day <= day);
        let newest = known.max_by_key(|name| (name.accepted, name.day, name.attendance))?;
        Some((&newest.name, newest.company))
    }

    /// Adds a row of a register that calls them `name`.
    pub(super) fn add(&mut self, course: i64, is_accepted: bool, name: String, sat: Sat) {
        let Sat { attendance, company, day, .. } = sat;
        self.names.push(Called { accepted: is_accepted, day, attendance, name, company });
        let attended = self.courses.entry(course).or_default();
        if is_accepted { attended.accepted.push(sat) } else { attended.others.push(sat) }
    }
}

/// A row of a register as the tables have it, without its course and the person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) attendance: i64,
    pub(super) company: i64,
    pub(super) day: Day,
    pub(super) is_alone: bool,
    pub(super) outcome: Outcome,
    /// The number of the set of themes.
    pub(super) set: i64,
    /// Whether earlier registers vouch for some themes.
    pub(super) has_credits: bool,
}

/// What a row says to a standing.
pub(super) fn sat(connection: &Connection, mark: &Mark, sets: &mut Sets) -> rusqlite::Result<Sat> {
    let Mark { attendance, company, day, is_alone, outcome, set, has_credits } = *mark;
    let set = match sets.get(&set) {
        Some(set) => set,
        None => sets.entry(set).or_insert(set_of(connection, set)?),
    };
    let form = if is_alone { Form::Alone } else { Form::Room };
    let themes = set.themes.iter().map(|(theme, revision)| (*theme, *revision, day)).collect();
    let mut sat =
        Sat { attendance, company, day, form, outcome, themes, elsewhere: Vec::new(), tested: set.tested.clone() };
    if has_credits {
        credits(connection, attendance, &mut sat)?;
    }
    Ok(sat)
}

/// Sets of themes that were read already: most rows share a few.
pub(super) type Sets = BTreeMap<i64, Set>;

/// Themes that were attended together.
#[derive(Clone, Debug, Default)]
pub(super) struct Set {
    /// With their revisions.
    themes: Vec<(i64, u32)>,
    /// The themes that the session's test asked of; `None` for the whole course.
    tested: Option<Arc<[i64]>>,
}

/// A row of a register as it is read.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// The number of the course in the tables.
    pub(super) course: i64,
    /// What it says to a standing.
    pub(super) sat: &'a Sat,
    /// Whether its signer is accepted.
    pub(super) is_accepted: bool,
    row: &'a Row<'a>,
}

impl Line<'_> {
    /// Its number in the register, the register's digest and whether it is a rehearsal's, the signer's name, and the
    /// digest of what a redacted register replaces.
    pub(super) fn written(&self) -> rusqlite::Result<(u32, String, bool, String, Option<String>)> {
        Ok((self.row.get(10)?, self.row.get(11)?, self.row.get(12)?, self.row.get(13)?, self.row.get(14)?))
    }
}

/// Everything a person attended.
pub(super) fn of_person(connection: &Connection, person: i64, sets: &mut Sets) -> rusqlite::Result<Known> {
    of_person_with(connection, person, sets, |_| Ok(()))
}

/// As [`of_person`], showing each row on the way.
pub(super) fn of_person_with(
    connection: &Connection,
    person: i64,
    sets: &mut Sets,
    mut show: impl FnMut(&Line<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<Known> {
    let mut rows = connection.prepare_cached(
        "SELECT a.id, a.outcome, a.theme_set, a.credited, r.day, r.form, r.course, s.state, i.name, i.company,
                a.number, r.digest, r.rehearsal, s.name, r.original
         FROM identity i
         JOIN attendance a ON a.identity = i.id
         JOIN register r ON r.id = a.register
         JOIN signer s ON s.id = r.signer
         WHERE i.person = ?1 AND r.replaced_by IS NULL",
    )?;
    let mut rows = rows.query([person])?;
    let mut known = Known::default();
    while let Some(row) = rows.next()? {
        let course = row.get(6)?;
        let is_accepted = row.get::<_, i64>(7)? == 1;
        let mark = Mark {
            attendance: row.get(0)?,
            company: row.get(9)?,
            day: row.get(4)?,
            is_alone: row.get(5)?,
            outcome: Outcome::of(row.get(1)?),
            set: row.get(2)?,
            has_credits: row.get::<_, i64>(3)? > 0,
        };
        let sat = sat(connection, &mark, sets)?;
        show(&Line { course, sat: &sat, is_accepted, row })?;
        known.add(course, is_accepted, row.get(8)?, sat);
    }
    Ok(known)
}

fn set_of(connection: &Connection, set: i64) -> rusqlite::Result<Set> {
    let mut rows = connection.prepare_cached(
        "SELECT t.theme, t.revision, e.part_of IS NOT NULL FROM theme_set s JOIN edition e ON e.id = s.edition
         LEFT JOIN theme_of_set t ON t.theme_set = s.id WHERE s.id = ?1",
    )?;
    let mut rows = rows.query([set])?;
    let (mut themes, mut is_part) = (Vec::new(), false);
    while let Some(row) = rows.next()? {
        is_part = row.get(2)?;
        themes.extend(row.get::<_, Option<i64>>(0)?.zip(row.get(1)?));
    }
    let tested = if is_part { Some(of_part(connection, set)?.into()) } else { None };
    Ok(Set { themes, tested })
}

/// All themes of the part of a course to which the set belongs.
fn of_part(connection: &Connection, set: i64) -> rusqlite::Result<Vec<i64>> {
    let mut themes = connection.prepare_cached(
        "SELECT t.theme FROM theme_set s JOIN edition_theme t ON t.edition = s.edition WHERE s.id = ?1",
    )?;
    themes.query_map([set], |row| row.get(0))?.collect()
}

/// Adds what earlier registers vouch for. Where the records have such a register, its row of the same person tells under
/// which employer it was: of several who may be that person, any of the same employer.
fn credits(connection: &Connection, attendance: i64, sat: &mut Sat) -> rusqlite::Result<()> {
    let mut credits = connection.prepare_cached(
        "SELECT c.theme, c.revision, c.day, (
             SELECT min(g.company <> i.company) FROM register r
             JOIN attendance b ON b.register = r.id JOIN identity g ON g.id = b.identity
             WHERE r.session = c.session AND r.signer = c.signer
                 AND (g.person = i.person OR g.name_key = i.name_key
                      OR (g.kind > 0 AND g.kind = i.kind AND g.value_key = i.value_key)))
         FROM credit c JOIN signer s ON s.id = c.signer
         JOIN attendance a ON a.id = c.attendance JOIN identity i ON i.id = a.identity
         WHERE c.attendance = ?1 AND s.state = 1",
    )?;
    let mut credits = credits.query([attendance])?;
    while let Some(row) = credits.next()? {
        let credit: (i64, u32, Day) = (row.get(0)?, row.get(1)?, row.get(2)?);
        // What was studied anew counts by its own day.
        if sat.themes.iter().all(|(theme, revision, _)| *theme != credit.0 || *revision < credit.1) {
            sat.themes.retain(|(theme, _, _)| *theme != credit.0);
            sat.themes.push(credit);
            if row.get::<_, Option<bool>>(3)? == Some(true) {
                sat.elsewhere.push(credit.0);
            }
        }
    }
    Ok(())
}

/// The edition of a course that is in force on `day`: the one that the subscriber published last until then, else the
/// newest that a register of an accepted signer names, else the newest that any does. A register of a part names none.
pub(super) fn edition_on(connection: &Connection, course: i64, day: Day) -> rusqlite::Result<Option<i64>> {
    let mut published = connection.prepare_cached(
        "SELECT edition FROM published WHERE course = ?1 AND since <= ?2 ORDER BY since DESC, id DESC LIMIT 1",
    )?;
    if let Some(edition) = published.query_row((course, day), |row| row.get(0)).optional()? {
        return Ok(Some(edition));
    }
    let mut accepted = connection.prepare_cached(
        "SELECT e.id FROM edition e WHERE e.course = ?1 AND e.part_of IS NULL AND EXISTS (
             SELECT 1 FROM register r JOIN signer s ON s.id = r.signer
             WHERE r.edition = e.id AND s.state = 1 AND r.day <= ?2 AND r.replaced_by IS NULL
         ) ORDER BY e.revision DESC, e.id DESC LIMIT 1",
    )?;
    if let Some(edition) = accepted.query_row((course, day), |row| row.get(0)).optional()? {
        return Ok(Some(edition));
    }
    let mut any = connection.prepare_cached(
        "SELECT e.id FROM edition e WHERE e.course = ?1 AND e.part_of IS NULL AND EXISTS (
             SELECT 1 FROM register r WHERE r.edition = e.id AND r.day <= ?2 AND r.replaced_by IS NULL
         ) ORDER BY e.revision DESC, e.id DESC LIMIT 1",
    )?;
    any.query_row((course, day), |row| row.get(0)).optional()
}

/// An edition that is asked of people, with the numbers of its themes.
#[derive(Clone, Debug)]
pub(super) struct Force {
    pub(super) asked: Asked,
    pub(super) edition: Edition,
    /// Each theme that is asked: its number in the tables, and its place in the edition.
    pub(super) places: BTreeMap<i64, usize>,
}

/// What the edition `id` asks.
pub(super) fn force(connection: &Connection, id: i64) -> rusqlite::Result<Force> {
    let mut themes =
        connection.prepare_cached("SELECT theme FROM edition_theme WHERE edition = ?1 ORDER BY position")?;
    let themes = themes.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    Ok(forced(edition::read(connection, id)?, &themes))
}

/// What an edition asks that need not be in the tables.
pub(super) fn force_of(connection: &Connection, course: i64, edition: &Edition) -> rusqlite::Result<Force> {
    let mut find = connection.prepare_cached("SELECT id FROM theme WHERE course = ?1 AND key = ?2")?;
    let mut themes = Vec::new();
    for (position, theme) in edition.themes.iter().enumerate() {
        let known = find.query_row((course, &theme.theme), |row| row.get(0)).optional()?;
        // Nobody attended a theme that is in no table.
        themes.push(known.unwrap_or(-1 - whole(position)));
    }
    Ok(forced(edition.clone(), &themes))
}

fn forced(edition: Edition, themes: &[i64]) -> Force {
    let places =
        || themes.iter().enumerate().filter(|(at, _)| edition.themes.get(*at).is_some_and(|one| one.minutes > 0));
    let asked = Asked {
        validity_months: edition.validity_months,
        renews: edition.renews,
        themes: places().map(|(at, theme)| (*theme, edition.themes.get(at).map_or(0, |one| one.revision))).collect(),
    };
    let places = places().map(|(at, theme)| (*theme, at)).collect();
    Force { asked, edition, places }
}
