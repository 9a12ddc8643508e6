//! The dates ahead as a calendar file (RFC 5545) that any calendar program takes in.

use icalendar::Calendar;
use icalendar::Component as _;
use icalendar::Event;
use icalendar::Property;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::study::refresh::Course;
use crate::study::refresh::Planned;
use crate::study::refresh::after;

/// What stands in the calendar, in the learner's language.
#[derive(Clone, Copy)]
pub struct CalendarWords<'a> {
    /// The name of a sitting, such as "Kertaus: Laadukas asiakaspalvelu".
    pub sitting: &'a str,
    /// What there is to do, by the number of questions.
    pub task: &'a dyn Fn(usize) -> String,
    /// The name of the target date.
    pub target: &'a str,
}

/// A calendar with a whole-day entry, which blocks no time, for each sitting, and one for the target date.
///
/// Entries are named by course and day: taken in again, the file replaces what it brought before.
pub fn calendar(course: &Course, sittings: &[Planned], made_at: Timestamp, words: CalendarWords<'_>) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Perehdytin//Kertaus 1//FI"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    let entry = |kind: &str, on: Date, name: &str| {
        // A course's identifier is a stranger's text.
        let uid = format!("{kind}-{}-{}@perehdytin.invalid", on.strftime("%Y%m%d"), &course.digest_of_id());
        let mut event = Event::with_uid(&uid);
        event.add_property("DTSTAMP", made_at.strftime("%Y%m%dT%H%M%SZ").to_string());
        for (key, day) in [("DTSTART", on), ("DTEND", after(on, 1))] {
            let date = day.strftime("%Y%m%d").to_string();
            event.append_property(Property::new(key, date).add_parameter("VALUE", "DATE").done());
        }
        event.add_property("TRANSP", "TRANSPARENT");
        event.summary(&on_one_line(name));
        event
    };
    for sitting in sittings {
        let mut event = entry("sitting", sitting.on, words.sitting);
        event.description(&(words.task)(sitting.questions));
        calendar.push(event.done());
    }
    if let Some(target) = course.plan.target {
        calendar.push(entry("target", target.on, words.target).done());
    }
    calendar.done().to_string()
}

impl Course {
    /// The identifier as it may stand in a name that a calendar uses.
    fn digest_of_id(&self) -> String {
        let digest = ring::digest::digest(&ring::digest::SHA256, self.id.as_str().as_bytes());
        crate::session::hex(&digest.as_ref()[..8])
    }
}

/// Names come from courses: what would end a line stands as a space.
fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
