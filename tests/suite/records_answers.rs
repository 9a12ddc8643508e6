//! Who may be sent to a customer: answers from real registers through the real command line.

use perehdytin::register::facts::Facts;
use serde_json::Value;

use crate::records_support::{Desk, Somebody, bound, signer, somebody, stated};

const OY: &str = "Kaivuu ja Kaapeli Oy";

fn course(told: &Value) -> &Value {
    &told["courses"][0]
}

/// The themes that are lacking, with the reasons.
fn lacking(told: &Value) -> Vec<(String, String)> {
    let themes = course(told)["themes"].as_array().unwrap().iter().filter(|theme| theme["held"] == false);
    themes
        .map(|theme| (theme["theme"].as_str().unwrap().to_owned(), theme["why"].as_str().unwrap().to_owned()))
        .collect()
}

/// The register with one theme raised to a later revision.
fn raised(mut stated: Facts, theme: usize) -> Facts {
    stated.course.revision += 1;
    stated.course.digest = "d1".repeat(32);
    stated.themes[theme].revision += 1;
    stated.themes[theme].digest = "d2".repeat(32);
    bound(stated)
}

#[test]
fn somebody_who_passed_is_valid_once_the_signer_is_accepted_and_no_more_once_revoked() {
    let desk = Desk::new();
    desk.take("a.pdf", &stated(1, "2026-11-02", &[somebody("Aino Ahkera", OY)]), &signer("Taina Tarkka"));
    let told = desk.ask(1, &["person", "Aino Ahkera"]);
    assert_eq!(course(&told)["state"], "unaccepted");
    desk.accept_all();
    let told = desk.ask(0, &["person", "ahkera"]);
    assert_eq!((&told["valid"], &course(&told)["state"]), (&true.into(), &"valid".into()));
    // Three years from the day of the session.
    assert_eq!((&course(&told)["since"], &course(&told)["until"]), (&"2026-11-02".into(), &"2029-11-02".into()));
    let evidence = &course(&told)["themes"][0]["evidence"];
    assert_eq!((&evidence["row"], &evidence["day"]), (&1.into(), &"2026-11-02".into()));
    assert!(std::path::Path::new(evidence["file"].as_str().unwrap()).is_file());
    // The day before the session nobody knew of it.
    assert_eq!(desk.ask(1, &["person", "ahkera", "--on", "2026-11-01"])["valid"], false);
    assert_eq!(desk.ask(0, &["person", "ahkera", "--on", "2026-11-02"])["valid"], true);
    let fingerprint = desk.ask(0, &["signers"])["signers"][0]["fingerprint"].as_str().unwrap().to_owned();
    desk.ask(0, &["revoke", &fingerprint, "--reason", "Avain hukassa"]);
    assert_eq!(course(&desk.ask(1, &["person", "ahkera"]))["state"], "unaccepted");
}

#[test]
fn a_raised_theme_alone_is_due_and_attending_it_alone_is_enough() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let aino = || somebody("Aino Ahkera", OY);
    desk.take("a.pdf", &stated(1, "2026-05-04", &[aino(), somebody("Eino Ensi", OY)]), &by);
    desk.accept_all();
    assert!(lacking(&desk.ask(0, &["person", "aino"])).is_empty());
    // Somebody else attends the next edition, in which the third theme is another.
    let only_third = aino().missing(&[0, 1, 3, 4, 5, 6, 7]);
    desk.take("b.pdf", &raised(stated(2, "2026-10-05", &[somebody("Pia Pihlaja", OY)]), 2), &by);
    assert_eq!(lacking(&desk.ask(1, &["person", "aino"])), [("teema-3".to_owned(), "revised".to_owned())]);
    // The day before, the edition before was in force.
    assert_eq!(desk.ask(0, &["person", "aino", "--on", "2026-10-04"])["valid"], true);
    let due = desk.ask(0, &["due"]);
    let names: Vec<&str> =
        course(&due)["due"].as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Aino Ahkera", "Eino Ensi"]);
    let line = &course(&due)["due"][0];
    // The third theme alone: 8 + 4 + 7 + 3 + 5 minutes.
    assert_eq!((&line["minutes"], line["lacking"].as_array().unwrap().len()), (&27.into(), 1));
    desk.take("c.pdf", &raised(stated(3, "2026-10-12", &[only_third]), 2), &by);
    let told = desk.ask(0, &["person", "aino"]);
    assert_eq!((&course(&told)["since"], &course(&told)["until"]), (&"2026-10-12".into(), &"2029-05-04".into()));
    assert_eq!(course(&told)["evidence"].as_array().unwrap().len(), 2);
}

