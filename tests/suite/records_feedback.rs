//! What was said in sessions, brought together: feedback files taken or set aside, and to which registers they are tied.

use std::path::Path;

use jiff::civil::date;
use perehdytin::register::feedback_file::{FeedbackFile, Round};
use serde_json::{Value, json};

use crate::records_support::{Desk, file, signer, somebody, stated};
use crate::register_alone::Alone;
use crate::register_made::Made;

pub(crate) const DAY: &str = "2026-11-02";

/// What was said by eight people in the session `session`, held on `day`.
pub(crate) fn heard(session: u8, day: &str) -> FeedbackFile {
    let mut file = FeedbackFile::of(&Made::of(8).state()).unwrap();
    file.session = Some(format!("{session:02x}").repeat(16));
    file.id = format!("{session:02x}").repeat(32);
    file.ended_on = day.parse().unwrap();
    file
}

/// Puts a feedback file where it can be imported from, and imports it; what became of it.
#[track_caller]
pub(crate) fn import(desk: &Desk, name: &str, file: &FeedbackFile) -> Value {
    desk.import(&desk.put(name, &file.to_json()))
}

/// Imports `bytes`, which must be set aside; why.
#[track_caller]
fn aside(desk: &Desk, name: &str, bytes: &[u8]) -> Value {
    let became = desk.import(&desk.put(name, bytes));
    assert_eq!(became["became"], "aside", "{name}: {became}");
    assert!(became["words"].as_str().is_some_and(|words| words.len() > 20), "{became}");
    became["why"].clone()
}

fn sources(desk: &Desk) -> Vec<Value> {
    desk.ask(0, &["feedback", "list"])["feedback"].as_array().unwrap().clone()
}

#[test]
fn the_folder_of_a_session_brings_register_and_feedback_and_passes_the_report_over() {
    let desk = Desk::new();
    let register = stated(1, DAY, &[somebody("Aino Ahkera", "Kaivuu Oy"), somebody("Eino Ensi", "Sähkö Oy")]);
    desk.put("tilaisuus/register.pdf", &file(&register, &signer("Taina Tarkka")));
    desk.put("tilaisuus/report.pdf", b"%PDF-1.7 for people");
    desk.put("tilaisuus/participants.csv", b"a;b");
    desk.put("tilaisuus/muuta.json", b"{\"some\": \"other program's\"}");
    desk.put("tilaisuus/feedback.json", &heard(1, DAY).to_json());
    let folder = desk.folder.path().join("in");
    let told = desk.ask(0, &["import", folder.to_str().unwrap(), "--by", "Salla"]);
    assert_eq!((&told["imported"], &told["aside"], &told["passed_over"]), (&json!(2), &json!(0), &json!(3)));
    assert_eq!(sources(&desk)[0]["tie"], "unaccepted");
    desk.accept_all();
    let source = &sources(&desk)[0];
    assert_eq!((&source["tie"], &source["items"]), (&json!("register"), &json!(3)));
    assert_eq!(source["contractors"], json!(["Kaivuu Oy", "Sähkö Oy"]));
    let again = desk.ask(0, &["import", folder.to_str().unwrap()]);
    assert_eq!(again["known"], 2);
    assert_eq!(sources(&desk).len(), 1);
    // It is in the copy as well.
    let copy = desk.folder.path().join("kopio");
    assert_eq!(desk.say(&["backup", copy.to_str().unwrap()]).exit, 0);
    let other = Desk::new();
    assert_eq!(other.say(&["restore", copy.to_str().unwrap()]).exit, 0);
    assert_eq!(sources(&other).len(), 1);
}

#[test]
fn feedback_without_its_register_is_taken_with_a_note_and_tied_when_the_register_comes() {
    let desk = Desk::new();
    let became = import(&desk, "feedback.json", &heard(1, DAY));
    assert_eq!((&became["became"], &became["tie"]), (&json!("heard"), &json!("missing")));
    let text = desk.say(&["feedback", "list"]).stdout;
    assert!(text.contains("not signed") && text.contains("register is missing"), "{text}");
    desk.take("register.pdf", &stated(1, DAY, &[somebody("Aino Ahkera", "Kaivuu Oy")]), &signer("Taina Tarkka"));
    desk.accept_all();
    assert_eq!(sources(&desk)[0]["tie"], "register");
}

#[test]
fn feedback_that_its_accepted_register_contradicts_does_not_count() {
    let desk = Desk::new();
    // It came first; the register that comes later says another day.
    import(&desk, "1.json", &heard(1, "2026-11-03"));
    let by = signer("Taina Tarkka");
    desk.take("1.pdf", &stated(1, DAY, &[somebody("Aino Ahkera", "Kaivuu Oy")]), &by);
    assert_eq!(sources(&desk)[0]["tie"], "missing", "whom nobody accepted cannot contradict");
    desk.accept_all();
    assert_eq!(sources(&desk)[0]["tie"], "contradicts");
    let trends = desk.ask(0, &["trends"]);
    assert_eq!((&trends["ground"]["contradicting"], &trends["occasions"]), (&json!(1), &json!([])));
    // The register came first: then it does not come in at all.
    desk.take("2.pdf", &stated(2, DAY, &[somebody("Aino Ahkera", "Kaivuu Oy")]), &by);
    let mut other = heard(2, DAY);
    other.course.digest = "00".repeat(32);
    assert_eq!(aside(&desk, "2.json", &other.to_json()), json!({"reason": "other_than_register"}));
    assert_eq!(import(&desk, "2b.json", &heard(2, DAY))["tie"], "register");
}

