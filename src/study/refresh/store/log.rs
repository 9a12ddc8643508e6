//! Answers and what follows from them: the log, which is only added to, and what each card remembers afterwards.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Connection;

use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Memory;
use crate::study::refresh::Rating;
use crate::study::refresh::Scheduler;
use crate::study::refresh::Source;
use crate::study::refresh::Sure;
use crate::study::refresh::after;
use crate::study::refresh::card::Known;
use crate::study::refresh::days_between;
use crate::study::refresh::store::rows::number;
use crate::text::Id;

/// A card to be: a question of the course as it is now.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::study::refresh) struct NewCard {
    pub(in crate::study::refresh) question: Id,
    pub(in crate::study::refresh) digest: String,
    pub(in crate::study::refresh) theme: Id,
    /// The first answer in the course, with its day.
    pub(in crate::study::refresh) first: Option<(Timestamp, Date, bool)>,
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

/// What is known of a card after an answer; `None` where FSRS finds no number.
pub(super) fn learned(before: Option<Known>, day: Date, rating: Rating) -> Option<Known> {
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
pub(super) struct Entry {
    pub(super) at: Timestamp,
    pub(super) day: Date,
    pub(super) source: Source,
    pub(super) is_right: bool,
    pub(super) sure: Option<Sure>,
    pub(super) seconds: u32,
    pub(super) expected: Option<f32>,
}

/// Writes what the card remembers now, and the log's line.
pub(super) fn write(connection: &Connection, card: &Card, entry: &Entry) -> rusqlite::Result<()> {
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

/// Puts a question of the course among the cards; one that is known keeps what is remembered.
pub(super) fn put_card(
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
