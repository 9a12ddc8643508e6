//! How long registers are kept: nothing goes before its time, or before it was shown.

use serde_json::Value;

use crate::records_erase::traces;
use crate::records_support::{Desk, file, signer, somebody, stated};

const OY: &str = "Kaivuu Oy";

/// A register that ended in 2021, and one that holds; the validity is 36 months.
fn filled() -> Desk {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    desk.take("vanha.pdf", &stated(1, "2018-01-10", &[somebody("Aino Ahkera", OY), somebody("Eino Ensi", OY)]), &by);
    desk.take("uusi.pdf", &stated(2, "2026-10-12", &[somebody("Eino Ensi", OY)]), &by);
    desk.import(&desk.put("roska.pdf", b"roskaa"));
    desk.accept_all();
    desk
}

fn preview(desk: &Desk) -> (usize, usize) {
    let told = desk.ask(0, &["retention", "preview"]);
    (told["registers"].as_array().unwrap().len(), told["people"].as_array().unwrap().len())
}

fn course(desk: &Desk) -> String {
    desk.ask(0, &["course", "list"])["courses"][0]["course"].as_str().unwrap().to_owned()
}

#[test]
fn nothing_is_erased_before_somebody_sets_a_time_nor_before_that_time_has_passed() {
    let desk = filled();
    assert_eq!(preview(&desk), (0, 0));
    assert_eq!(desk.say(&["retention", "set", "20", "--by", "Salla"]).exit, 0);
    assert_eq!(preview(&desk), (0, 0));
    // The course's own time counts, and not that of all.
    let course = course(&desk);
    assert_eq!(desk.say(&["retention", "set", "2", "--course", &course, "--by", "Salla"]).exit, 0);
    assert_eq!(preview(&desk), (1, 1));
    assert_eq!(desk.say(&["retention", "set", "90", "--course", &course]).exit, 0);
    assert_eq!(preview(&desk), (0, 0));
    assert_eq!(desk.say(&["retention", "clear", "--course", &course]).exit, 0);
    assert_eq!(desk.say(&["retention", "set", "1"]).exit, 0);
    assert_eq!(preview(&desk), (1, 1));
    let told = desk.ask(0, &["retention", "show"]);
    assert_eq!((&told["rules"][0]["years"], &told["rules"][0]["course"]), (&1.into(), &Value::Null));
    // A preview changes nothing.
    assert_eq!(desk.say(&["person", "Aino Ahkera"]).exit, 1);
    for wrong in [&["retention", "set", "101"][..], &["retention", "set", "2", "--course", "ei-ole"]] {
        assert_eq!(desk.say(wrong).exit, 2, "{wrong:?}");
    }
}

#[test]
fn what_was_kept_long_enough_goes_with_everybody_who_was_on_nothing_else() {
    let desk = filled();
    desk.say(&["retention", "set", "1", "--by", "Salla"]);
    let shown = desk.say(&["retention", "preview"]).stdout;
    for phrase in ["valid until 10 January 2021", "Aino Ahkera", "registers: 1, people: 1"] {
        assert!(shown.contains(phrase), "{phrase}: {shown}");
    }
    let done = desk.ask(0, &["retention", "apply", "--by", "Salla"]);
    assert_eq!((&done["erased"], &done["clear"]), (&true.into(), &true.into()));
    assert_eq!(desk.say(&["person", "Aino Ahkera"]).exit, 2);
    assert_eq!(desk.ask(0, &["person", "Eino Ensi"])["valid"], true);
    assert_eq!(traces(&desk.data().join("records"), &["ahkera"]), Vec::<String>::new());
    let check = desk.ask(0, &["check"]);
    assert_eq!((&check["registers"], &check["recovered"]), (&1.into(), &0.into()));
    assert_eq!(preview(&desk), (0, 0));
    // It does not come back by itself with the folder it once came from.
    let again = desk.say(&["import", desk.folder.path().join("in").to_str().unwrap(), "--format", "json"]);
    assert!(again.stdout.contains("\"erased\""), "{}", again.stdout);
    assert_eq!(desk.say(&["person", "Aino Ahkera"]).exit, 2);
    let log = desk.ask(0, &["log"]).to_string();
    for deed in ["retention_set", "retained"] {
        assert!(log.contains(deed), "{deed}: {log}");
    }
}

#[test]
fn a_register_of_a_longer_validity_in_force_is_kept_for_as_long_as_that() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let old = stated(1, "2018-01-10", &[somebody("Aino Ahkera", OY)]);
    desk.take("vanha.pdf", &old, &by);
    let mut newer = stated(2, "2026-10-12", &[somebody("Eino Ensi", OY)]);
    newer.course.revision += 1;
    newer.course.digest = "cd".repeat(32);
    newer.course.validity_months = Some(240);
    desk.put("uusi.pdf", &file(&newer, &by));
    desk.say(&["retention", "set", "1"]);
    assert_eq!(preview(&desk), (1, 1));
    desk.take("uusi.pdf", &newer, &by);
    desk.accept_all();
    assert_eq!(preview(&desk), (0, 0), "by the edition in force it holds until 2038");
}
