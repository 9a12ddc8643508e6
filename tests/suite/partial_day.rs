//! The partial induction from end to end, through the real commands: due, assigned, held, imported, valid again.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use perehdytin::cli;
use perehdytin::cli::Outcome;
use perehdytin::records::Assignment;
use serde_json::{Value, json};

use crate::new_session::shipped_course;
use crate::records_answers::copy_raised;
use crate::records_support::{Desk, signer, somebody, stated, stated_of};

/// The shipped course, and its next edition in which the first two themes are others.
fn courses(desk: &Desk) -> (PathBuf, PathBuf) {
    let first = shipped_course();
    let next = desk.folder.path().join("uusi");
    copy_raised(&first, &next, 2);
    let course = next.join("course.ron");
    let text = std::fs::read_to_string(&course).unwrap();
    assert!(text.contains("revision: 1,"));
    std::fs::write(&course, text.replacen("revision: 1,", "revision: 2,", 1)).unwrap();
    (first, next)
}

fn says(words: &[&str]) -> Outcome {
    cli::run(["perehdytin", "--lang", "en"].iter().chain(words).map(OsString::from))
}

/// Rehearses, and imports the register as its signer is accepted.
fn held(desk: &Desk, pack: &Path, out: &str, more: &[&str]) -> Value {
    let out = desk.folder.path().join(out);
    let words =
        [&["rehearse", pack.to_str().unwrap(), "--out", out.to_str().unwrap(), "--format", "json"], more].concat();
    let outcome = says(&words);
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    let register = out.join("register.pdf");
    desk.ask(0, &["import", "--rehearsals", register.to_str().unwrap()]);
    desk.accept_all();
    serde_json::from_str(&outcome.stdout).unwrap()
}

/// The themes that somebody lacks; none when they are valid.
fn lacks(desk: &Desk, who: &str) -> Vec<String> {
    let outcome = desk.say(&["person", who, "--format", "json"]);
    let told: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(told["valid"], json!(outcome.exit == 0));
    let themes = told["courses"][0]["themes"].as_array().unwrap().iter().filter(|theme| theme["held"] == false);
    themes.map(|theme| theme["theme"].as_str().unwrap().to_owned()).collect()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

#[test]
fn who_is_due_for_two_themes_is_valid_again_after_these_alone() {
    let desk = Desk::new();
    let (first, next) = courses(&desk);
    desk.ask(0, &["course", "add", first.to_str().unwrap(), "--since", "2026-01-01"]);
    held(&desk, &first, "koko", &["--participants", "4", "--seed", "5"]);
    let everybody: Vec<String> = (1..=4).map(|id| format!("#{id}")).collect();
    let (whole, others): (Vec<&String>, Vec<&String>) = everybody.iter().partition(|who| lacks(&desk, who).is_empty());
    assert!(whole.len() >= 2 && !others.is_empty(), "{whole:?} {others:?}");

    desk.ask(0, &["course", "add", next.to_str().unwrap(), "--since", "2026-08-01"]);
    let file = desk.folder.path().join("huone.perehdytys");
    let of = |people: &[&String], file: &Path| {
        let people: Vec<&str> = people.iter().flat_map(|who| ["--person", who.as_str()]).collect();
        desk.ask(0, &[&["assign", "--out", file.to_str().unwrap()], &people[..]].concat())
    };
    for who in &whole {
        assert_eq!(lacks(&desk, who), ["hyva-palvelu", "kenen-asialla"]);
    }
    let told = of(&whole, &file);
    assert_eq!(texts(&told["themes"]), ["hyva-palvelu", "kenen-asialla"]);
    assert_eq!(told["people"].as_array().unwrap().len(), whole.len());
    let assignment = Assignment::read(&file).unwrap();
    let part = perehdytin::pack::load(&next).unwrap().pack.part(&["hyva-palvelu".into(), "kenen-asialla".into()]);
    let minutes: u32 = part.themes.iter().map(|theme| theme.planned_minutes()).sum();
    assert_eq!((assignment.minutes, assignment.test_minutes), (minutes, part.final_test.map(|test| test.minutes)));
    assert!(assignment.people.iter().all(|person| person.identifier.is_none()));

    // The old edition of the course cannot give what is asked.
    let out = desk.folder.path().join("vanha");
    let assigned = ["--assignment", file.to_str().unwrap()];
    let words = [&["rehearse", first.to_str().unwrap(), "--out", out.to_str().unwrap()], &assigned[..]].concat();
    let outcome = says(&words);
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.contains("revision 2 of the course, but you have revision 1"), "{}", outcome.stderr);
    assert!(!out.exists());

    // A room of these two themes, for these people.
    let room = held(&desk, &next, "huone", &assigned);
    assert_eq!(texts(&room["themes"]), ["hyva-palvelu", "kenen-asialla"]);
    assert_eq!(room["participants"], whole.len());
    for who in &whole {
        assert!(lacks(&desk, who).is_empty(), "{who}");
        let evidence = &desk.ask(0, &["person", who])["courses"][0]["evidence"];
        assert_eq!(evidence.as_array().unwrap().len(), 2);
    }
    let again = of_nobody(&desk, &whole, &file);
    assert!(again.contains("Nobody lacks anything"), "{again}");

    // Somebody who lacked more studies what they lack alone.
    let alone = desk.folder.path().join("yksin.perehdytys");
    let told = of(&others[..1], &alone);
    let asked = texts(&told["themes"]);
    assert!(asked.len() >= 2 && asked == lacks(&desk, others[0]), "{asked:?}");
    let study = held(&desk, &next, "yksin", &["--self-study", "--assignment", alone.to_str().unwrap()]);
    assert_eq!(study["themes"], told["themes"]);
    assert!(lacks(&desk, others[0]).is_empty());
    let verified = says(&["verify", desk.folder.path().join("yksin/register.pdf").to_str().unwrap()]);
    if asked.len() < 12 {
        let said = format!("only {} of the course’s 12 themes", asked.len());
        assert!(verified.stdout.contains(&said), "{}", verified.stdout);
    }
}

