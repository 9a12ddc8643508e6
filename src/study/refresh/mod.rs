//! Refreshers: a few questions a week from the courses a learner has passed, chosen by when they would be forgotten.
//!
//! Everything here belongs to the learner alone and stays on this computer: no register, no file that is sent, says
//! anything of it. [`Store`] keeps one `SQLite` file; [`enrol`] takes a passed self-study up; the rest is pure.

mod calendar;
mod card;
mod course;
mod enrol;
mod error;
mod forecast;
mod memory;
mod plan;
mod questions;
mod queue;
mod schema;
mod statistics;
mod store;
#[cfg(test)]
mod tests;
mod words;

pub use calendar::{CalendarWords, calendar};
pub use card::{Card, CardId, Source};
pub use course::Course;
pub use enrol::{Kept, enrol, is_passed, keep, open_kept};
pub use error::RefreshError;
pub use forecast::{Forecast, Planned, forecast};
pub use memory::{Learned, Memory, RETENTION, Rating, Scheduler, Sure};
pub use plan::{Plan, Target, Weekdays};
pub use questions::{Asked, asked, questions, taught_on};
pub use queue::{Sitting, choose, sitting};
pub use statistics::{Forgotten, OfTheme, Retention, Statistics, Week, statistics};
pub use store::{Answered, Review, STANDARD_SECONDS, Store, set_aside};
pub use words::refresh_message;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day that it is at `at` for somebody in `zone`: forgetting is counted in days, as they are lived.
pub fn day_of(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned_datetime(zone.clone()).date()
}

/// Days from `from` to `to`; none when `to` is before it.
fn days_between(from: Date, to: Date) -> u32 {
    u32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(0)
}

/// `days` after `from`; the last day of the calendar where it ends before.
fn after(from: Date, days: u32) -> Date {
    from.saturating_add(jiff::SignedDuration::from_hours(i64::from(days) * 24))
}
