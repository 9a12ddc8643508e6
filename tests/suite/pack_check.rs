//! `perehdytin check` on the command line.

use perehdytin::cli;
use perehdytin::cli::Outcome;

use crate::pack_builder::TestPack;

fn check(words: &[&str], packs: &[&TestPack]) -> Outcome {
    let words = ["perehdytin", "--lang", "en", "check"].into_iter().chain(words.iter().copied());
    cli::run(words.map(Into::into).chain(packs.iter().map(|pack| pack.root().as_os_str().to_owned())))
}

#[test]
fn a_good_pack_is_answered_with_its_measures() {
    let pack = TestPack::good();
    let outcome = check(&[], &[&pack]);
    assert_eq!((outcome.exit, outcome.stderr.as_str()), (0, ""));
    let root = pack.root().display();
    assert_eq!(
        outcome.stdout,
        format!("Fine: 2 themes, 30 min, 3 questions in the room, 2 test questions, 0 warnings: {root}\n")
    );
}

#[test]
fn mistakes_end_with_one_and_their_count() {
    let (good, bad) = (TestPack::good(), TestPack::good());
    bad.change("palaute.ron", "minutes: 10", "minutes: 0");
    let outcome = check(&[], &[&good, &bad]);
    assert_eq!(outcome.exit, 1);
    assert!(outcome.stdout.contains("palaute.ron:28:40"), "{}", outcome.stdout);
    assert!(
        outcome.stdout.ends_with(&format!("1 error, 0 warnings: {}\n", bad.root().display())),
        "{}",
        outcome.stdout
    );
}

#[test]
fn warnings_alone_are_fine() {
    let pack = TestPack::good();
    pack.change("ovella.ron", "\"en\": \"My business\"", "\"en\": \"None of the above\"");
    let outcome = check(&[], &[&pack]);
    assert_eq!(outcome.exit, 0);
    assert!(outcome.stdout.contains("warning[all-of-the-above]"), "{}", outcome.stdout);
}

#[test]
fn what_is_no_pack_at_all_ends_with_two() {
    let pack = TestPack::good();
    std::fs::remove_file(pack.path("course.ron")).unwrap();
    let outcome = check(&[], &[&pack]);
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.contains("there is no such file: course.ron"), "{}", outcome.stderr);
    for (path, words) in [("nowhere", "there is no such folder"), ("profile.ron", "this is not a folder")] {
        let path = pack.path(path);
        let outcome =
            cli::run(["perehdytin", "check", "--lang", "en"].map(Into::into).into_iter().chain([path.into()]));
        assert_eq!(outcome.exit, 2);
        assert!(outcome.stderr.contains(words), "{}", outcome.stderr);
    }
    assert_eq!(check(&[], &[]).exit, 2, "no pack was named");
    assert_eq!(check(&["--format", "xml"], &[&pack]).exit, 2);
}

#[test]
fn an_unreadable_pack_does_not_hide_what_is_said_of_the_others() {
    let (good, bad) = (TestPack::good(), TestPack::good());
    std::fs::remove_file(bad.path("course.ron")).unwrap();
    let outcome = check(&[], &[&good, &bad]);
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stdout.starts_with("Fine: 2 themes"), "{}", outcome.stdout);
    assert!(outcome.stderr.contains("course.ron"), "{}", outcome.stderr);
}

#[test]
fn machines_get_every_finding_with_its_place() {
    let pack = TestPack::good();
    pack.change("palaute.ron", "minutes: 10", "minutes: 0");
    let outcome = check(&["--format", "json"], &[&pack, &TestPack::good()]);
    assert_eq!(outcome.exit, 1);
    let answer: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let (bad, good) = (&answer["packs"][0], &answer["packs"][1]);
    assert_eq!(bad["is_fine"], false);
    assert_eq!(bad["course"], serde_json::Value::Null);
    assert_eq!(
        bad["diagnostics"],
        serde_json::json!([{
            "severity": "error",
            "code": "number-range",
            "file": "palaute.ron",
            "line": 28,
            "column": 40,
            "length": 1,
            "source_line": "        break(id: \"pa-tauko\", minutes: 0, title: {\"fi\": \"Tauko\", \"en\": \"Break\"}),",
            "message": "`minutes` is 0, it may be 1–240",
            "hint": null,
        }])
    );
    assert_eq!(good["is_fine"], true);
    assert_eq!(good["course"]["themes"][1]["id"], "palaute");
    assert_eq!(good["course"]["digest"].as_str().map(str::len), Some(64));
}

#[test]
fn machines_are_told_what_is_unreadable_too() {
    let pack = TestPack::good();
    std::fs::remove_file(pack.path("course.ron")).unwrap();
    let outcome = check(&["--format", "json"], &[&pack]);
    assert_eq!(outcome.exit, 2);
    let answer: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(answer["packs"][0]["diagnostics"][0]["code"], "file-missing");
}
