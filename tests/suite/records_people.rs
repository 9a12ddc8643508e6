//! Who is who: matched by identifier, else by name and company; doubtful ones wait for a decision that can be undone.

use serde_json::Value;

use crate::records_support::{Desk, Somebody, signer, somebody, stated};

const OY: &str = "Kaivuu ja Kaapeli Oy";

/// Records with one register for each list of people, a week apart, all of one accepted signer.
fn with(rooms: &[&[Somebody]]) -> Desk {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    for (at, people) in (1..).zip(rooms) {
        desk.take(&format!("{at}.pdf"), &stated(at, &format!("2026-10-{:02}", at * 7), people), &by);
    }
    desk.accept_all();
    desk
}

/// How many people there are.
fn people(desk: &Desk) -> i64 {
    desk.ask(0, &["signers"])["signers"][0]["people"].as_i64().unwrap()
}

fn doubts(desk: &Desk) -> Vec<Value> {
    desk.ask(0, &["doubts"])["doubts"].as_array().unwrap().clone()
}

#[test]
fn one_identifier_is_one_person_also_at_another_company() {
    let aino = |company| somebody("Aino Ahkera", company).with_tax_number("100000000001");
    let desk = with(&[&[aino(OY)], &[aino("Sähkö Oy")]]);
    assert_eq!((people(&desk), doubts(&desk).len()), (1, 0));
    let told = desk.ask(0, &["person", "100000000001"]);
    assert_eq!(told["company"], "Sähkö Oy");
    assert_eq!(told["courses"][0]["evidence"].as_array().unwrap().len(), 2);
    // She belongs to her newest contractor alone; on an earlier day to the earlier one.
    let count = |words: &[&str]| desk.ask(0, words)["courses"][0]["people"].as_array().map_or(0, Vec::len);
    assert_eq!((count(&["contractor", OY]), count(&["contractor", "Sähkö Oy"])), (0, 1));
    assert_eq!(count(&["contractor", OY, "--on", "2026-10-10"]), 1);
}

#[test]
fn the_same_name_at_the_same_company_is_one_person_however_it_is_spelt() {
    let desk = with(&[
        &[somebody("Per-Øystein Bjørnstad", OY)],
        &[somebody("per øystein  bjørnstad", "KAIVUU JA KAAPELI OY")],
        &[somebody("Per-Øystein Bjørnstad", OY).with_tax_number("100000000001")],
    ]);
    assert_eq!((people(&desk), doubts(&desk).len()), (1, 0));
}

#[test]
fn two_tax_numbers_are_two_people_though_their_names_are_one() {
    let desk = with(&[
        &[somebody("Matti Virtanen", OY).with_tax_number("100000000001")],
        &[somebody("Matti Virtanen", OY).with_tax_number("100000000002")],
    ]);
    assert_eq!((people(&desk), doubts(&desk).len()), (2, 0));
    let both = desk.say(&["person", "Matti Virtanen"]);
    assert_eq!(both.exit, 2, "{}", both.stdout);
    // Without a number it may be either of them: nobody is merged silently.
    let by = signer("Taina Tarkka");
    desk.take("x.pdf", &stated(9, "2026-11-01", &[somebody("Matti Virtanen", OY)]), &by);
    let told = doubts(&desk);
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|doubt| doubt["why"] == "namesakes"), "{told:?}");
}

#[test]
fn a_mistyped_number_gives_nobody_another_persons_induction() {
    let desk = with(&[
        &[somebody("Aino Ahkera", OY).with_tax_number("100000000001")],
        &[somebody("Kalle Kuokka", OY).with_tax_number("100000000001").failed()],
    ]);
    assert_eq!(people(&desk), 2);
    assert_eq!(doubts(&desk)[0]["why"], "other_name");
    assert_eq!(desk.say(&["person", "Kalle Kuokka"]).exit, 1);
    // A name spelt a little otherwise under the same number is the same person.
    let by = signer("Taina Tarkka");
    desk.take("x.pdf", &stated(9, "2026-11-01", &[somebody("Aino Ahkeraa", OY).with_tax_number("100000000001")]), &by);
    assert_eq!(doubts(&desk).len(), 1);
}

#[test]
fn doubtful_people_wait_for_a_decision_and_it_is_undone_as_it_was_made() {
    let half = |missed: &[usize], name, company| somebody(name, company).missing(missed);
    let desk = with(&[
        &[half(&[4, 5, 6, 7], "Aino Ahkera", OY)],
        &[half(&[0, 1, 2, 3], "Aino Ahkera", "Sähkö Oy")],
        &[somebody("Ainо Ahkeraa", OY)],
    ]);
    let told = doubts(&desk);
    let why: Vec<&str> = told.iter().map(|doubt| doubt["why"].as_str().unwrap()).collect();
    assert_eq!(why, ["other_company", "near_name"]);
    let number = |at: usize| told[at]["doubt"].to_string();
    let first = told[0]["one"]["person"].to_string();
    let before = desk.ask(1, &["person", &first]);
    assert_eq!(before["courses"][0]["state"], "due");

    assert_eq!(desk.say(&["decide", &number(0), "same", "--by", "Salla"]).exit, 0);
    // Half here and half there is the whole.
    assert_eq!(desk.ask(0, &["person", &first])["valid"], true);
    assert_eq!(desk.say(&["decide", &number(0), "different"]).exit, 2, "it was decided already");
    assert_eq!(desk.say(&["decide", &number(1), "different", "--by", "Salla"]).exit, 0);
    assert_eq!(doubts(&desk).len(), 0);
    let all = desk.ask(0, &["doubts", "--all"]);
    assert_eq!(all["doubts"].as_array().unwrap().len(), 2);
    assert_eq!(all["doubts"][0]["decision"]["by"], "Salla");

    assert_eq!(desk.say(&["undo", &number(0), "--by", "Olli"]).exit, 0);
    assert_eq!(desk.ask(1, &["person", &first]), before);
    assert_eq!(doubts(&desk).len(), 1);
    assert_eq!(desk.ask(0, &["log"])["log"][0]["what"]["same"], Value::Null);
}

#[test]
fn decisions_are_undone_from_the_last_one_on() {
    let desk = with(&[
        &[somebody("Aino Ahkera", OY)],
        &[somebody("Aino Kuokka", "Sähkö Oy")],
        &[somebody("Aino Lapio", "Putki Oy")],
    ]);
    assert_eq!(doubts(&desk).len(), 0);
    let id = |name: &str| desk.say(&["search", name]).stdout.split_whitespace().next().unwrap().to_owned();
    let (ahkera, kuokka, lapio) = (id("ahkera"), id("kuokka"), id("lapio"));
    assert_eq!(desk.say(&["join", &kuokka, &lapio]).exit, 0);
    assert_eq!(desk.say(&["join", &ahkera, &kuokka]).exit, 0);
    assert_eq!(people(&desk), 1);
    let early = desk.say(&["undo", "1"]);
    assert_eq!((early.exit, early.stderr.contains("Undo that one first")), (2, true), "{}", early.stderr);
    assert_eq!(desk.say(&["undo", "2"]).exit, 0);
    assert_eq!(people(&desk), 2);
    assert_eq!(desk.say(&["undo", "1"]).exit, 0);
    assert_eq!(people(&desk), 3);
    assert_eq!(desk.say(&["join", &kuokka, &kuokka]).exit, 2);
}