#[test]
fn a_part_never_counts_as_the_whole_course_nor_says_what_the_course_is() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let of_part = |session: u8, day: &str, people: &[Somebody], themes: &[&str]| {
        let mut part = stated(session, day, people);
        part.version = 3;
        part.part_of = Some(8);
        part.themes.retain(|theme| themes.contains(&theme.id.as_str()));
        for row in &mut part.participants {
            row.themes_attended.retain(|theme| themes.contains(&theme.as_str()));
            row.theme_minutes.retain(|theme, _| themes.contains(&theme.as_str()));
        }
        bound(part)
    };
    let (aino, eino) = (|| somebody("Aino Ahkera", OY), || somebody("Eino Ensi", OY));
    // Before anybody attended the whole course, nobody knows what it asks.
    desk.take("a.pdf", &of_part(1, "2026-03-02", &[aino()], &["teema-1"]), &by);
    desk.accept_all();
    assert_eq!(desk.ask(1, &["person", "aino"])["courses"].as_array().unwrap().len(), 0);
    desk.take("b.pdf", &stated(2, "2026-05-04", &[eino().failed()]), &by);
    let lacks = |name| lacking(&desk.ask(1, &["person", name])).len();
    assert_eq!((lacks("aino"), lacks("eino")), (7, 8));
    // The test of the part that Eino passes later vouches for that part alone.
    desk.take("c.pdf", &of_part(3, "2026-06-01", &[eino()], &["teema-2", "teema-3"]), &by);
    assert_eq!(lacks("eino"), 6);
    // A newer edition of which only a part was held is asked of nobody.
    let raised_part = bound(raised(of_part(4, "2026-07-06", &[aino()], &["teema-1"]), 0));
    desk.take("d.pdf", &raised_part, &by);
    assert_eq!((lacks("aino"), lacks("eino")), (7, 6));
    // Piece by piece it becomes whole.
    desk.take("e.pdf", &of_part(5, "2026-08-03", &[eino()], &["teema-1", "teema-4", "teema-5"]), &by);
    desk.take("f.pdf", &of_part(6, "2026-09-07", &[eino()], &["teema-6", "teema-7", "teema-8"]), &by);
    let told = desk.ask(0, &["person", "eino"]);
    assert_eq!((&told["valid"], &course(&told)["since"]), (&true.into(), &"2026-09-07".into()));
}

#[test]
fn a_failed_test_is_told_apart_from_missing_themes() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let people =
        [somebody("Aino Ahkera", OY), somebody("Eino Ensi", OY).failed(), somebody("Pia Pihlaja", OY).missing(&[4])];
    desk.take("a.pdf", &stated(1, "2026-11-02", &people), &by);
    desk.accept_all();
    let told = desk.ask(0, &["contractor", "kaivuu ja kaapeli oy"]);
    assert_eq!(told["company"], OY);
    let states: Vec<(&str, &str)> = course(&told)["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["name"].as_str().unwrap(), line["state"].as_str().unwrap()))
        .collect();
    assert_eq!(states, [("Aino Ahkera", "valid"), ("Eino Ensi", "failed"), ("Pia Pihlaja", "due")]);
    let sums = desk.ask(0, &["contractor"]);
    let sum = &course(&sums)["contractors"][0];
    assert_eq!(
        (&sum["valid"], &sum["failed"], &sum["due"], &sum["unaccepted"]),
        (&1.into(), &1.into(), &1.into(), &0.into())
    );
    // Eino takes the test again with the next room, and hears nothing else.
    let again = somebody("Eino Ensi", OY).missing(&[0, 1, 2, 3, 4, 5, 6, 7]);
    desk.take("b.pdf", &stated(2, "2026-11-09", &[again]), &by);
    let told = desk.ask(0, &["person", "eino ensi"]);
    assert_eq!(course(&told)["since"], "2026-11-09");
}