fn of_nobody(desk: &Desk, people: &[&String], file: &Path) -> String {
    let people: Vec<&str> = people.iter().flat_map(|who| ["--person", who.as_str()]).collect();
    let outcome = desk.say(&[&["assign", "--out", file.to_str().unwrap()], &people[..]].concat());
    assert_eq!(outcome.exit, 1);
    outcome.stdout
}

#[test]
fn who_failed_is_assigned_the_test_alone_and_is_valid_once_they_pass_it_without_the_themes() {
    const OY: &str = "Kaivuu Oy";
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let people = [somebody("Aino Ahkera", OY).failed(), somebody("Eino Ensi", OY).missing(&[0]).failed()];
    let first = stated(1, "2026-10-05", &people);
    let themes: Vec<&str> = first.themes.iter().map(|theme| theme.id.as_str()).collect();
    let others = &themes[1..];
    desk.take("eka.pdf", &first, &by);
    desk.accept_all();
    let due = desk.ask(0, &["due"]);
    let minutes = |at: usize| due["courses"][0]["due"][at]["minutes_to_attend"].as_u64().unwrap();
    let first_minutes = u64::from(first.themes[0].planned_minutes);
    assert_eq!((minutes(0), minutes(1)), (0, first_minutes), "nobody sits through what they attended: {due}");

    let file = desk.folder.path().join("koe.perehdytys");
    let words = ["assign", "--contractor", OY, "--out", file.to_str().unwrap()];
    let told = desk.ask(0, &words);
    assert_eq!(texts(&told["themes"]), themes, "the test asks of all of them");
    assert_eq!(
        (texts(&told["people"][0]["only_test"]), texts(&told["people"][1]["only_test"])),
        (themes.clone(), others.to_vec())
    );
    assert_eq!(told["minutes"], first_minutes);
    let said = desk.say(&words).stdout;
    for part in [
        "Aino Ahkera, Kaivuu Oy: only the final test, the themes were attended",
        "and the final test of the themes already attended",
        "may come to a session for the test alone",
    ] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    let tested: Vec<String> = Assignment::read(&file).unwrap().only_tested().map(|theme| theme.id.clone()).collect();
    assert_eq!(tested, others);

    // They come to the room for the test, and Eino a while before it.
    let aino = somebody("Aino Ahkera", OY).missing(&(0..themes.len()).collect::<Vec<_>>());
    let eino = somebody("Eino Ensi", OY).missing(&(1..themes.len()).collect::<Vec<_>>());
    desk.take("toka.pdf", &stated(2, "2026-10-20", &[aino, eino]), &by);
    assert!(lacks(&desk, "aino").is_empty() && lacks(&desk, "eino").is_empty());
}

#[test]
fn a_test_that_is_passed_in_a_session_of_a_part_mends_that_part() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let first = stated(1, "2026-10-05", &[somebody("Aino Ahkera", "Kaivuu Oy").failed()]);
    let themes: Vec<&str> = first.themes.iter().map(|theme| theme.id.as_str()).collect();
    desk.take("eka.pdf", &first, &by);
    desk.accept_all();
    let aino = somebody("Aino Ahkera", "Kaivuu Oy").missing(&[0, 1]);
    desk.take("toka.pdf", &stated_of(&themes[1..3], 2, "2026-10-20", &[aino]), &by);
    let left: Vec<&str> = themes.iter().copied().filter(|theme| !themes[1..3].contains(theme)).collect();
    assert_eq!(lacks(&desk, "aino"), left);
}

