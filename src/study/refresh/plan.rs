//! The weekly rhythm and the target date: on which days there are refreshers, and how much of them.

use jiff::civil::Date;
use jiff::civil::Weekday;

use crate::study::refresh::Card;
use crate::study::refresh::after;
use crate::study::refresh::days_between;

/// Days before the target on which nothing new is asked any more, at most.
const QUIET_DAYS: u32 = 7;
/// Days before those over which the last look at every question is spread, at most.
const LAST_LOOKS: u32 = 14;

/// A set of days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// The set that a byte stands for, Monday in its lowest bit; `None` for no day and for what is no set.
    pub fn from_bits(bits: i64) -> Option<Self> {
        u8::try_from(bits).ok().filter(|bits| (1..128).contains(bits)).map(Self)
    }

    /// The byte, Monday in its lowest bit.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether `day` is in it.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// With `day` put in or taken out; the last day stays.
    pub fn toggled(self, day: Weekday) -> Self {
        Some(Self(self.0 ^ Self::bit(day))).filter(|set| set.0 != 0).unwrap_or(self)
    }

    /// How many there are.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.to_monday_zero_offset()
    }
}

/// A day by which everything is to be fresh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The day itself. Nothing is due after it.
    pub on: Date,
    /// The day on which it was set.
    pub set_on: Date,
}

impl Target {
    /// The last day on which anything is due: well before the target, as far as there is time.
    pub fn last_day(self) -> Date {
        let quiet = (self.span() / 4).min(QUIET_DAYS);
        after(self.set_on, self.span() - quiet)
    }

    /// The day from which on the last looks are spread.
    fn last_looks_from(self) -> Date {
        let span = days_between(self.set_on, self.last_day());
        after(self.set_on, span - (span / 2).min(LAST_LOOKS))
    }

    fn span(self) -> u32 {
        days_between(self.set_on, self.on)
    }
}

/// When and how much a learner refreshes a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Minutes a week, from 1 to [`Plan::MOST_MINUTES`].
    pub minutes_per_week: u32,
    /// On which days.
    pub days: Weekdays,
    /// By when everything is to be fresh, if the learner says so.
    pub target: Option<Target>,
}

impl Default for Plan {
    /// Ten minutes a week, on Tuesdays and Thursdays.
    fn default() -> Self {
        Self { minutes_per_week: 10, days: Weekdays(0b000_1010), target: None }
    }
}

impl Plan {
    /// Most minutes a week: refreshers are minutes, not hours.
    pub const MOST_MINUTES: u32 = 60;

    /// Whether anything is due on `day` at all: nothing is after the last day before the target.
    pub fn is_open(&self, day: Date) -> bool {
        self.target.is_none_or(|target| day <= target.last_day())
    }

    /// The day of the rhythm that is on or before `day`.
    pub fn day_up_to(&self, day: Date) -> Date {
        (0..7)
            .filter_map(|back| day.checked_sub(jiff::SignedDuration::from_hours(24 * back)).ok())
            .find(|day| self.days.contains(day.weekday()))
            .unwrap_or(day)
    }

    /// The first day of the rhythm after `day`; `None` when the target is before it.
    pub fn day_after(&self, day: Date) -> Option<Date> {
        let next = (1..=7).map(|days| after(day, days)).find(|day| self.days.contains(day.weekday()))?;
        self.is_open(next).then_some(next)
    }

    /// How many questions fit into one of the week's sittings, at `seconds` each; at least one.
    pub fn questions_per_sitting(&self, seconds: u32) -> usize {
        let questions = self.minutes_per_week * 60 / self.days.count().max(1) / seconds.max(1);
        (questions as usize).max(1)
    }

    /// The day on which `card` is due, by FSRS and the target; `None` when it is not due any more before the target, or
    /// was never answered.
    pub fn due(&self, card: &Card) -> Option<Date> {
        let known = card.known?;
        let Some(target) = self.target else { return Some(known.due) };
        let (from, last_day) = (target.last_looks_from(), target.last_day());
        if known.last >= from || known.due <= from {
            // It has had its last look, unless it is forgotten before the quiet days.
            return Some(known.due).filter(|due| *due <= last_day);
        }
        // Each question has a day of its own, so that the last looks do not all fall on one.
        let span = days_between(from, last_day) + 1;
        let own = after(from, card.place % span);
        Some(known.due.min(own))
    }
}
