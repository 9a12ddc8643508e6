//! Development items with owner, state and day; and trends over sessions and revisions, on the command line.

use calamine::Reader as _;
use perehdytin::register::feedback_file::{FeedbackFile, Round};
use serde_json::{Value, json};

use crate::records_feedback::{heard, import};
use crate::records_support::{Desk, signer, somebody, stated};

fn texts(told: &Value) -> Vec<&str> {
    told["items"].as_array().unwrap().iter().map(|item| item["text"].as_str().unwrap()).collect()
}

/// Two sessions with their registers, of two contractors.
fn filled() -> Desk {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    for (session, day, company) in [(1, "2026-10-05", "Kaivuu Oy"), (2, "2026-11-02", "Sähkö Oy")] {
        desk.take(&format!("{session}.pdf"), &stated(session, day, &[somebody("Aino Ahkera", company)]), &by);
        let mut said = heard(session, day);
        for item in &mut said.items {
            item.text = format!("{} ({session})", item.text);
        }
        import(&desk, &format!("{session}.json"), &said);
    }
    desk.accept_all();
    desk
}

#[test]
fn development_items_of_all_sessions_are_listed_and_narrowed_down() {
    let desk = filled();
    let all = desk.ask(0, &["development", "list"]);
    assert_eq!(texts(&all).len(), 6);
    assert_eq!(all["items"][0]["day"], "2026-11-02", "the newest session first");
    let count = |words: &[&str]| texts(&desk.ask(0, &[&["development", "list"], words].concat())).len();
    assert_eq!(count(&["--contractor", "KAIVUU OY"]), 3);
    assert_eq!(count(&["--session", "0202"]), 3);
    assert_eq!(count(&["--course", "toinen"]), 0);
    assert_eq!(count(&["--words", "sähkö"]), 3);
    assert_eq!(count(&["--state", "done"]), 0);
    assert_eq!(desk.say(&["development", "list", "--contractor", "Ei kukaan"]).stdout, "No development items found.\n");
}

#[test]
fn an_item_gets_owner_state_and_day_and_its_history_tells_who_did_what() {
    let desk = filled();
    let id = desk.ask(0, &["development", "list"])["items"][0]["item"].to_string();
    let set = |words: &[&str]| desk.ask(0, &[&["development", "set", id.as_str()], words].concat());
    let item = set(&["--owner", "Maija Mainio", "--state", "agreed", "--due", "2026-12-31", "--by", "Salla"]);
    assert_eq!(
        (&item["owner"], &item["state"], &item["due"]),
        (&json!("Maija Mainio"), &json!("agreed"), &json!("2026-12-31"))
    );
    set(&["--state", "in-work", "--note", "Tilattu painosta", "--by", "Maija"]);
    // The same once more changes nothing, and is no news.
    set(&["--state", "in-work", "--by", "Maija"]);
    let item = set(&["--owner", "", "--no-due", "--by", "Salla"]);
    assert_eq!((&item["owner"], &item["due"], &item["note"]), (&json!(""), &Value::Null, &json!("Tilattu painosta")));
    let history = desk.ask(0, &["development", "history", &id]);
    let who: Vec<&str> = history["changes"].as_array().unwrap().iter().map(|one| one["by"].as_str().unwrap()).collect();
    assert_eq!(who, ["Salla", "Maija", "Salla"]);
    assert_eq!(history["changes"][0]["words"], "state: Agreed · owner: Maija Mainio · due: 31 December 2026");
    assert_eq!(history["changes"][1]["change"], json!({"state": "in_work", "note": "Tilattu painosta"}));
    assert_eq!(desk.ask(0, &["log"])["log"][0]["what"]["deed"], "developed");
    let open = desk.ask(0, &["development", "list", "--open", "--state", "in-work"]);
    assert_eq!(texts(&open).len(), 1);
    // Nothing to set, nobody to set it of, too much of a name.
    assert_eq!(desk.say(&["development", "set", &id]).exit, 2);
    assert_eq!(desk.say(&["development", "set", "99", "--state", "done"]).exit, 2);
    let long = "x".repeat(121);
    let refused = desk.say(&["development", "set", &id, "--owner", &long]);
    assert!(refused.exit == 2 && refused.stderr.contains("120"), "{}", refused.stderr);
}

