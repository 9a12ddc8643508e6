//! Rows of the file read as what they mean; `None` where a column holds what this program never writes.

use jiff::civil::Date;
use rusqlite::Row;

use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Course;
use crate::study::refresh::Memory;
use crate::study::refresh::Plan;
use crate::study::refresh::Review;
use crate::study::refresh::Source;
use crate::study::refresh::Sure;
use crate::study::refresh::Target;
use crate::study::refresh::Weekdays;
use crate::study::refresh::card::Known;
use crate::text::LangTag;

const EPOCH: Date = Date::constant(1970, 1, 1);

/// The columns of a card, as [`card_of`] reads them.
pub(super) const CARD: &str =
    "id, question, digest, theme, place, stability, difficulty, last, due, answers, wrong, was_right";

pub(super) fn card_of(row: &Row<'_>) -> rusqlite::Result<Option<Card>> {
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

pub(super) fn course_of(row: &Row<'_>) -> rusqlite::Result<Option<Course>> {
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

pub(super) fn review_of(row: &Row<'_>) -> rusqlite::Result<Option<Review>> {
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

pub(super) fn number(day: Date) -> i64 {
    day.duration_since(EPOCH).as_hours() / 24
}

fn date(number: i64) -> Option<Date> {
    let hours = number.checked_mul(24)?;
    EPOCH.checked_add(jiff::SignedDuration::from_hours(hours)).ok()
}
