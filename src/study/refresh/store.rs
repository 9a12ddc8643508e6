//! The file of refreshers: courses, cards and the log of answers. Every change is one durable transaction.

mod file;
mod log;
mod rows;

pub use file::set_aside;
pub(in crate::study::refresh) use log::NewCard;
pub use log::{Answered, Review};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rusqlite::Connection;
use rusqlite::OpenFlags;
use rusqlite::OptionalExtension as _;
use rusqlite::TransactionBehavior;

use crate::files::DataFolder;
use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Course;
use crate::study::refresh::Plan;
use crate::study::refresh::Rating;
use crate::study::refresh::RefreshError;
use crate::study::refresh::Source;
use crate::study::refresh::error::in_sqlite;
use crate::study::refresh::schema;
use crate::study::refresh::store::file::create_private;
use crate::study::refresh::store::log::Entry;
use crate::study::refresh::store::log::learned;
use crate::study::refresh::store::log::put_card;
use crate::study::refresh::store::log::write;
use crate::study::refresh::store::rows::CARD;
use crate::study::refresh::store::rows::card_of;
use crate::study::refresh::store::rows::course_of;
use crate::study::refresh::store::rows::number;
use crate::study::refresh::store::rows::review_of;
use crate::text::Id;

/// Seconds that a question takes before the learner's own are known.
pub const STANDARD_SECONDS: u32 = 30;
/// Shortest and longest time that counts for a question: somebody may have been called away.
const SECONDS: (u32, u32) = (15, 120);
/// From how many answers the learner's own pace is taken, at least and at most.
const PACE_FROM: (usize, usize) = (10, 50);
/// Most cards that are read: more are in no course.
const MOST_CARDS: usize = 100_000;

/// The file of refreshers.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    connection: Connection,
}

impl Store {
    /// Where it lies in the data folder.
    pub fn path_in(data: &DataFolder) -> PathBuf {
        data.path().join("refresh.sqlite")
    }

    /// Opens the file, and makes it where there is none, readable by its owner alone.
    ///
    /// # Errors
    /// When it is none of ours, newer, damaged or held: it is then left as it is.
    pub fn open(path: &Path) -> Result<Self, RefreshError> {
        create_private(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags).map_err(in_sqlite(path))?;
        connection.busy_timeout(std::time::Duration::from_secs(5)).map_err(in_sqlite(path))?;
        let careful = connection
            .pragma_update(None, "trusted_schema", false)
            .and_then(|()| connection.pragma_update(None, "cell_size_check", true))
            .and_then(|()| connection.pragma_update(None, "synchronous", "full"))
            .and_then(|()| connection.pragma_update(None, "foreign_keys", true));
        careful.map_err(in_sqlite(path))?;
        schema::prepare(&mut connection, path)?;
        Ok(Self { path: path.to_owned(), connection })
    }