#[test]
fn items_leave_as_a_workbook_and_as_csv_without_formulas() {
    let desk = filled();
    let mut said = heard(3, "2026-11-09");
    said.items[0].text = "=HYPERLINK(\"http://paha.example\")".to_owned();
    import(&desk, "3.json", &said);
    let path = |name: &str| desk.folder.path().join(name);
    for name in ["kohteet.xlsx", "kohteet.csv"] {
        let out = path(name);
        let outcome = desk.say(&["development", "list", "--out", out.to_str().unwrap()]);
        assert_eq!((outcome.exit, outcome.stdout.contains("9 development items")), (0, true), "{}", outcome.stderr);
    }
    let csv = std::fs::read_to_string(path("kohteet.csv")).unwrap();
    assert_eq!(csv.lines().count(), 10);
    assert!(csv.contains("'=HYPERLINK") && csv.contains("Kaivuu Oy"), "{csv}");
    let mut workbook: calamine::Xlsx<_> = calamine::open_workbook(path("kohteet.xlsx")).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.height(), 10);
    assert_eq!(sheet.get_value((1, 1)).unwrap().to_string(), "=HYPERLINK(\"http://paha.example\")");
    assert!(workbook.worksheet_formula("Development items").unwrap().is_empty());
    let other = desk.say(&["development", "list", "--out", path("kohteet.pdf").to_str().unwrap()]);
    assert!(other.exit == 2 && other.stderr.contains(".xlsx or .csv"), "{}", other.stderr);
}

/// A session of twenty answers to the first question of the first theme, `wrong` of them wrong.
pub(crate) fn session(number: u8, day: &str, revision: u32, wrong: u32) -> FeedbackFile {
    let mut said = heard(number, day);
    said.course.revision = revision;
    said.themes[0].revision = revision;
    let answers = Round { answered: 20, right: 20 - wrong };
    said.theme_questions[0].first = Some(answers);
    said.theme_questions[0].rounds = vec![answers];
    said
}

#[test]
fn trends_tell_which_question_is_missed_and_that_it_got_better_after_a_revision() {
    let desk = Desk::new();
    for (number, day, revision, wrong) in
        [(4, "2026-11-02", 5, 3), (1, "2026-09-01", 4, 13), (3, "2026-10-12", 5, 4), (2, "2026-09-14", 4, 12)]
    {
        import(&desk, &format!("{number}.json"), &session(number, day, revision, wrong));
    }
    let question = heard(1, "2026-09-01").theme_questions[0].clone();
    let told = desk.ask(0, &["trends"]);
    assert_eq!(told["signed"], false);
    let revisions: Vec<&Value> = told["occasions"].as_array().unwrap().iter().map(|one| &one["revision"]).collect();
    assert_eq!(revisions, [4, 4, 5, 5], "in time order, however they came");
    let of = |id: &str, about: &str| {
        let all = told["trends"].as_array().unwrap();
        all.iter().find(|trend| trend["id"] == id && trend["about"] == about).unwrap().clone()
    };
    let trend = of(&question.id, "question");
    let points: Vec<&Value> = trend["points"].as_array().unwrap().iter().map(|one| &one["measured"]["wrong"]).collect();
    assert_eq!(points, [13, 12, 4, 3]);
    assert_eq!(trend["by_revision"][0]["measured"], json!({"answered": 40, "wrong": 25}));
    assert_eq!(trend["by_revision"][1]["measured"], json!({"answered": 40, "wrong": 7}));
    assert_eq!((&trend["verdict"], &trend["theme_revised"]), (&json!("better"), &json!(true)));
    assert_eq!(trend["title"], question.text.as_str());
    assert_eq!(of(&question.theme, "theme")["verdict"], "better");
    assert_eq!(told["ratings"][0]["by_revision"][1]["measured"]["counts"], json!([0, 4, 4, 4, 4]));
    assert_eq!(told["ratings"][0]["verdict"], "unclear");
    assert_eq!(told["said"].as_array().unwrap().len(), 8);

    let text = desk.say(&["trends", "--question", &question.id]).stdout;
    assert!(text.contains("revision 4: 63 % wrong (25 of 40) → revision 5: 18 % wrong (7 of 40): better"), "{text}");
    assert!(text.contains("2 November 2026: revision 5: 15 % wrong (3 of 20)"), "{text}");
    assert!(text.contains("not signed"), "{text}");
    assert_eq!(desk.say(&["trends", "--question", "ei-ole"]).exit, 2);
    assert_eq!(desk.say(&["trends", "--course", "ei-ole"]).exit, 2);
    assert_eq!(Desk::new().ask(1, &["trends"])["course"], Value::Null);
}
