//! What refreshers promise.

mod calendar;
mod hostile;
mod plan;
mod queue;
mod scheduling;
mod statistics;
mod store;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::civil::date;

use crate::study::refresh::Answered;
use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Course;
use crate::study::refresh::Memory;
use crate::study::refresh::Plan;
use crate::study::refresh::Store;
use crate::study::refresh::Sure;
use crate::study::refresh::after;
use crate::study::refresh::card::Known;
use crate::study::refresh::store::NewCard;
use crate::text::LangTag;

/// A Monday.
pub(super) const MONDAY: Date = date(2026, 11, 23);

pub(super) fn day(days: u32) -> Date {
    after(MONDAY, days)
}

pub(super) fn noon(days: u32) -> Timestamp {
    day(days).at(12, 0, 0, 0).to_zoned_datetime(jiff::tz::TimeZone::UTC).unwrap().timestamp()
}

pub(super) fn course() -> Course {
    Course {
        id: "palvelu".into(),
        title: "Laadukas asiakaspalvelu".to_owned(),
        language: LangTag("fi".into()),
        revision: 3,
        digest: "a".repeat(64),
        enrolled: MONDAY,
        plan: Plan::default(),
    }
}

/// Cards `q1`, `q2`, … of two themes, none answered yet.
pub(super) fn new_cards(count: usize) -> Vec<NewCard> {
    let card = |number: usize| NewCard {
        question: format!("q{number}").as_str().into(),
        digest: format!("{number:064x}"),
        theme: if number.is_multiple_of(2) { "b".into() } else { "a".into() },
        first: None,
    };
    (1..=count).map(card).collect()
}

pub(super) fn right(days: u32) -> Answered {
    Answered { at: noon(days), day: day(days), is_right: true, sure: Sure::Think, seconds: 20 }
}

pub(super) fn wrong(days: u32) -> Answered {
    Answered { is_right: false, ..right(days) }
}

/// A card that was answered `last` days after [`MONDAY`] and is due `interval` days later.
pub(super) fn known(id: i64, last: u32, interval: u32) -> Card {
    let memory = Memory { stability: interval as f32, difficulty: 5.0 };
    let known = Known { memory, last: day(last), due: day(last + interval), answers: 1, wrong: 0, was_right: true };
    Card { known: Some(known), ..unknown(id) }
}

pub(super) fn unknown(id: i64) -> Card {
    let place = u32::try_from(id).unwrap();
    let question = format!("q{id}").as_str().into();
    Card { id: CardId(id), question, digest: format!("{id:064x}"), theme: "a".into(), place, known: None }
}

/// A store in a folder of its own with `cards` cards of [`course`].
pub(super) fn store_with(cards: usize) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("refresh.sqlite")).unwrap();
    store.take_up(&course(), &new_cards(cards)).unwrap();
    (folder, store)
}
