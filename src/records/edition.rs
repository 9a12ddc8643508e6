//! A course as it was at some time: what has to be known of it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::pack::CoursePack;
use crate::pack::FinalTest;
use crate::pack::NewEmployer;
use crate::pack::test_of_part;
use crate::records::store;
use crate::records::whole;

/// A course as it was at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The course's identifier.
    pub course: String,
    /// Its name by language.
    pub title: BTreeMap<String, String>,
    /// Its revision.
    pub revision: u32,
    /// The digest of its content.
    pub digest: String,
    /// Longest age of an induction in months.
    pub validity_months: Option<u32>,
    /// Whether an induction ends with the employer under whom it was taken; a register does not tell.
    pub renews: bool,
    /// Whether it ends in a test.
    pub has_test: bool,
    /// How the test is drawn, where a course pack told; a register does not.
    pub test: Option<EditionTest>,
    /// How many themes the whole course has, where this is a part of it: what a register of a part says of the course is
    /// never asked of anybody.
    pub part_of: Option<u32>,
    /// The themes in their order.
    pub themes: Vec<EditionTheme>,
}

/// How a course's test is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionTest {
    /// Of the whole course.
    pub rules: FinalTest,
    /// How many questions each theme has in the bank, in the themes' order.
    pub questions: Vec<usize>,
}

/// A theme as it was at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionTheme {
    /// Its identifier.
    pub theme: String,
    /// Its name by language.
    pub title: BTreeMap<String, String>,
    /// Its revision: raised when what must be known has changed.
    pub revision: u32,
    /// The digest of its content.
    pub digest: String,
    /// Planned minutes; a theme of none is not asked of anybody.
    pub minutes: u32,
}

/// A title in the language asked for, else in any.
pub(super) fn in_lang(title: &BTreeMap<String, String>, lang: Lang) -> &str {
    title.get(lang.tag()).or_else(|| title.values().next()).map_or("", String::as_str)
}

impl Edition {
    /// The edition that a course pack is.
    pub fn of(pack: &CoursePack) -> Self {
        let titles = |text: &crate::text::Text| {
            text.0.iter().map(|(language, words)| (language.0.to_string(), words.clone())).collect()
        };
        let themes = pack.themes.iter().map(|theme| EditionTheme {
            theme: theme.id.to_string(),
            title: titles(&theme.title),
            revision: theme.revision,
            digest: theme.digest.clone(),
            minutes: theme.planned_minutes(),
        });
        Self {
            course: pack.id.to_string(),
            title: titles(&pack.title),
            revision: pack.revision,
            digest: pack.digest.clone(),
            validity_months: pack.validity_months,
            renews: pack.new_employer == NewEmployer::Renew,
            has_test: pack.final_test.is_some(),
            test: pack.final_test.map(|rules| EditionTest {
                rules,
                questions: pack.themes.iter().map(|theme| theme.test.len()).collect(),
            }),
            part_of: pack.part_of.map(|whole| u32::try_from(whole).unwrap_or(u32::MAX)),
            themes: themes.collect(),
        }
    }

    /// The course's name in `lang`, else in any language it has.
    pub fn title(&self, lang: Lang) -> &str {
        in_lang(&self.title, lang)
    }

    /// Planned minutes of these themes, by their places, and of the test over them where that is known.
    pub fn minutes_of(&self, places: &BTreeSet<usize>) -> (u32, Option<u32>) {
        let minutes = places.iter().filter_map(|at| self.themes.get(*at)).map(|theme| theme.minutes).sum();
        if !self.has_test {
            return (minutes, Some(0));
        }
        let test = self.test.as_ref().map(|EditionTest { rules, questions }| {
            if places.len() == self.themes.len() {
                return rules.minutes;
            }
            let banks: Vec<usize> = places.iter().filter_map(|at| questions.get(*at)).copied().collect();
            test_of_part(*rules, questions.iter().sum(), &banks).map_or(0, |test| test.minutes)
        });
        (minutes, test)
    }

    /// Whether there is a test over these themes, by their places; where the drawing is not known, wherever the course
    /// has one.
    pub(super) fn has_test_of(&self, places: &BTreeSet<usize>) -> bool {
        let asks = |test: &EditionTest| places.iter().filter_map(|at| test.questions.get(*at)).any(|asked| *asked > 0);
        self.has_test && self.test.as_ref().is_none_or(asks)
    }

    /// What two editions have in common that ask the same: names and minutes apart. A stranger's register cannot stand
    /// in for another edition by naming its digest.
    fn key(&self) -> String {
        let Self { course, title: _, revision, digest, validity_months, renews: _, has_test, test: _, part_of, themes } =
            self;
        let themes: Vec<_> =
            themes.iter().map(|theme| (&theme.theme, theme.revision, &theme.digest, theme.minutes == 0)).collect();
        let asked = (course, revision, digest, validity_months, has_test, themes);
        // Texts and numbers alone: this cannot fail. A whole course keeps the key that it had before there were parts.
        let json = match part_of {
            None => serde_json::to_vec(&asked),
            Some(whole) => serde_json::to_vec(&(asked, whole)),
        };
        store::digest(&json.unwrap_or_default())
    }
}

