//! Registers that are more than a room's: studied alone, resting on earlier ones, countersigned; and what they say of
//! past days.

use jiff::civil::date;
use perehdytin::register::facts::{Facts, MadeBy, Written, facts};
use serde_json::Value;

use crate::countersign_command::with_key;
use crate::records_support::{Desk, bound, file, signer, somebody, stated};
use crate::register_alone::Alone;
use crate::verify_command::{perehdytin, said};

const OY: &str = "Kaivuu ja Kaapeli Oy";

/// What the register of a self-study states, with the credits it was begun with.
fn alone(made: &Alone) -> Facts {
    let written = Written { journal_length: 80, journal_head: "cd".repeat(32), made_by: MadeBy::this_program() };
    facts(&made.state(), written).unwrap()
}

fn course(told: &Value) -> &Value {
    &told["courses"][0]
}

#[test]
fn who_studied_alone_is_valid_and_told_apart() {
    let desk = Desk::new();
    let made = Alone::new();
    let stated = alone(&made);
    assert!(stated.is_self_study());
    desk.take("a.pdf", &stated, &signer("Aino Ahkera"));
    desk.accept_all();
    let told = desk.ask(0, &["person", "aino ahkera"]);
    assert_eq!((&course(&told)["state"], &course(&told)["self_study_only"]), (&"valid".into(), &true.into()));
    let text = desk.say(&["person", "aino ahkera"]).stdout;
    assert!(text.to_lowercase().contains("self-study") || text.to_lowercase().contains("alone"), "{text}");
    let sums = desk.ask(0, &["contractor"]);
    let sum = &course(&sums)["contractors"][0];
    assert_eq!((&sum["valid"], &sum["self_study_only"]), (&1.into(), &1.into()));
    // A room on top of it, and it is no longer the study alone that she rests on.
    let mut room = crate::records_support::stated(7, "2026-11-22", &[somebody("Aino Ahkera", OY)]);
    room.ended_at = stated.ended_at.clone();
    desk.take("b.pdf", &bound(room), &signer("Taina Tarkka"));
    desk.accept_all();
    assert_eq!(desk.ask(0, &["person", "aino ahkera"])["valid"], true);
}

