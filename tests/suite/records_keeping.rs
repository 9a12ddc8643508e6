//! A person's own data, copies of the records, and bringing them back.

use std::fs;

use serde_json::Value;

use crate::records_support::{Desk, said, signer, somebody, stated};

const OY: &str = "Kaivuu Oy";

fn filled() -> Desk {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let aino = || somebody("Aino Ahkera", OY).with_tax_number("100000000001");
    let eino = || somebody("Eino Ensi", OY).with_tax_number("100000000002");
    desk.take("1.pdf", &stated(1, "2026-10-05", &[aino(), eino()]), &by);
    desk.take("2.pdf", &stated(2, "2026-10-12", &[eino(), aino()]), &by);
    desk.import(&desk.put("roska.pdf", b"roskaa"));
    desk.accept_all();
    desk
}

#[test]
fn everything_on_a_person_is_written_and_nothing_of_others() {
    let desk = filled();
    let text = desk.folder.path().join("aino.txt");
    let outcome = desk.say(&["export", "100000000001", "--out", text.to_str().unwrap(), "--by", "Salla"]);
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    let told = fs::read_to_string(&text).unwrap();
    for known in ["Aino Ahkera", "100000000001", OY, "2026-10-05", "2026-10-12", "signature:", "strokes: [[["] {
        assert!(told.contains(known), "{known} is not in:\n{told}");
    }
    assert!(!told.contains("Eino") && !told.contains("100000000002"), "{told}");
    let json = desk.folder.path().join("aino.json");
    assert_eq!(desk.say(&["export", "aino", "--out", json.to_str().unwrap()]).exit, 0);
    let told: Value = serde_json::from_slice(&fs::read(&json).unwrap()).unwrap();
    assert_eq!(told["rows"].as_array().unwrap().len(), 2);
    assert_eq!((&told["rows"][0]["number"], &told["rows"][1]["number"]), (&1.into(), &2.into()));
    assert_eq!(told["rows"][1]["stated"]["row"]["name"], "Aino Ahkera");
    let log = desk.ask(0, &["log"]);
    assert_eq!((&log["log"][1]["what"]["deed"], &log["log"][1]["by"]), (&"exported".into(), &"Salla".into()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&text).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_copy_is_brought_back_with_everything_in_it() {
    let desk = filled();
    let copy = desk.folder.path().join("kopio");
    let outcome = desk.say(&["backup", copy.to_str().unwrap()]);
    assert_eq!((outcome.exit, outcome.stderr.as_str()), (0, ""));
    let again = desk.say(&["backup", copy.to_str().unwrap()]);
    assert_eq!(again.exit, 2, "it was written over");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(copy.join("records.sqlite")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let names: Vec<_> = fs::read_dir(&copy).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "{names:?}");

    let elsewhere = desk.folder.path().join("toinen");
    let outcome = said(&elsewhere, &["restore", copy.to_str().unwrap()]);
    assert_eq!((outcome.exit, outcome.stdout.as_str()), (0, "Restored 2 registers.\n"), "{}", outcome.stderr);
    for words in [&["person", "aino"][..], &["signers"], &["aside"], &["contractor", OY]] {
        let there = said(&elsewhere, words).stdout.replace(elsewhere.to_str().unwrap(), "");
        assert_eq!(there, desk.say(words).stdout.replace(desk.data().to_str().unwrap(), ""), "{words:?}");
    }
    assert_eq!(said(&elsewhere, &["check"]).exit, 0);
    // What came after the copy is not thrown away unasked.
    let refused = said(&elsewhere, &["restore", copy.to_str().unwrap()]);
    assert_eq!((refused.exit, refused.stderr.contains("--replace")), (2, true), "{}", refused.stderr);
    assert_eq!(said(&elsewhere, &["restore", copy.to_str().unwrap(), "--replace"]).exit, 0);
    let kept = fs::read_dir(&elsewhere)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("records-before-"));
    assert_eq!(kept.count(), 1);
}

#[test]
fn a_damaged_copy_is_not_brought_back_and_what_is_there_stays() {
    let desk = filled();
    let copy = desk.folder.path().join("kopio");
    assert_eq!(desk.say(&["backup", copy.to_str().unwrap()]).exit, 0);
    let folder = fs::read_dir(copy.join("files")).unwrap().next().unwrap().unwrap().path();
    let file = fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    perehdytin::files::write_atomically(&file, b"%PDF-1.4 another").unwrap();
    let before = desk.say(&["signers"]).stdout;
    let outcome = desk.say(&["restore", copy.to_str().unwrap(), "--replace"]);
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.contains("damaged"), "{}", outcome.stderr);
    assert_eq!(desk.say(&["signers"]).stdout, before);
    let none = desk.folder.path().join("ei-ole");
    assert_eq!(desk.say(&["restore", none.to_str().unwrap(), "--replace"]).exit, 2);
}