impl EditionTheme {
    /// The theme's name in `lang`, else in any language it has.
    pub fn title(&self, lang: Lang) -> &str {
        in_lang(&self.title, lang)
    }
}

/// An edition's place in the tables, with its themes in their order.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) id: i64,
    pub(super) course: i64,
    pub(super) themes: Vec<i64>,
}

/// Finds the edition in the tables, or puts it there.
pub(super) fn place(connection: &Connection, edition: &Edition) -> rusqlite::Result<Placed> {
    let key = edition.key();
    let mut find = connection.prepare_cached("SELECT id, course FROM edition WHERE key = ?1")?;
    let found: Option<(i64, i64)> = find.query_row([&key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    if let Some((id, course)) = found {
        // A register may have told of the edition before its pack did.
        if edition.test.is_some() {
            connection.execute("UPDATE edition SET test = ?1 WHERE id = ?2", (test_json(edition), id))?;
        }
        let renews = "UPDATE edition SET renews = 1 WHERE id = ?1 AND renews = 0";
        if edition.renews && connection.execute(renews, [id])? > 0 {
            // What is kept of everybody who is asked for it was told without knowing that.
            connection.execute("UPDATE course SET present = NULL WHERE present = ?1", [id])?;
        }
        let mut themes =
            connection.prepare_cached("SELECT theme FROM edition_theme WHERE edition = ?1 ORDER BY position")?;
        let themes = themes.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        return Ok(Placed { id, course, themes });
    }
    connection.execute("INSERT INTO course (key) VALUES (?1) ON CONFLICT DO NOTHING", [&edition.course])?;
    let course = course(connection, &edition.course)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    connection.execute(
        "INSERT INTO edition (course, key, revision, digest, title, validity_months, has_test, part_of, test, renews)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        (
            course,
            &key,
            edition.revision,
            &edition.digest,
            json(&edition.title),
            edition.validity_months,
            edition.has_test,
            edition.part_of,
            test_json(edition),
            edition.renews,
        ),
    )?;
    let id = connection.last_insert_rowid();
    let mut themes = Vec::new();
    for (position, theme) in edition.themes.iter().enumerate() {
        connection.execute(
            "INSERT INTO theme (course, key) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            (course, &theme.theme),
        )?;
        let placed: i64 = connection.query_row(
            "SELECT id FROM theme WHERE course = ?1 AND key = ?2",
            (course, &theme.theme),
            |row| row.get(0),
        )?;
        connection.execute(
            "INSERT INTO edition_theme (edition, position, theme, title, revision, digest, minutes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (id, whole(position), placed, json(&theme.title), theme.revision, &theme.digest, theme.minutes),
        )?;
        themes.push(placed);
    }
    Ok(Placed { id, course, themes })
}

/// The course called `key`, if it is known.
pub(super) fn course(connection: &Connection, key: &str) -> rusqlite::Result<Option<i64>> {
    connection.query_row("SELECT id FROM course WHERE key = ?1", [key], |row| row.get(0)).optional()
}

/// The edition `id` as it was put into the tables.
pub(super) fn read(connection: &Connection, id: i64) -> rusqlite::Result<Edition> {
    let mut themes = connection.prepare_cached(
        "SELECT t.key, e.title, e.revision, e.digest, e.minutes
         FROM edition_theme e JOIN theme t ON t.id = e.theme WHERE e.edition = ?1 ORDER BY e.position",
    )?;
    let themes = themes.query_map([id], |row| {
        Ok(EditionTheme {
            theme: row.get(0)?,
            title: titles(&row.get::<_, String>(1)?),
            revision: row.get(2)?,
            digest: row.get(3)?,
            minutes: row.get(4)?,
        })
    })?;
    let themes = themes.collect::<rusqlite::Result<_>>()?;
    let mut edition = connection.prepare_cached(
        "SELECT c.key, e.title, e.revision, e.digest, e.validity_months, e.has_test, e.part_of, e.test, e.renews
         FROM edition e JOIN course c ON c.id = e.course WHERE e.id = ?1",
    )?;
    edition.query_row([id], |row| {
        Ok(Edition {
            course: row.get(0)?,
            title: titles(&row.get::<_, String>(1)?),
            revision: row.get(2)?,
            digest: row.get(3)?,
            validity_months: row.get(4)?,
            has_test: row.get(5)?,
            part_of: row.get(6)?,
            renews: row.get(8)?,
            test: row.get::<_, Option<String>>(7)?.and_then(|test| serde_json::from_str(&test).ok()),
            themes,
        })
    })
}

fn test_json(edition: &Edition) -> Option<String> {
    serde_json::to_string(edition.test.as_ref()?).ok()
}

fn json(titles: &BTreeMap<String, String>) -> String {
    // Texts alone: this cannot fail.
    serde_json::to_string(titles).unwrap_or_default()
}

fn titles(json: &str) -> BTreeMap<String, String> {
    serde_json::from_str(json).unwrap_or_default()
}
