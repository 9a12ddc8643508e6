//! Trends of a course, read from the records.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;
use serde::Serialize;

use crate::records::Records;
use crate::records::RecordsError;
use crate::records::edition;
use crate::records::feedback::compare::{Rated, Share};
use crate::records::feedback::occasion::{Heard, Occasion, occasions};
use crate::records::feedback::sources;
use crate::records::feedback::sources::{Source, Tie};
use crate::records::feedback::trend::{self, Said, Trend};
use crate::records::log::not_ours;
use crate::register::feedback_file::{FeedbackFile, Theme};

/// Of which sessions trends are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kinds {
    /// Of all.
    #[default]
    All,
    /// Of those in a room.
    Room,
    /// Of those who studied alone.
    Alone,
}

/// A course of which something was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardCourse {
    /// Its identifier.
    pub id: String,
    /// Its name in the newest file.
    pub title: String,
}

/// On what trends rest: none of the files is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ground {
    /// Sessions in a room whose register is here with an accepted signer.
    pub registers: usize,
    /// Those whose register is here without one.
    pub unaccepted: usize,
    /// Those whose register is not here.
    pub missing: usize,
    /// Studied alone.
    pub alone: usize,
    /// Of all of them, made up.
    pub rehearsals: usize,
    /// Not counted: left out by somebody.
    pub left_out: usize,
    /// Not counted: their register says otherwise.
    pub contradicting: usize,
}

/// How a course went over its sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trends {
    /// The course.
    pub course: HeardCourse,
    /// On what it rests.
    pub ground: Ground,
    /// The sessions in time order.
    pub occasions: Vec<Occasion>,
    /// Its themes and questions, those missed most first.
    pub shares: Vec<Trend<Share>>,
    /// The ratings of the feedback form, in no order of worth.
    pub ratings: Vec<Trend<Rated>>,
    /// What was written in one's own words, the newest first.
    pub said: Vec<Said>,
    /// The names of the themes.
    pub themes: BTreeMap<String, String>,
}

impl Records {
    /// The courses of which something was said, by name.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn heard_courses(&self) -> Result<Vec<HeardCourse>, RecordsError> {
        self.read(courses)
    }

    /// How `course` went over its sessions; the first course that something was said of when none is named.
    ///
    /// # Errors
    /// When nothing was said of it, or it cannot be read.
    pub fn trends(&self, course: Option<&str>, kinds: Kinds) -> Result<Trends, RecordsError> {
        let found = self.read(|connection| {
            let courses = courses(connection)?;
            let wanted = courses.into_iter().find(|known| course.is_none_or(|course| known.id == course));
            wanted.map(|course| read(connection, course, kinds)).transpose()
        })?;
        found.ok_or_else(|| RecordsError::Unknown(course.unwrap_or_default().to_owned()))
    }
}

fn courses(connection: &Connection) -> rusqlite::Result<Vec<HeardCourse>> {
    // The title of the newest row: SQLite takes the others of a group from the row of the maximum.
    let mut courses = connection.prepare_cached(
        "SELECT course, title, max(day * 1000000 + id) FROM feedback WHERE left_out = 0 GROUP BY course ORDER BY title, course",
    )?;
    courses.query_map([], |row| Ok(HeardCourse { id: row.get(0)?, title: row.get(1)? }))?.collect()
}

fn read(connection: &Connection, course: HeardCourse, kinds: Kinds) -> rusqlite::Result<Trends> {
    let mut ground = Ground::default();
    let mut heard = Vec::new();
    let mut files = connection.prepare_cached("SELECT json FROM feedback WHERE id = ?1")?;
    for (source, register) in sources::all(connection, None)? {
        if source.course != course.id || !is_wanted(kinds, &source) || !ground.counts(&source) {
            continue;
        }
        let json: Option<Vec<u8>> = files.query_row([source.id], |row| row.get(0)).optional()?;
        let mut file = FeedbackFile::from_json(&json.unwrap_or_default()).map_err(not_ours)?;
        let (mut place, mut began) = (String::new(), String::new());
        if let Some(register) = register {
            if file.themes.is_empty() {
                file.themes = themes_of(connection, register.edition, &file.language)?;
            }
            (place, began) = (register.place, register.began);
        }
        heard.push(Heard { source: source.id, place, began, file });
    }
    let (occasions, on) = occasions(&heard);
    let mut shares = trend::shares(&heard, &occasions, &on);
    trend::most_missed(&mut shares);
    let themes = shares.iter().filter(|trend| trend.about == trend::About::Theme);
    let themes = themes.map(|trend| (trend.id.clone(), trend.title.clone())).collect();
    Ok(Trends {
        course,
        ground,
        ratings: trend::ratings(&heard, &occasions, &on),
        said: trend::said(&heard, &on),
        occasions,
        shares,
        themes,
    })
}

fn is_wanted(kinds: Kinds, source: &Source) -> bool {
    match kinds {
        Kinds::All => true,
        Kinds::Room => source.tie != Tie::Alone,
        Kinds::Alone => source.tie == Tie::Alone,
    }
}

impl Ground {
    /// Counts a file; whether what it says counts.
    fn counts(&mut self, source: &Source) -> bool {
        if source.left_out {
            self.left_out += 1;
            return false;
        }
        match source.tie {
            Tie::Register => self.registers += 1,
            Tie::Unaccepted => self.unaccepted += 1,
            Tie::Missing => self.missing += 1,
            Tie::Alone => self.alone += 1,
            Tie::Contradicts => {
                self.contradicting += 1;
                return false;
            }
        }
        self.rehearsals += usize::from(source.rehearsal);
        true
    }
}

/// The themes that a file of version 1 did not tell, as the register does.
fn themes_of(connection: &Connection, id: i64, language: &str) -> rusqlite::Result<Vec<Theme>> {
    let themes = edition::read(connection, id)?.themes.into_iter().map(|theme| Theme {
        title: theme.title.get(language).or(theme.title.values().next()).cloned().unwrap_or_default(),
        id: theme.theme,
        revision: theme.revision,
        digest: theme.digest,
    });
    Ok(themes.collect())
}
