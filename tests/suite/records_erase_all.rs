//! Erasing what is not a room's register: a self-study, what was said in feedback, files that were torn; and what a
//! redacted register may still go through.

use std::fs;
use std::time::{Duration, SystemTime};

use perehdytin::register::countersign::{Countersigning, Reason, countersign};
use perehdytin::register::verify::{DataCheck, Integrity, Options, verify};
use serde_json::json;

use crate::records_erase::{by_salla, records, traces};
use crate::records_feedback::{heard, import};
use crate::records_support::{Desk, signer, somebody, stated};
use crate::register_alone::{Alone, facts_of};
use crate::register_redacted::redacted;
use crate::verify_table::{SIGNED, now, signer as at_noon};

const OY: &str = "Kaivuu Oy";

#[test]
fn a_self_study_goes_whole_with_the_learners_own_key() {
    let desk = Desk::new();
    let facts = facts_of(&Alone::new().state());
    let learner = facts.participants[0].name.clone();
    desk.take("itse.pdf", &facts, &signer(&learner));
    desk.take("muu.pdf", &stated(2, "2026-10-12", &[somebody("Eino Ensi", OY)]), &signer("Taina Tarkka"));
    desk.accept_all();
    let folder = desk.data().join("records");
    assert!(!traces(&folder, &[&learner]).is_empty());
    let mut open = records(&desk);
    let person = open.find_person(&learner).unwrap();
    let done = open.erase(person, &signer("Tilaaja Tiina"), by_salla()).unwrap();
    assert!(done.is_clear);
    drop(open);
    assert_eq!(traces(&folder, &[&learner]), Vec::<String>::new());
    assert_eq!(desk.ask(0, &["check"])["registers"], 1);
    let signers = desk.ask(0, &["signers"]);
    assert_eq!(signers["signers"].as_array().unwrap().len(), 1, "{signers}");
    // It does not come back.
    let again = desk.say(&["import", desk.folder.path().join("in/itse.pdf").to_str().unwrap(), "--format", "json"]);
    assert!(again.stdout.contains("\"erased\""), "{}", again.stdout);
}

#[test]
fn what_names_the_person_in_feedback_and_development_items_goes_and_the_rest_stays() {
    let desk = Desk::new();
    desk.take("1.pdf", &stated(1, "2026-11-02", &[somebody("Aino Ahkera", OY)]), &signer("Taina Tarkka"));
    desk.accept_all();
    let mut file = heard(1, "2026-11-02");
    let asked = file.feedback.iter_mut().find(|asked| asked.counts.is_none()).unwrap();
    asked.texts = vec!["Hyvä päivä".to_owned(), "Kiitos, terveisin Ahkera Aino".to_owned()];
    file.items[0].text = "Aino Ahkeran ehdotus: lyhyempi".to_owned();
    import(&desk, "aino ahkera.json", &file);
    let item = desk.ask(0, &["development", "list"])["items"][1]["item"].to_string();
    desk.ask(
        0,
        &["development", "set", &item, "--owner", "Aino Ahkera", "--note", "Aino Ahkera lupasi", "--by", "Salla"],
    );
    let mut open = records(&desk);
    let person = open.find_person("Aino Ahkera").unwrap();
    let plan = open.erasure(person).unwrap();
    assert!(plan.texts >= 3, "{plan:?}");
    open.erase(person, &signer("Tilaaja Tiina"), by_salla()).unwrap();
    drop(open);
    assert_eq!(traces(&desk.data().join("records"), &["Ahkera"]), Vec::<String>::new());
    let told = desk.ask(0, &["development", "list"]);
    let items = told["items"].as_array().unwrap();
    assert_eq!(items.len(), file.items.len());
    assert!(items.iter().any(|item| item["text"] == "(poistettu pyynnöstä)"), "{told}");
    assert!(items.iter().all(|item| item["owner"] == ""), "{told}");
    let kept = file.items[2].text.as_str();
    assert!(items.iter().any(|item| item["text"] == json!(kept)), "{kept}: {told}");
    let feedback = desk.ask(0, &["feedback", "list"]);
    assert_eq!(feedback["feedback"].as_array().unwrap().len(), 1);
}

