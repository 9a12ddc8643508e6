//! Days as the tables keep them.

use jiff::Span;
use jiff::civil::Date;
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;

/// A calendar day where it happened; in the tables the number of days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

const EPOCH: Date = Date::constant(1970, 1, 1);

impl Day {
    /// After every day: what has no end lasts until it.
    pub const NEVER: Self = Self(i32::MAX);

    /// The day of a date.
    pub fn of(date: Date) -> Self {
        Self(i32::try_from(date.duration_since(EPOCH).as_hours() / 24).unwrap_or(i32::MAX))
    }

    /// Its date; the last one there is for [`Day::NEVER`].
    pub fn date(self) -> Date {
        // The first and the last day that the calendar knows.
        EPOCH.checked_add(Span::new().days(self.0.clamp(-719_528, 2_932_896))).unwrap_or(Date::MAX)
    }

    /// The last day on which what happened on this day is at most `months` old.
    pub fn plus_months(self, months: Option<u32>) -> Self {
        match months {
            Some(months) if self != Self::NEVER => {
                let span = Span::new().months(i32::try_from(months.min(12_000)).unwrap_or(12_000));
                self.date().checked_add(span).map_or(Self::NEVER, Self::of)
            }
            _ => Self::NEVER,
        }
    }

    /// The day, unless it is [`Day::NEVER`].
    pub fn known(self) -> Option<Self> {
        (self != Self::NEVER).then_some(self)
    }

    /// The day after it.
    pub(super) fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date().fmt(formatter)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.known() {
            Some(day) => serializer.collect_str(&day),
            None => serializer.serialize_none(),
        }
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i32::column_result(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_the_same_thing() {
        for text in ["1970-01-01", "1969-12-31", "2026-11-23", "2028-02-29", "9999-12-31"] {
            let date: Date = text.parse().unwrap();
            assert_eq!(Day::of(date).date(), date);
        }
        assert_eq!(Day::of("1970-01-02".parse().unwrap()), Day(1));
    }

    #[test]
    fn an_age_in_months_ends_where_the_calendar_says() {
        let day = |text: &str| Day::of(text.parse().unwrap());
        assert_eq!(day("2024-02-29").plus_months(Some(12)), day("2025-02-28"));
        assert_eq!(day("2026-11-23").plus_months(Some(36)), day("2029-11-23"));
        assert_eq!(day("2026-11-23").plus_months(None), Day::NEVER);
        assert_eq!(Day::NEVER.plus_months(Some(1)), Day::NEVER);
    }
}