#[test]
fn an_old_induction_ends_and_is_announced_before() {
    let desk = Desk::new();
    desk.take("a.pdf", &stated(1, "2023-12-01", &[somebody("Aino Ahkera", OY)]), &signer("Taina Tarkka"));
    desk.take("b.pdf", &stated(2, "2022-01-10", &[somebody("Eino Ensi", OY)]), &signer("Olli Oksa"));
    desk.accept_all();
    assert_eq!(desk.ask(0, &["person", "aino", "--on", "2026-11-20"])["valid"], true);
    assert_eq!(lacking(&desk.ask(1, &["person", "eino"]))[0].1, "expired");
    let due = |words: &[&str]| -> Vec<String> {
        let told = desk.ask(0, &[&["due", "--on", "2026-11-20"], words].concat());
        let due = course(&told)["due"].as_array().unwrap().clone();
        due.iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(due(&[]), ["Eino Ensi"]);
    assert_eq!(due(&["--by-day", "2026-12-01"]), ["Aino Ahkera", "Eino Ensi"]);
    let sums = desk.ask(0, &["contractor"]);
    assert_eq!(
        (&course(&sums)["contractors"][0]["due"], &course(&sums)["contractors"][0]["valid"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn a_day_that_is_yet_to_come_and_a_course_that_nobody_knows_are_refused() {
    let desk = Desk::new();
    desk.take("a.pdf", &stated(1, "2026-11-02", &[somebody("Aino Ahkera", OY)]), &signer("Taina Tarkka"));
    let ahead = desk.say(&["person", "aino", "--on", "2126-01-01"]);
    assert_eq!(
        (ahead.exit, ahead.stderr.as_str()),
        (2, "1 January 2126 is yet to come. Give today or a day before.\n")
    );
    for words in [["due", "--course", "olematon"], ["contractor", "--course", "olematon"]] {
        let unknown = desk.say(&words);
        assert_eq!((unknown.exit, unknown.stderr.as_str()), (2, "Not found: olematon\n"));
    }
    assert_eq!(desk.say(&["person", "Nobody Here"]).exit, 2);
    assert_eq!(desk.say(&["contractor", "Nobody Here"]).exit, 2);
}

#[test]
fn a_new_revision_is_previewed_before_it_is_in_force_and_people_are_due_after() {
    let desk = Desk::new();
    let pack = crate::session_support::small_course();
    let out = desk.folder.path().join("harjoitus");
    let words =
        ["perehdytin", "rehearse", pack.to_str().unwrap(), "--participants", "9", "--out", out.to_str().unwrap()];
    assert_eq!(perehdytin::cli::run(words.iter().map(Into::into)).exit, 0);
    let register = out.join("register.pdf");
    desk.ask(0, &["import", "--rehearsals", register.to_str().unwrap()]);
    desk.accept_all();
    desk.ask(0, &["course", "add", pack.to_str().unwrap(), "--since", "2026-01-01"]);
    let before = desk.ask(0, &["contractor"]);
    let valid = |told: &Value| -> i64 {
        let contractors = course(told)["contractors"].as_array().unwrap();
        contractors.iter().map(|one| one["valid"].as_i64().unwrap()).sum()
    };
    assert!(valid(&before) > 0, "{before}");

    let next = desk.folder.path().join("uusi");
    copy_raised(&pack, &next, 1);
    let told = desk.ask(0, &["course", "preview", next.to_str().unwrap()]);
    let would = told["would_be_due"].as_array().unwrap();
    assert_eq!((i64::try_from(would.len()).unwrap(), &told["stay_valid"]), (valid(&before), &0.into()), "{told}");
    assert!(would.iter().all(|line| line["lacking"].as_array().unwrap().len() == 1), "{told}");
    // Nothing has happened yet.
    assert_eq!(desk.ask(0, &["contractor"]), before);
    desk.ask(0, &["course", "add", next.to_str().unwrap()]);
    assert_eq!(valid(&desk.ask(0, &["contractor"])), 0);
    let refused = desk.say(&["course", "add", next.to_str().unwrap(), "--since", "2126-01-01"]);
    assert_eq!(refused.exit, 2);
}

/// Copies a pack with the revisions of its first themes raised.
pub(crate) fn copy_raised(from: &std::path::Path, to: &std::path::Path, count: usize) {
    crate::folder_support::copy_folder(from, to);
    let mut raised = 0;
    let mut files: Vec<_> = std::fs::read_dir(to).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in files {
        let is_theme = path.extension().is_some_and(|extension| extension == "ron")
            && !["course.ron", "profile.ron", "published.ron"].iter().any(|name| path.ends_with(name));
        let text = if is_theme { std::fs::read_to_string(&path).unwrap() } else { continue };
        if raised < count && text.contains("revision: 1,") {
            std::fs::write(&path, text.replacen("revision: 1,", "revision: 7,", 1)).unwrap();
            raised += 1;
        }
    }
    assert_eq!(raised, count);
}

#[test]
fn people_are_found_by_the_beginnings_of_words_with_or_without_dots() {
    let desk = Desk::new();
    let people = [
        somebody("Äijö Mäkelä", OY).with_tax_number("100000000001"),
        somebody("Ирина Смирнова", "Nordic Grid AB").with_tax_number("100000000002"),
    ];
    desk.take("a.pdf", &stated(1, "2026-11-02", &people), &signer("Taina Tarkka"));
    for (typed, found) in [
        ("äij", "Äijö Mäkelä"),
        ("aij mak", "Äijö Mäkelä"),
        ("ирин", "Ирина Смирнова"),
        // Both; they come by the alphabet.
        ("1000000000", "Äijö Mäkelä"),
        ("100000000001", "Äijö Mäkelä"),
        ("grid smir", ""),
        ("grid смир", "Ирина Смирнова"),
    ] {
        let outcome = desk.say(&["search", typed, "--format", "json"]);
        let told: Value = serde_json::from_str(&outcome.stdout).unwrap();
        let names: Vec<&str> =
            told["found"].as_array().unwrap().iter().filter_map(|hit| hit["name"].as_str()).collect();
        assert_eq!(names.first().copied().unwrap_or(""), found, "{typed}: {told}");
        assert_eq!(outcome.exit, u8::from(found.is_empty()));
    }
    assert_eq!(desk.ask(0, &["search", "nordic"])["found"][0]["company"], "Nordic Grid AB");
    // What the index gives a meaning to is typed without harm.
    for odd in ["\"", "OR", "NOT *", "text:x", "a\" OR \"b", "(", "-"] {
        assert!(desk.say(&["search", "--", odd]).exit < 2, "{odd}");
    }
}
