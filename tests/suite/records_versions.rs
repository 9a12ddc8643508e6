//! Records that older versions wrote answer as they did: what is in the fixtures is never written anew.

use std::path::Path;

use perehdytin::files::DataFolder;
use perehdytin::records::{Day, Records};
use rusqlite::Connection;
use serde_json::Value;

use crate::records_support::Desk;

/// What was asked of the records of version 1, and what that version answered.
const ANSWERS_1: &str = include_str!("../fixtures/records/version-1-answers.json");

fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records").join(name)
}

/// A data folder whose records are a copy of the fixture.
fn desk_with(name: &str) -> Desk {
    let desk = Desk::new();
    let folder = desk.data().join("records");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(fixture(name), folder.join("records.sqlite")).unwrap();
    desk
}

/// Whether `told` says at least what `known` does; a newer version may tell more. Where it does not, the place is told.
fn says(told: &Value, known: &Value, at: &str) -> Result<(), String> {
    match (told, known) {
        (Value::Object(told), Value::Object(known)) => {
            known.iter().try_for_each(|(key, known)| says(&told[key], known, &format!("{at}.{key}")))
        }
        (Value::Array(told), Value::Array(known)) if told.len() == known.len() => (0..)
            .zip(told.iter().zip(known))
            .try_for_each(|(n, (told, known))| says(told, known, &format!("{at}[{n}]"))),
        _ if told == known => Ok(()),
        _ => Err(format!("{at}: {told} and not {known}")),
    }
}

fn in_one_order(found: &mut Value) {
    found.as_array_mut().unwrap().sort_by_key(|hit| ["name", "company", "person"].map(|key| hit[key].to_string()));
}

fn pragma(database: &Path, name: &str) -> i64 {
    Connection::open(database).unwrap().pragma_query_value(None, name, |row| row.get(0)).unwrap()
}

#[test]
fn records_of_version_1_become_those_of_this_version_and_answer_the_same() {
    let desk = desk_with("version-1-answers.sqlite");
    let database = desk.data().join("records/records.sqlite");
    assert_eq!(pragma(&database, "user_version"), 1);
    let answers: Value = serde_json::from_str(ANSWERS_1).unwrap();
    let answers = answers.as_array().unwrap();
    assert!(answers.len() > 10);
    for answer in answers {
        let words: Vec<&str> = answer["asked"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        let exit = u8::try_from(answer["exit"].as_u64().unwrap()).unwrap();
        let (mut told, mut known) = (desk.ask(exit, &words), answer["answer"].clone());
        if words[0] == "search" {
            // Who is found stays; in which order, a newer version may know better.
            in_one_order(&mut told["found"]);
            in_one_order(&mut known["found"]);
        }
        says(&told, &known, "").unwrap_or_else(|other| panic!("{words:?}: {other}"));
    }
    assert!(pragma(&database, "user_version") > 1, "it was not brought up to this version");
    let connection = Connection::open(&database).unwrap();
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
}

#[test]
fn the_numbers_of_all_contractors_are_those_that_version_1_kept() {
    let desk = desk_with("version-1-answers.sqlite");
    let records = Records::open(&DataFolder::open(desk.data()).unwrap()).unwrap();
    let course = records.courses().unwrap()[0].edition.course.clone();
    let sums = |day: &str| -> Vec<(String, [u32; 5])> {
        let sums = records.contractors(&course, Day::of(day.parse().unwrap())).unwrap();
        sums.into_iter().map(|sum| (sum.name, [sum.valid, sum.alone, sum.due, sum.failed, sum.unaccepted])).collect()
    };
    let expected = |numbers: [[u32; 5]; 3]| -> Vec<(String, [u32; 5])> {
        ["Kaivuu Oy", "Putki Ab", "Sähkö Oy"].map(str::to_owned).into_iter().zip(numbers).collect()
    };
    assert_eq!(sums("2026-11-15"), expected([[1, 0, 1, 1, 0], [0, 0, 1, 0, 2], [2, 0, 1, 0, 0]]));
    // Three years on, nobody is valid any more.
    assert_eq!(sums("2030-01-01"), expected([[0, 0, 2, 1, 0], [0, 0, 1, 0, 2], [0, 0, 3, 0, 0]]));
}
