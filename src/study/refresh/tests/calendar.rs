//! The calendar file, read by rules of its own.

use std::collections::BTreeSet;

use super::{MONDAY, course, day, noon, unknown};
use crate::study::refresh::CalendarWords;
use crate::study::refresh::Course;
use crate::study::refresh::Plan;
use crate::study::refresh::Planned;
use crate::study::refresh::Target;
use crate::study::refresh::calendar;
use crate::study::refresh::forecast;

const WORDS: CalendarWords<'static> = CalendarWords {
    sitting: "Kertaus: Laadukas asiakaspalvelu; näin me toimimme, kun sähköt ovat poikki, ja asiakas on kotona ääniä kuunnellen",
    task: &|questions| format!("{questions} kysymystä\nAvaa Perehdytin."),
    target: "Kaikki tuoreena muistissa",
};

/// A content line of RFC 5545, section 3.1: name, parameters, value.
#[derive(Debug, PartialEq)]
struct Line {
    name: String,
    parameters: Vec<(String, String)>,
    value: String,
}

/// Reads strictly: lines end with CRLF, none is longer than 75 octets, folds begin with one space and cut no letter,
/// names are letters, digits and hyphens, nothing is a control character.
fn lines(text: &str) -> Vec<Line> {
    assert!(text.ends_with("\r\n"));
    let mut unfolded: Vec<String> = Vec::new();
    for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
        match line.strip_prefix(' ') {
            Some(rest) => unfolded.last_mut().unwrap().push_str(rest),
            None => unfolded.push(line.to_owned()),
        }
    }
    unfolded.iter().map(|line| content(line)).collect()
}

fn content(line: &str) -> Line {
    let (head, value) = line.split_once(':').unwrap();
    let mut parts = head.split(';');
    let name = parts.next().unwrap().to_owned();
    assert!(!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{line}");
    let parameter = |part: &str| {
        let (name, value) = part.split_once('=').unwrap();
        (name.to_owned(), value.to_owned())
    };
    Line { name, parameters: parts.map(parameter).collect(), value: value.to_owned() }
}

/// The text of a value of type TEXT: only `\\`, `\;`, `\,` and `\n` are escapes, and bare `;` and `,` do not occur.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next().unwrap() {
                'n' | 'N' => text.push('\n'),
                c @ ('\\' | ';' | ',') => text.push(c),
                other => panic!("no escape: \\{other}"),
            },
            ';' | ',' => panic!("not escaped: {value}"),
            other => text.push(other),
        }
    }
    text
}

fn events(lines: &[Line]) -> Vec<&[Line]> {
    let is = |line: &Line, name: &str| line.name == name && line.value == "VEVENT";
    let begins = lines.iter().enumerate().filter(|(_, line)| is(line, "BEGIN")).map(|(at, _)| at);
    begins
        .map(|begin| {
            let end = begin + lines[begin..].iter().position(|line| is(line, "END")).unwrap();
            &lines[begin + 1..end]
        })
        .collect()
}

fn value<'a>(event: &'a [Line], name: &str) -> &'a Line {
    let mut found = event.iter().filter(|line| line.name == name);
    let line = found.next().unwrap_or_else(|| panic!("no {name} in {event:?}"));
    assert!(found.next().is_none(), "{name} twice");
    line
}

#[test]
fn a_calendar_is_as_rfc_5545_asks() {
    let sittings = [Planned { on: day(1), questions: 7 }, Planned { on: day(3), questions: 12 }];
    let text = calendar(&course(), &sittings, noon(0), WORDS);
    let lines = lines(&text);
    assert_eq!((lines[0].name.as_str(), lines[0].value.as_str()), ("BEGIN", "VCALENDAR"));
    let last = lines.last().unwrap();
    assert_eq!((last.name.as_str(), last.value.as_str()), ("END", "VCALENDAR"));
    assert_eq!(value(&lines, "VERSION").value, "2.0");
    assert!(!value(&lines, "PRODID").value.is_empty());
    let events = events(&lines);
    assert_eq!(events.len(), 2);
    for (event, sitting) in events.iter().zip(&sittings) {
        assert_eq!(value(event, "DTSTAMP").value, "20261123T120000Z");
        let start = value(event, "DTSTART");
        assert_eq!(start.parameters, [("VALUE".to_owned(), "DATE".to_owned())]);
        assert_eq!(start.value, sitting.on.strftime("%Y%m%d").to_string());
        assert!(value(event, "DTEND").value > start.value);
        assert_eq!(unescaped(&value(event, "SUMMARY").value), WORDS.sitting);
        assert_eq!(unescaped(&value(event, "DESCRIPTION").value), (WORDS.task)(sitting.questions));
    }
}

#[test]
fn entries_keep_their_names_so_that_a_newer_file_replaces_them() {
    let sittings = [Planned { on: day(1), questions: 7 }];
    let uid = |text: &str| value(events(&lines(text))[0], "UID").value.clone();
    let earlier = calendar(&course(), &sittings, noon(0), WORDS);
    let later = calendar(&course(), &[Planned { on: day(1), questions: 2 }], noon(1), WORDS);
    assert_eq!(uid(&earlier), uid(&later));
    let other = Course { id: "toinen".into(), ..course() };
    assert_ne!(uid(&earlier), uid(&calendar(&other, &sittings, noon(0), WORDS)));
}

#[test]
fn a_half_year_with_a_target_has_every_date_once_and_the_target_itself() {
    let plan = Plan { target: Some(Target { on: day(150), set_on: MONDAY }), ..Plan::default() };
    let course = Course { plan, ..course() };
    let cards: Vec<_> = (1..=80).map(unknown).collect();
    let ahead = forecast(&cards, &plan, MONDAY, 10);
    let text = calendar(&course, &ahead.sittings, noon(0), WORDS);
    let lines = lines(&text);
    let events = events(&lines);
    assert_eq!(events.len(), ahead.sittings.len() + 1);
    let names: BTreeSet<&str> = events.iter().map(|event| value(event, "UID").value.as_str()).collect();
    assert_eq!(names.len(), events.len());
    assert!(events.iter().any(|event| value(event, "SUMMARY").value == WORDS.target));
}

#[test]
fn a_hostile_name_ends_no_line_and_begins_no_entry() {
    let words = CalendarWords { sitting: "Kurssi\r\nEND:VEVENT\r\nBEGIN:VALARM\\;,\u{7}", ..WORDS };
    let text = calendar(&course(), &[Planned { on: day(1), questions: 1 }], noon(0), words);
    let lines = lines(&text);
    let events = events(&lines);
    assert_eq!(events.len(), 1);
    assert_eq!(unescaped(&value(events[0], "SUMMARY").value), "Kurssi  END:VEVENT  BEGIN:VALARM\\;, ");
    assert!(lines.iter().all(|line| line.value != "VALARM"));
}
