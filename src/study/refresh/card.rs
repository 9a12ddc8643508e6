//! A question as it is refreshed: what is remembered of it and when it is due.

use jiff::civil::Date;

use crate::study::refresh::Memory;
use crate::study::refresh::days_between;
use crate::text::Id;

/// A card's number in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardId(pub i64);

/// Where an answer was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// In the course itself, its final test included.
    Course,
    /// In a refresher.
    Refresher,
}

/// A question of a course: scenario, statement, choice or order. One whose content changes becomes another card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its number.
    pub id: CardId,
    /// The question.
    pub question: Id,
    /// The digest of the question's content.
    pub digest: String,
    /// Its theme.
    pub theme: Id,
    /// Its place in the course.
    pub place: u32,
    /// What is remembered; `None` until the first answer.
    pub known: Option<Known>,
}

/// What an answered card adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// How well it is remembered.
    pub memory: Memory,
    /// The day of the last answer.
    pub last: Date,
    /// The day on which it is due by FSRS alone.
    pub due: Date,
    /// How often it was answered.
    pub answers: u32,
    /// How often wrongly.
    pub wrong: u32,
    /// Whether the last answer was right.
    pub was_right: bool,
}

impl Card {
    /// The chance of knowing it on `day`; `None` until the first answer.
    pub fn retrievability(&self, day: Date) -> Option<f32> {
        self.known.map(|known| known.memory.retrievability(days_between(known.last, day)))
    }
}
