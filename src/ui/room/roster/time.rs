//! Times of day as they are typed.

use jiff::Timestamp;
use jiff::civil::Time;

use crate::i18n::local;

/// Reads a time of day typed as `9.05`, `9:05`, `905` or `0905`.
pub(crate) fn read(typed: &str) -> Option<Time> {
    let typed = typed.trim();
    let (hours, minutes) = match typed.split_once(['.', ':']) {
        Some(parts) => parts,
        None if (3..=4).contains(&typed.len()) && typed.is_ascii() => typed.split_at(typed.len() - 2),
        None => return None,
    };
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hours) || !is_number(minutes) || minutes.len() != 2 {
        return None;
    }
    Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok()
}

/// The typed time on the day of `day`, where the session is held.
pub(crate) fn on_day_of(typed: &str, day: Timestamp, zone: &str) -> Option<Timestamp> {
    let day = local(day, zone);
    day.date().to_datetime(read(typed)?).to_zoned_datetime(day.time_zone().clone()).ok().map(|at| at.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_however_it_is_usually_typed() {
        for typed in ["9.05", "9:05", "09.05", "905", " 0905 "] {
            assert_eq!(read(typed), Some(Time::constant(9, 5, 0, 0)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_of_day_is_refused() {
        for typed in ["", "9", "9.5", "24.00", "9.60", "9.005", "ab.cd", "-1.00", "12345"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_time_lies_on_the_day_of_the_session_where_it_is_held() {
        let day: Timestamp = "2026-11-22T22:30:00Z".parse().unwrap();
        let wanted: Timestamp = "2026-11-23T07:05:00Z".parse().unwrap();
        assert_eq!(on_day_of("9.05", day, "Europe/Helsinki"), Some(wanted));
    }
}
