//! The file of refreshers: courses, cards and the log of answers. Every change is one durable transaction.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Connection;
use rusqlite::OpenFlags;
use rusqlite::OptionalExtension as _;
use rusqlite::Row;
use rusqlite::TransactionBehavior;

use crate::files;
use crate::files::DataFolder;
use crate::files::Operation;
use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Memory;
use crate::study::refresh::Plan;
use crate::study::refresh::Rating;
use crate::study::refresh::RefreshError;
use crate::study::refresh::Scheduler;
use crate::study::refresh::Source;
use crate::study::refresh::Sure;
use crate::study::refresh::Target;
use crate::study::refresh::Weekdays;
use crate::study::refresh::after;
use crate::study::refresh::card::Known;
use crate::study::refresh::days_between;
use crate::study::refresh::error::in_sqlite;
use crate::study::refresh::schema;
use crate::text::Id;
use crate::text::LangTag;

/// Seconds that a question takes before the learner's own are known.
pub const STANDARD_SECONDS: u32 = 30;
/// Shortest and longest time that counts for a question: somebody may have been called away.
const SECONDS: (u32, u32) = (15, 120);
/// From how many answers the learner's own pace is taken, at least and at most.
const PACE_FROM: (usize, usize) = (10, 50);
/// Most cards that are read: more are in no course.
const MOST_CARDS: usize = 100_000;

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A course that is refreshed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The course.
    pub id: Id,
    /// Its name in `language`.
    pub title: String,
    /// In which language it was studied.
    pub language: LangTag,
    /// Its revision.
    pub revision: u32,
    /// The digest of its pack, by which the kept copy is named.
    pub digest: String,
    /// The day on which it was taken up.
    pub enrolled: Date,
    /// When and how much.
    pub plan: Plan,
}

/// A card to be: a question of the course as it is now.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NewCard {
    pub(super) question: Id,
    pub(super) digest: String,
    pub(super) theme: Id,
    /// The first answer in the course, with its day.
    pub(super) first: Option<(Timestamp, Date, bool)>,
}

/// An answer in a refresher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// When.
    pub at: Timestamp,
    /// On which day, for the learner.
    pub day: Date,
    /// Whether it was right.
    pub is_right: bool,
    /// How sure they were.
    pub sure: Sure,
    /// How long it took, in seconds.
    pub seconds: u32,
}

/// An entry of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The card.
    pub card: CardId,
    /// On which day.
    pub day: Date,
    /// Where.
    pub source: Source,
    /// Whether it was right.
    pub is_right: bool,
    /// How sure they were; `None` in the course.
    pub sure: Option<Sure>,
    /// The chance of knowing it that was expected; `None` for the first answer.
    pub expected: Option<f32>,
    /// What was remembered afterwards.
    pub memory: Memory,
}

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

/// Moves a file that cannot be read aside, so that refreshers can begin anew. Returns where it lies now.
///
/// # Errors
/// When it cannot be renamed.
pub fn set_aside(path: &Path, at: Timestamp) -> Result<PathBuf, RefreshError> {
    let stamp = at.strftime("%Y%m%d-%H%M%S");
    let aside = path.with_file_name(format!("refresh-{stamp}.sqlite"));
    for ending in ["-wal", "-shm", ""] {
        let with = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        if with(path).exists() {
            std::fs::rename(with(path), with(&aside)).map_err(files::at(Operation::Rename, path))?;
        }
    }
    Ok(aside)
}

/// What is known of a card after an answer; `None` where FSRS finds no number.
fn learned(before: Option<Known>, day: Date, rating: Rating) -> Option<Known> {
    let days = before.map_or(0, |known| days_between(known.last, day));
    let learned = Scheduler::default().learn(before.map(|known| known.memory), days, rating)?;
    let is_wrong = rating == Rating::Again;
    // The clock may have been put back: what is known is not of a day before that.
    let last = before.map_or(day, |known| known.last.max(day));
    Some(Known {
        memory: learned.memory,
        last,
        due: after(last, learned.interval),
        answers: before.map_or(0, |known| known.answers) + 1,
        wrong: before.map_or(0, |known| known.wrong) + u32::from(is_wrong),
        was_right: !is_wrong,
    })
}

/// What the log says beside the card.
struct Entry {
    at: Timestamp,
    day: Date,
    source: Source,
    is_right: bool,
    sure: Option<Sure>,
    seconds: u32,
    expected: Option<f32>,
}

fn write(connection: &Connection, card: &Card, entry: &Entry) -> rusqlite::Result<()> {
    let Some(known) = card.known else { return Ok(()) };
    let (stability, difficulty) = (f64::from(known.memory.stability), f64::from(known.memory.difficulty));
    connection
        .prepare_cached(
            "UPDATE card SET stability = ?2, difficulty = ?3, last = ?4, due = ?5, answers = ?6, wrong = ?7,
             was_right = ?8 WHERE id = ?1",
        )?
        .execute((
            card.id.0,
            stability,
            difficulty,
            number(known.last),
            number(known.due),
            known.answers,
            known.wrong,
            known.was_right,
        ))?;
    let Entry { at, day, source, is_right, sure, seconds, expected } = entry;
    connection
        .prepare_cached(
            "INSERT INTO review (card, at, day, source, is_right, sure, seconds, expected, stability, difficulty)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute((
            card.id.0,
            at.to_string(),
            number(*day),
            i64::from(*source == Source::Refresher),
            is_right,
            sure.map(|sure| sure as i64 + 1),
            seconds,
            expected.map(f64::from),
            stability,
            difficulty,
        ))?;
    Ok(())
}