#[test]
fn a_second_file_of_a_session_replaces_nothing_silently() {
    let desk = Desk::new();
    let first = heard(1, DAY);
    import(&desk, "1.json", &first);
    // The same figures in another language are the same.
    let english = FeedbackFile { language: "en".to_owned(), ..first.clone() };
    assert_eq!(import(&desk, "en.json", &english)["became"], "known");
    // Others are not, whether they name the session or the file's own identifier.
    let mut better = first.clone();
    better.theme_questions[0].rounds[0] = Round { answered: 7, right: 7 };
    let reason = json!({"reason": "other_feedback"});
    assert_eq!(aside(&desk, "better.json", &better.to_json()), reason);
    better.id = "ab".repeat(32);
    assert_eq!(aside(&desk, "renamed.json", &better.to_json()), reason);
    assert_eq!(sources(&desk).len(), 1);
    // A person decides which one is right, and can take that back.
    assert_eq!(desk.ask(0, &["feedback", "leave-out", "1", "--by", "Salla"])["left_out"], true);
    assert_eq!(import(&desk, "renamed.json", &better)["became"], "heard");
    let refused = desk.say(&["feedback", "take-back", "1"]);
    assert_eq!(refused.exit, 2);
    assert!(refused.stderr.contains("Feedback file 2"), "{}", refused.stderr);
    assert_eq!(desk.ask(0, &["feedback", "leave-out", "2"])["left_out"], true);
    assert_eq!(desk.ask(0, &["feedback", "take-back", "1"])["left_out"], false);
    let log = desk.ask(0, &["log"]);
    let deeds: Vec<&str> =
        log["log"].as_array().unwrap().iter().filter_map(|line| line["what"]["deed"].as_str()).collect();
    assert_eq!(deeds.iter().filter(|deed| **deed == "left_out").count(), 3, "{deeds:?}");
    assert_eq!(desk.say(&["feedback", "leave-out", "99"]).exit, 2);
}

#[test]
fn files_that_cannot_be_are_set_aside_each_with_its_reason() {
    let desk = Desk::new();
    let good = heard(1, DAY);
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut value = serde_json::to_value(&good).unwrap();
        change(&mut value);
        serde_json::to_vec(&value).unwrap()
    };
    let unfit = |field: &str| json!({"reason": "unfit_feedback", "field": field});
    let (long, deep) = ("x".repeat(30_000), "[".repeat(100_000));
    let many: Vec<Value> = (0..6_000).map(|id| json!({"id": id, "text": "a", "theme": null, "step": null})).collect();
    let questions = |value: &Value| {
        let first = value["theme_questions"][0].clone();
        json!([first, first])
    };
    let cases: Vec<(&str, Vec<u8>, Value)> = vec![
        ("other", b"{\"some\": 1}".to_vec(), json!({"reason": "not_a_register"})),
        ("torn", good.to_json()[..900].to_vec(), json!({"reason": "not_feedback"})),
        (
            "deep",
            format!("{{\"format\": \"perehdytin-feedback\", \"version\": {deep}").into_bytes(),
            json!({"reason": "not_feedback"}),
        ),
        ("field", changed(&|value| value["name"] = json!("Aino")), json!({"reason": "not_feedback"})),
        ("negative", changed(&|value| value["forms"] = json!(-1)), json!({"reason": "not_feedback"})),
        ("newer", changed(&|value| value["version"] = json!(9)), json!({"reason": "newer_feedback", "version": 9})),
        ("id", changed(&|value| value["id"] = json!("../../x")), unfit("id")),
        ("session", changed(&|value| value["session"] = Value::Null), unfit("session")),
        ("alone", changed(&|value| value["form"] = json!("self_study")), unfit("session")),
        ("course", changed(&|value| value["course"]["id"] = json!("")), unfit("course")),
        ("forms", changed(&|value| value["forms"] = json!(4_000_000_000_u32)), unfit("forms")),
        ("counts", changed(&|value| value["feedback"][0]["counts"] = json!([9, 0, 0, 0, 0])), unfit("feedback")),
        ("text", changed(&|value| value["feedback"][1]["texts"][0] = json!(long)), unfit("feedback")),
        ("items", changed(&|value| value["items"] = json!(many)), unfit("themes")),
        ("twice", changed(&|value| value["items"][1]["id"] = value["items"][0]["id"].clone()), unfit("items")),
        (
            "right",
            changed(&|value| value["theme_questions"][0]["rounds"][0]["right"] = json!(8)),
            unfit("theme_questions"),
        ),
        ("again", changed(&|value| value["theme_questions"] = questions(value)), unfit("theme_questions")),
        (
            "first",
            changed(&|value| value["test_questions"][0]["first"] = json!({"answered": 1, "right": 2})),
            unfit("test_questions"),
        ),
        (
            "future",
            changed(&|value| value["ended_on"] = json!("2999-01-01")),
            json!({"reason": "future", "ended_at": "2999-01-01"}),
        ),
        ("rehearsal", changed(&|value| value["rehearsal"] = json!(true)), json!({"reason": "rehearsal"})),
        ("large", [b"{".to_vec(), vec![b' '; 9 * 1024 * 1024]].concat(), json!({"reason": "too_large", "limit": 8})),
    ];
    for (name, bytes, why) in cases {
        assert_eq!(aside(&desk, &format!("{name}.json"), &bytes), why, "{name}");
    }
    assert!(sources(&desk).is_empty());
    // A rehearsal is taken when it is asked for.
    let rehearsal = desk.folder.path().join("in/rehearsal.json");
    assert_eq!(desk.ask(0, &["import", rehearsal.to_str().unwrap(), "--rehearsals"])["imported"], 1);
}