#[cfg(unix)]
#[test]
fn a_file_that_was_torn_long_ago_does_not_keep_anybody_and_one_that_is_being_written_is_left_alone() {
    let desk = Desk::new();
    desk.take("1.pdf", &stated(1, "2026-11-02", &[somebody("Aino Ahkera", OY)]), &signer("Taina Tarkka"));
    let files = desk.data().join("records/files");
    let folder = fs::read_dir(files).unwrap().next().unwrap().unwrap().path();
    let (torn, young) = (folder.join(".perehdytin-vanha"), folder.join(".perehdytin-uusi"));
    for path in [&torn, &young] {
        fs::write(path, "Aino Ahkera").unwrap();
    }
    let hour = SystemTime::now() - Duration::from_hours(1);
    fs::File::options().write(true).open(&torn).unwrap().set_modified(hour).unwrap();
    let mut open = records(&desk);
    let person = open.find_person("Aino Ahkera").unwrap();
    open.erase(person, &signer("Tilaaja Tiina"), by_salla()).unwrap();
    assert!(!torn.exists() && young.exists());
}

#[test]
fn a_redacted_register_is_countersigned_as_any_other() {
    let tilaaja = at_noon("Tilaaja Tiina");
    let made = redacted(&SIGNED.bytes, &[2], &tilaaja).unwrap();
    let mut trust = SIGNED.trust.clone();
    trust.accept(tilaaja.fingerprint(), "Tilaaja Tiina".to_owned(), now());
    let asked = Countersigning { reason: Reason::Received, place: "", at: now(), trust: &trust, unknown_signer: false };
    let bytes = countersign(&made.register, &at_noon("Olli Omistaja"), &asked).unwrap();
    let told = verify(&bytes, &Options { trust: &trust, render: true, journal: None, now: now() });
    assert_eq!((told.integrity.clone(), told.data.clone()), (Integrity::Intact, DataCheck::Same));
    assert_eq!(told.countersigners().count(), 1);
    // Countersigners of the original are told as well.
    let bytes = countersign(&SIGNED.bytes, &at_noon("Olli Omistaja"), &asked).unwrap();
    let made = redacted(&bytes, &[2], &tilaaja).unwrap();
    let former: Vec<_> = made.facts.redactions[0].signed_by.iter().map(|by| by.name.as_str()).collect();
    assert_eq!(former, ["Taina Tarkka", "Olli Omistaja"]);
}

#[test]
fn a_copy_from_before_an_erasure_tells_that_it_brings_somebody_back() {
    let desk = Desk::new();
    let both = [somebody("Aino Ahkera", OY), somebody("Eino Ensi", OY)];
    desk.take("1.pdf", &stated(1, "2026-11-02", &both), &signer("Taina Tarkka"));
    let copy = desk.folder.path().join("kopio");
    assert_eq!(desk.say(&["backup", copy.to_str().unwrap()]).exit, 0);
    let restore = || desk.say(&["restore", copy.to_str().unwrap(), "--replace"]).stdout;
    assert!(!restore().contains("Erase it again"));
    let erase = || {
        let mut open = records(&desk);
        let person = open.find_person("Aino Ahkera").unwrap();
        open.erase(person, &signer("Tilaaja Tiina"), by_salla()).unwrap()
    };
    erase();
    let told = restore();
    assert!(told.contains("erased from one of these registers after the copy was made"), "{told}");
    // The records from before are told of, and are for a person to destroy.
    let done = erase();
    assert!(done.is_clear && !done.plan.untouched.is_empty(), "{done:?}");
    assert_eq!(traces(&desk.data().join("records"), &["Ahkera"]), Vec::<String>::new());
}