fn put_card(
    connection: &Connection,
    course: &Id,
    new: &NewCard,
    place: u32,
    known: Option<i64>,
) -> rusqlite::Result<()> {
    let NewCard { question, digest, theme, first } = new;
    if let Some(id) = known {
        let query = "UPDATE card SET is_active = 1, question = ?2, theme = ?3, place = ?4 WHERE id = ?1";
        connection.prepare_cached(query)?.execute((id, question.as_str(), theme.as_str(), place))?;
        return Ok(());
    }
    connection
        .prepare_cached(
            "INSERT INTO card (course, question, digest, theme, place, is_active, answers, wrong, was_right)
             VALUES (?1, ?2, ?3, ?4, ?5, 1, 0, 0, 0)",
        )?
        .execute((course.as_str(), question.as_str(), digest, theme.as_str(), place))?;
    let Some((at, day, is_right)) = *first else { return Ok(()) };
    let rating = if is_right { Rating::Good } else { Rating::Again };
    let card = Card {
        id: CardId(connection.last_insert_rowid()),
        question: question.clone(),
        digest: digest.clone(),
        theme: theme.clone(),
        place,
        known: learned(None, day, rating),
    };
    let entry = Entry { at, day, source: Source::Course, is_right, sure: None, seconds: 0, expected: None };
    write(connection, &card, &entry)
}

const CARD: &str = "id, question, digest, theme, place, stability, difficulty, last, due, answers, wrong, was_right";

/// `None` where a column holds what this program never writes.
fn card_of(row: &Row<'_>) -> rusqlite::Result<Option<Card>> {
    let stored: (Option<f64>, Option<f64>, Option<i64>, Option<i64>) =
        (row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?);
    let (answers, wrong) = (row.get::<_, i64>(9)?, row.get::<_, i64>(10)?);
    let was_right = row.get::<_, i64>(11)? == 1;
    let known = match stored {
        (None, None, None, None) => Some(None),
        (Some(stability), Some(difficulty), Some(last), Some(due)) => (|| {
            let memory = Memory::checked(stability, difficulty)?;
            let (answers, wrong) = (u32::try_from(answers).ok()?, u32::try_from(wrong).ok()?);
            Some(Some(Known { memory, last: date(last)?, due: date(due)?, answers, wrong, was_right }))
        })(),
        _ => None,
    };
    let place = u32::try_from(row.get::<_, i64>(4)?).ok();
    let (id, question, digest, theme) =
        (CardId(row.get(0)?), text(row, 1)?.as_str().into(), text(row, 2)?, text(row, 3)?.as_str().into());
    Ok(known.zip(place).map(|(known, place)| Card { id, question, digest, theme, place, known }))
}

fn course_of(row: &Row<'_>) -> rusqlite::Result<Option<Course>> {
    let minutes =
        u32::try_from(row.get::<_, i64>(6)?).ok().filter(|minutes| (1..=Plan::MOST_MINUTES).contains(minutes));
    let target = match (row.get::<_, Option<i64>>(8)?, row.get::<_, Option<i64>>(9)?) {
        (Some(on), Some(set_on)) => date(on).zip(date(set_on)).map(|(on, set_on)| Some(Target { on, set_on })),
        (None, None) => Some(None),
        _ => None,
    };
    let (id, title, language, digest) = (text(row, 0)?, text(row, 1)?, text(row, 2)?, text(row, 4)?);
    let (revision, enrolled, weekdays) = (row.get::<_, i64>(3)?, row.get(5)?, row.get(7)?);
    Ok((|| {
        // The kept copy's folder is named by it.
        let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        let plan = Plan { minutes_per_week: minutes?, days: Weekdays::from_bits(weekdays)?, target: target? };
        is_digest.then_some(())?;
        Some(Course {
            id: id.as_str().into(),
            title,
            language: LangTag(language.as_str().into()),
            revision: u32::try_from(revision).ok()?,
            digest,
            enrolled: date(enrolled)?,
            plan,
        })
    })())
}

fn review_of(row: &Row<'_>) -> rusqlite::Result<Option<Review>> {
    let (card, day, source) = (CardId(row.get(0)?), row.get::<_, i64>(1)?, row.get::<_, i64>(2)?);
    let is_right = row.get::<_, i64>(3)? == 1;
    let sure = row.get::<_, Option<i64>>(4)?;
    let expected = row.get::<_, Option<f64>>(5)?;
    let (stability, difficulty) = (row.get(6)?, row.get(7)?);
    Ok((|| {
        let source = match source {
            0 => Source::Course,
            1 => Source::Refresher,
            _ => return None,
        };
        let sure = match sure {
            None => None,
            Some(sure) => Some(*Sure::ALL.get(usize::try_from(sure - 1).ok()?)?),
        };
        #[expect(clippy::cast_possible_truncation, reason = "it was stored from an f32")]
        let expected = expected.map(|expected| expected as f32);
        let memory = Memory::checked(stability, difficulty)?;
        Some(Review { card, day: date(day)?, source, is_right, sure, expected, memory })
    })())
}

/// Texts have a bound: what is longer was not written here.
fn text(row: &Row<'_>, column: usize) -> rusqlite::Result<String> {
    let text: String = row.get(column)?;
    if text.len() > 4096 { Err(rusqlite::Error::InvalidQuery) } else { Ok(text) }
}

fn number(day: Date) -> i64 {
    day.duration_since(EPOCH).as_hours() / 24
}

fn date(number: i64) -> Option<Date> {
    let hours = number.checked_mul(24)?;
    EPOCH.checked_add(jiff::SignedDuration::from_hours(hours)).ok()
}

fn create_private(path: &Path) -> Result<(), RefreshError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    match options.open(path) {
        Ok(_made) => {
            if let Some(folder) = path.parent() {
                // The file is durable only once its name is.
                files::sync_folder(folder)?;
            }
            Ok(())
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(files::at(Operation::Write, path)(error).into()),
    }
}