#[test]
fn characters_that_deceive_are_not_shown() {
    let desk = Desk::new();
    let mut heard = heard(1, DAY);
    heard.items[0].text = "Avaimet\u{202e}sisään\n\u{7}ja ulos".to_owned();
    import(&desk, "1.json", &heard);
    let items = desk.ask(0, &["development", "list"]);
    assert_eq!(items["items"][0]["text"], "Avaimetsisään ja ulos");
}

#[test]
fn a_file_of_version_1_is_read_and_takes_its_themes_from_the_register() {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/feedback/version-1.json"));
    let bytes = bytes.unwrap();
    let old = FeedbackFile::from_json(&bytes).unwrap();
    assert_eq!((old.version, old.themes.len(), old.ended_on), (1, 0, date(2026, 9, 1)));
    assert_eq!((old.items[0].id, old.theme_questions[0].first, old.theme_questions[0].text.as_str()), (0, None, ""));
    let desk = Desk::new();
    let path = desk.put("feedback.json", &bytes);
    assert_eq!(desk.ask(0, &["import", path.to_str().unwrap(), "--rehearsals"])["imported"], 1);
    let items = desk.ask(0, &["development", "list"]);
    assert_eq!(items["items"].as_array().unwrap().len(), 3);
    // The first round of a theme's question; of a test, all there is.
    let trends = desk.ask(0, &["trends"]);
    let trend = |id: &str| trends["trends"].as_array().unwrap().iter().find(|trend| trend["id"] == id).unwrap().clone();
    assert_eq!(trend("ovi-auki")["points"][0]["measured"], json!({"answered": 4, "wrong": 2}));
    assert_eq!(trend("k1")["points"][0]["measured"], json!({"answered": 4, "wrong": 1}));
    assert_eq!(trend("ovi-auki")["title"], "ovi-auki", "its words are not told");

    // The same with the register of the session beside it.
    let mut made = heard(1, DAY);
    made.version = 1;
    made.themes.clear();
    let desk = Desk::new();
    desk.take("1.pdf", &stated(1, DAY, &[somebody("Aino Ahkera", "Kaivuu Oy")]), &signer("Taina Tarkka"));
    import(&desk, "1.json", &made);
    let trends = desk.ask(0, &["trends"]);
    let theme = trends["trends"].as_array().unwrap().iter().find(|trend| trend["about"] == "theme").unwrap();
    assert_ne!(theme["title"], theme["id"]);
    assert!(theme["by_revision"][0]["theme_revision"].is_u64(), "{theme}");
    let item = &desk.ask(0, &["development", "list"])["items"][0];
    assert!(!item["theme"].as_str().unwrap().is_empty() && item["theme"] != "teema-1", "{item}");
}

#[test]
fn what_learners_send_of_their_own_is_pooled_by_month_and_tied_to_nobody() {
    let desk = Desk::new();
    let mut sent = FeedbackFile::of(&Alone::new().state()).unwrap();
    for (one, day) in (1_u8..).zip(["2026-10-02", "2026-10-30", "2026-11-02"]) {
        sent.id = format!("{one:02x}").repeat(32);
        sent.ended_on = day.parse().unwrap();
        assert_eq!(import(&desk, &format!("{one}.json"), &sent)["tie"], "alone");
    }
    let trends = desk.ask(0, &["trends", "--kind", "alone"]);
    let occasions = trends["occasions"].as_array().unwrap();
    assert_eq!(occasions.len(), 2, "{occasions:?}");
    assert_eq!((&occasions[0]["day"], &occasions[0]["feedback"]), (&json!("2026-10-30"), &json!([1, 2])));
    assert_eq!(trends["ground"]["alone"], 3);
    let wrong = trends["trends"].as_array().unwrap().iter().find(|trend| trend["id"] == "t2-q").unwrap();
    assert_eq!(wrong["points"][0]["measured"], json!({"answered": 2, "wrong": 2}), "the first answer alone");
    assert_eq!(desk.ask(0, &["trends", "--kind", "room"])["occasions"], json!([]));
}