#[test]
fn a_credited_theme_counts_once_the_signer_of_the_earlier_register_does() {
    let desk = Desk::new();
    let taina = signer("Taina Tarkka");
    let mut stated = alone(&Alone::new().with_credits(&["teema-1", "teema-2"], date(2026, 3, 2)));
    for theme in &mut stated.participants[0].themes_credited {
        theme.ground.fingerprint.clone_from(&taina.fingerprint().0);
    }
    desk.take("a.pdf", &bound(stated), &signer("Aino Ahkera"));
    let accept = |name: &str| {
        let signers = desk.ask(0, &["signers"]);
        let signer = signers["signers"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap().clone();
        desk.ask(0, &["accept", signer["fingerprint"].as_str().unwrap()]);
    };
    accept("Aino Ahkera");
    let told = desk.ask(1, &["person", "aino"]);
    let lacking: Vec<&str> = course(&told)["themes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|theme| theme["held"] == false)
        .map(|theme| theme["theme"].as_str().unwrap())
        .collect();
    assert_eq!(lacking, ["teema-1", "teema-2"]);
    // Nobody has sent the earlier register; its signer is known from this one.
    let fingerprint = taina.fingerprint().0;
    desk.ask(0, &["accept", &fingerprint]);
    let told = desk.ask(0, &["person", "aino"]);
    // As old as the earlier attendance, three years from it.
    assert_eq!((&told["valid"], &course(&told)["until"]), (&true.into(), &"2029-03-02".into()));
}

#[test]
fn a_countersigned_copy_takes_the_place_of_its_register_and_both_are_kept() {
    let folder = with_key();
    let words = ["countersign", "register.pdf", "--identity", "key.p12", "--trust", "trust.json"];
    let output =
        perehdytin(folder.path(), &[&words[..], &["--passphrase-file", "word", "--out", "signed.pdf"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let (plain, signed) = (folder.path().join("register.pdf"), folder.path().join("signed.pdf"));

    let desk = Desk::new();
    let first = desk.import(&plain);
    assert_eq!((&first["became"], &first["people"]), (&"imported".into(), &3.into()));
    desk.accept_all();
    let before = desk.ask(0, &["contractor"]);
    let second = desk.import(&signed);
    assert_eq!((&second["became"], &second["replacing"]), (&"imported".into(), &true.into()), "{second}");
    // The countersigner vouches for nothing here, and takes nothing away: nobody need accept them.
    assert_eq!(desk.ask(0, &["contractor"]), before);
    let signers = desk.ask(0, &["signers"]);
    let names: Vec<&Value> = signers["signers"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["Taina Tarkka"]);
    assert_eq!((&signers["signers"][0]["registers"], &signers["signers"][0]["people"]), (&1.into(), &3.into()));
    // The newer file is the evidence, and both are there.
    let due = desk.ask(0, &["search", "kaivuu"]);
    let person = due["found"].as_array().unwrap().iter().find_map(|hit| hit["person"].as_i64()).unwrap();
    let told = desk.say(&["person", &format!("#{person}"), "--format", "json"]);
    let told: Value = serde_json::from_str(&told.stdout).unwrap();
    let evidence = course(&told)["evidence"].as_array().unwrap();
    assert_eq!((evidence.len(), &evidence[0]["register"]), (1, &second["digest"]));
    let check = desk.ask(0, &["check"]);
    assert_eq!((&check["registers"], &check["missing"]), (&2.into(), &Value::Array(Vec::new())));
    assert_eq!(desk.import(&plain)["became"], "known");

    // The other way round, the countersigned one stays in its place.
    let desk = Desk::new();
    assert_eq!(desk.import(&signed)["became"], "imported");
    assert_eq!(desk.import(&plain)["became"], "older");
    assert_eq!(desk.ask(0, &["signers"])["signers"][0]["registers"], 1);
}

/// The states of all contractors on a day, counted.
fn counted(desk: &Desk, day: &[&str]) -> Vec<[i64; 3]> {
    let told = desk.ask(0, &[&["contractor"], day].concat());
    let contractors = course(&told)["contractors"].as_array().unwrap();
    contractors.iter().map(|sum| ["valid", "due", "unaccepted"].map(|key| sum[key].as_i64().unwrap())).collect()
}

#[test]
fn a_past_day_is_judged_by_the_signers_of_today_and_says_so() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    desk.take(
        "a.pdf",
        &stated(1, "2025-03-03", &[somebody("Aino Ahkera", OY), somebody("Eino Ensi", "Sähkö Oy")]),
        &by,
    );
    desk.take("b.pdf", &stated(2, "2026-03-02", &[somebody("Pia Pihlaja", "Sähkö Oy")]), &by);
    let day = ["--on", "2025-06-01"];
    let on = |exit, who: &str| desk.ask(exit, &["person", who, "--on", "2025-06-01"])["valid"].clone();
    assert_eq!(on(1, "aino"), false);
    assert_eq!(counted(&desk, &day), [[0, 0, 1], [0, 0, 1]]);
    // Accepted today: Aino was in truth inducted then, though nobody here knew it yet.
    desk.accept_all();
    assert_eq!(on(0, "aino"), true);
    // Pia was not there yet, and so is on no list of that day.
    assert_eq!(counted(&desk, &day), [[1, 0, 0], [1, 0, 0]]);
    assert_eq!(counted(&desk, &[]), [[1, 0, 0], [2, 0, 0]]);
    assert_eq!(counted(&desk, &["--on", "2025-03-02"]), Vec::<[i64; 3]>::new());
    let fingerprint = desk.ask(0, &["signers"])["signers"][0]["fingerprint"].as_str().unwrap().to_owned();
    desk.ask(0, &["revoke", &fingerprint, "--reason", "Avain hukassa", "--by", "Olli"]);
    // Whoever had the key may have signed anything: that day is doubtful as well.
    assert_eq!(on(1, "aino"), false);
    assert_eq!(counted(&desk, &day), [[0, 0, 1], [0, 0, 1]]);
    // What was believed until then stands in the log.
    let log = desk.ask(0, &["log"]);
    assert_eq!(log["log"][0]["what"]["deed"], "revoked");
    let note = "Signers count as they are accepted today.";
    for words in [&["person", "aino"][..], &["contractor", OY], &["contractor"], &["due"]] {
        let past = desk.say(&[words, &day[..]].concat()).stdout;
        assert_eq!(
            (past.matches(note).count(), desk.say(words).stdout.matches(note).count()),
            (1, 0),
            "{words:?}: {past}"
        );
    }
}

#[test]
fn a_register_that_is_read_twice_over_keeps_its_bytes() {
    // The pages of a self-study are made by other rules than those of a room; both are kept as they came.
    let desk = Desk::new();
    let bytes = file(&alone(&Alone::new().in_language("en")), &signer("Aino Ahkera"));
    let became = desk.import(&desk.put("yksin.pdf", &bytes));
    let digest = became["digest"].as_str().unwrap();
    let kept = desk.data().join("records/files").join(&digest[..2]).join(format!("{digest}.pdf"));
    assert!(std::fs::read(kept).unwrap() == bytes, "the kept file is another");
}
