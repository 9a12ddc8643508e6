//! How dates, times and numbers are written in each language.

use jiff::Timestamp;
use jiff::ZonedDateTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::i18n::Lang;

/// The time zone called `name` (IANA), else UTC.
pub fn time_zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// `at` on the wall clock of the zone called `zone`.
pub fn local(at: Timestamp, zone: &str) -> ZonedDateTime {
    at.to_zoned_datetime(time_zone(zone))
}

/// The time of day: `9.05` in Finnish, `9:05` in English.
pub fn time_of_day(lang: Lang, at: &ZonedDateTime) -> String {
    let separator = match lang {
        Lang::Fi => '.',
        Lang::En => ':',
    };
    format!("{}{separator}{:02}", at.hour(), at.minute())
}

/// The date: `23.11.2026` in Finnish, `23 November 2026` in English.
pub fn date(lang: Lang, at: &ZonedDateTime) -> String {
    day(lang, at.date())
}

/// A day, as [`date`] writes it.
pub fn day(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Fi => format!("{}.{}.{}", day.day(), day.month(), day.year()),
        Lang::En => day.strftime("%-d %B %Y").to_string(),
    }
}

/// Date and time of day: `23.11.2026 klo 9.05`, `23 November 2026, 9:05`.
pub fn date_and_time(lang: Lang, at: &ZonedDateTime) -> String {
    let (date, time) = (date(lang, at), time_of_day(lang, at));
    match lang {
        Lang::Fi => format!("{date} klo {time}"),
        Lang::En => format!("{date}, {time}"),
    }
}

/// The offset from UTC: `UTC+2`, `UTC+5:30`.
pub fn offset(at: &ZonedDateTime) -> String {
    let seconds = at.offset().seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() % 3600 / 60);
    if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") }
}

/// A number with `decimals` decimals: `0,75` in Finnish, `0.75` in English.
pub fn decimal(lang: Lang, value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    match lang {
        Lang::Fi => text.replace('.', ",").replace('-', "\u{2212}"),
        Lang::En => text.replace('-', "\u{2212}"),
    }
}

/// A countdown: `7:05`, `1:02:09`; never below zero.
pub fn countdown(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds % 3600 / 60, seconds % 60);
    if hours == 0 { format!("{minutes}:{seconds:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> ZonedDateTime {
        local(text.parse().unwrap(), "Europe/Helsinki")
    }

    #[test]
    fn times_are_written_as_each_language_writes_them() {
        let at = at("2026-11-23T07:05:00Z");
        assert_eq!(date_and_time(Lang::Fi, &at), "23.11.2026 klo 9.05");
        assert_eq!(date_and_time(Lang::En, &at), "23 November 2026, 9:05");
    }

    #[test]
    fn the_offset_follows_summer_time() {
        assert_eq!(offset(&at("2026-11-23T07:05:00Z")), "UTC+2");
        assert_eq!(offset(&at("2026-06-23T07:05:00Z")), "UTC+3");
    }

    #[test]
    fn an_unknown_zone_is_utc() {
        let at = local("2026-11-23T07:05:00Z".parse().unwrap(), "Mars/Olympus");
        assert_eq!(time_of_day(Lang::Fi, &at), "7.05");
    }

    #[test]
    fn decimals_and_countdowns_read_naturally() {
        assert_eq!(decimal(Lang::Fi, -0.754, 2), "\u{2212}0,75");
        assert_eq!(decimal(Lang::En, 0.754, 2), "0.75");
        assert_eq!(countdown(425), "7:05");
        assert_eq!(countdown(3729), "1:02:09");
        assert_eq!(countdown(-3), "0:00");
    }
}