    /// Opens the file where there is one.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_existing(path: &Path) -> Result<Option<Self>, RefreshError> {
        if path.exists() { Self::open(path).map(Some) } else { Ok(None) }
    }

    /// The courses that are refreshed, by name.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn courses(&self) -> Result<Vec<Course>, RefreshError> {
        let fault = in_sqlite(&self.path);
        let mut rows = self
            .connection
            .prepare_cached(
                "SELECT id, title, language, revision, digest, enrolled, minutes, weekdays, target, target_set
                 FROM course WHERE is_active = 1 ORDER BY title, id",
            )
            .map_err(&fault)?;
        let rows = rows.query_map([], |row| Ok(course_of(row))).map_err(&fault)?;
        rows.map(|row| row.map_err(&fault)?.map_err(&fault)?.ok_or_else(|| self.damaged())).collect()
    }

    /// The course called `id`.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn course(&self, id: &Id) -> Result<Option<Course>, RefreshError> {
        Ok(self.courses()?.into_iter().find(|course| course.id == *id))
    }

    /// The cards of a course as it is now, in the course's order.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn cards(&self, course: &Id) -> Result<Vec<Card>, RefreshError> {
        let fault = in_sqlite(&self.path);
        let mut rows = self
            .connection
            .prepare_cached(&format!(
                "SELECT {CARD} FROM card WHERE course = ?1 AND is_active = 1 ORDER BY place LIMIT {MOST_CARDS}"
            ))
            .map_err(&fault)?;
        let rows = rows.query_map([course.as_str()], |row| Ok(card_of(row))).map_err(&fault)?;
        rows.map(|row| row.map_err(&fault)?.map_err(&fault)?.ok_or_else(|| self.damaged())).collect()
    }

    /// How many cards of the course were answered in refreshers from `day` on.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn answered_since(&self, course: &Id, day: Date) -> Result<usize, RefreshError> {
        let query = "SELECT COUNT(DISTINCT card) FROM review JOIN card ON card.id = review.card
                     WHERE source = 1 AND day >= ?1 AND course = ?2";
        let count: i64 = self
            .connection
            .prepare_cached(query)
            .and_then(|mut query| query.query_row((number(day), course.as_str()), |row| row.get(0)))
            .map_err(in_sqlite(&self.path))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// How long the learner takes for a question, in seconds: the middle one of their last answers before `day`, so that
    /// a sitting does not grow or shrink while it is held.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn seconds_per_question(&self, day: Date) -> Result<u32, RefreshError> {
        let fault = in_sqlite(&self.path);
        let (least, most) = PACE_FROM;
        let query = format!("SELECT seconds FROM review WHERE source = 1 AND day < ?1 ORDER BY id DESC LIMIT {most}");
        let mut rows = self.connection.prepare_cached(&query).map_err(&fault)?;
        let rows = rows.query_map([number(day)], |row| row.get::<_, i64>(0)).map_err(&fault)?;
        let mut seconds = rows.collect::<Result<Vec<_>, _>>().map_err(&fault)?;
        if seconds.len() < least {
            return Ok(STANDARD_SECONDS);
        }
        seconds.sort_unstable();
        let middle = seconds.get(seconds.len() / 2).and_then(|middle| u32::try_from(*middle).ok());
        Ok(middle.map_or(STANDARD_SECONDS, |middle| middle.clamp(SECONDS.0, SECONDS.1)))
    }

    /// The log of a course in its order, answers to questions that have changed since included.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn reviews(&self, course: &Id) -> Result<Vec<Review>, RefreshError> {
        let fault = in_sqlite(&self.path);
        let mut rows = self
            .connection
            .prepare_cached(
                "SELECT review.card, review.day, review.source, review.is_right, review.sure, review.expected,
                 review.stability, review.difficulty
                 FROM review JOIN card ON card.id = review.card WHERE course = ?1 ORDER BY review.id",
            )
            .map_err(&fault)?;
        let rows = rows.query_map([course.as_str()], |row| Ok(review_of(row))).map_err(&fault)?;
        rows.map(|row| row.map_err(&fault)?.map_err(&fault)?.ok_or_else(|| self.damaged())).collect()
    }

    /// Takes an answer: it goes into the log, and its card is due again when FSRS says so.
    ///
    /// # Errors
    /// When it could not be written: then nothing of it is there.
    pub fn answer(&mut self, card: CardId, answered: &Answered) -> Result<Card, RefreshError> {
        let Answered { at, day, is_right, sure, seconds } = *answered;
        let path = self.path.clone();
        let fault = in_sqlite(&path);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&fault)?;
        let found = transaction
            .prepare_cached(&format!("SELECT {CARD} FROM card WHERE id = ?1"))
            .and_then(|mut query| query.query_row([card.0], |row| Ok(card_of(row))).optional())
            .map_err(&fault)?
            .ok_or_else(|| RefreshError::NoCard { path: path.clone() })?;
        let damaged = || RefreshError::Damaged { path: path.clone() };
        let mut card = found.map_err(&fault)?.ok_or_else(damaged)?;
        let expected = card.retrievability(day);
        let rating = Rating::of(is_right, sure);
        card.known = Some(learned(card.known, day, rating).ok_or_else(damaged)?);
        let entry = Entry { at, day, source: Source::Refresher, is_right, sure: Some(sure), seconds, expected };
        write(&transaction, &card, &entry).and_then(|()| transaction.commit()).map_err(&fault)?;
        Ok(card)
    }

    /// Changes when and how much a course is refreshed.
    ///
    /// # Errors
    /// When it could not be written.
    pub fn set_plan(&mut self, course: &Id, plan: &Plan) -> Result<(), RefreshError> {
        let Plan { minutes_per_week, days, target } = *plan;
        self.connection
            .execute(
                "UPDATE course SET minutes = ?2, weekdays = ?3, target = ?4, target_set = ?5 WHERE id = ?1",
                (
                    course.as_str(),
                    minutes_per_week.clamp(1, Plan::MOST_MINUTES),
                    days.bits(),
                    target.map(|target| number(target.on)),
                    target.map(|target| number(target.set_on)),
                ),
            )
            .map(|_changed| ())
            .map_err(in_sqlite(&self.path))
    }

    /// Ends the refreshers of a course; its log stays, should it be taken up again.
    ///
    /// # Errors
    /// When it could not be written.
    pub fn stop(&mut self, course: &Id) -> Result<(), RefreshError> {
        self.connection
            .execute("UPDATE course SET is_active = 0 WHERE id = ?1", [course.as_str()])
            .map(|_changed| ())
            .map_err(in_sqlite(&self.path))
    }

    /// Takes a course up, or brings one to its present content: questions that are as they were keep what is remembered
    /// of them, changed ones are new, those that are gone are asked no more.
    pub(super) fn take_up(&mut self, course: &Course, cards: &[NewCard]) -> Result<(), RefreshError> {
        let path = self.path.clone();
        let fault = in_sqlite(&path);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&fault)?;
        let Course { id, title, language, revision, digest, enrolled, plan } = course;
        transaction
            .execute(
                "INSERT INTO course VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL, NULL, 1)
                 ON CONFLICT (id) DO UPDATE SET title = ?2, language = ?3, revision = ?4, digest = ?5, is_active = 1",
                (
                    id.as_str(),
                    title,
                    language.as_str(),
                    revision,
                    digest,
                    number(*enrolled),
                    plan.minutes_per_week,
                    plan.days.bits(),
                ),
            )
            .map_err(&fault)?;
        let known: BTreeMap<String, i64> = transaction
            .prepare("SELECT digest, id FROM card WHERE course = ?1")
            .and_then(|mut rows| rows.query_map([id.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .map_err(&fault)?;
        let mut place = 0_u32;
        let mut put = || {
            transaction.execute("UPDATE card SET is_active = 0 WHERE course = ?1", [id.as_str()])?;
            for card in cards {
                place += 1;
                put_card(&transaction, id, card, place, known.get(&card.digest).copied())?;
            }
            Ok(())
        };
        put().and_then(|()| transaction.commit()).map_err(&fault)
    }

    fn damaged(&self) -> RefreshError {
        RefreshError::Damaged { path: self.path.clone() }
    }
}