/// An assignment of two people, as the command writes it.
fn written() -> Value {
    json!({
        "format": "perehdytin-assignment",
        "version": 1,
        "made_on": "2026-11-23",
        "course": {"id": "kurssi", "title": {"fi": "Kurssi"}, "revision": 2, "digest": "ab".repeat(32)},
        "themes": [
            {"id": "yksi", "title": {"fi": "Yksi"}, "revision": 2, "minutes": 10},
            {"id": "kaksi", "title": {"fi": "Kaksi"}, "revision": 1, "minutes": 8},
        ],
        "minutes": 18,
        "test_minutes": 5,
        "people": [
            {"name": "Aino Ahkera", "company": "Kaivuu Oy", "themes": ["yksi"]},
            {"name": "Eino Ensi", "company": "Kaivuu Oy", "identifier": "123", "themes": ["yksi", "kaksi"]},
        ],
    })
}

#[track_caller]
fn read(file: &Value) -> Result<Assignment, String> {
    let bytes = serde_json::to_vec(file).unwrap();
    Assignment::from_json(&bytes).map_err(|error| error.message("tehtävä.perehdytys").text(perehdytin::i18n::Lang::En))
}

#[test]
fn an_assignment_is_read_as_it_was_written() {
    let assignment = read(&written()).unwrap();
    assert_eq!((assignment.themes.len(), assignment.people.len(), assignment.all_minutes()), (2, 2, 23));
    let again = Assignment::from_json(&assignment.to_json()).unwrap();
    assert_eq!(again, assignment);
    let marked = [b"\xef\xbb\xbf".as_slice(), &assignment.to_json()].concat();
    assert_eq!(Assignment::from_json(&marked).unwrap(), assignment);
    assert_eq!(assignment.expected()[1].identifier.as_deref(), Some("123"));
}

#[test]
fn each_field_that_cannot_be_used_is_named_with_the_file() {
    let change = |path: &str, value: Value| {
        let mut file = written();
        *file.pointer_mut(path).unwrap_or_else(|| panic!("{path}")) = value;
        read(&file).unwrap_err()
    };
    for (path, value, field) in [
        ("/made_on", json!("eilen"), "made_on"),
        ("/course/id", json!(""), "course.id"),
        ("/course/revision", json!(-1), "course.revision"),
        ("/course/title", json!({}), "course.title"),
        ("/themes", json!([]), "themes"),
        ("/themes/1/id", json!("yksi"), "themes"),
        ("/themes/1/minutes", json!(1e9), "themes[2].minutes"),
        ("/themes/0", json!("yksi"), "themes[1]"),
        ("/minutes", json!("18"), "minutes"),
        ("/people/0/name", json!("Aino\u{202e}"), "people[1].name"),
        ("/people/0/name", json!("A".repeat(500)), "people[1].name"),
        ("/people/1/themes", json!(["kolme"]), "people[2].themes"),
        ("/people/1/themes", json!([]), "people[2].themes"),
        ("/people/1/identifier", json!(7), "people[2].identifier"),
        ("/version", json!("1"), "version"),
    ] {
        let said = change(path, value);
        let named = format!("field {field} is missing");
        assert!(said.contains(&named) && said.contains("tehtävä.perehdytys"), "{path}: {said}");
    }
    let mut unknown = written();
    unknown["people"][0]["nmae"] = json!("x");
    assert!(read(&unknown).unwrap_err().contains("people[1].nmae"));
    let mut missing = written();
    missing.as_object_mut().unwrap().remove("course");
    assert!(read(&missing).unwrap_err().contains("field course"));
    assert!(change("/version", json!(2)).contains("newer program"));
    let many: Vec<Value> = (0..5_001).map(|_| written()["people"][0].clone()).collect();
    assert!(change("/people", json!(many)).contains("field people"));
}

#[test]
fn something_else_is_no_assignment() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    for bytes in [&b""[..], b"%PDF-1.7", b"{}", b"[]", b"{\"format\": \"perehdytin-register\"}", deep.as_bytes()] {
        let error = Assignment::from_json(bytes).unwrap_err();
        let said = error.message("x").text(perehdytin::i18n::Lang::En);
        assert!(said.contains("no assignment"), "{said}");
    }
}
