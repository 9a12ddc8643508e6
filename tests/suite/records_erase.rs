//! Erasing a person: nothing of them stays in the folder, and others are as valid as before.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::files::DataFolder;
use perehdytin::records::{By, Erased, Fate, Records};
use perehdytin::register::facts::Facts;
use perehdytin::register::identity::{Identity, Subject, create};
use perehdytin::register::trust::TrustList;
use perehdytin::register::verify::{DataCheck, Integrity, Options, verify};

use crate::records_support::{Desk, file, said, signer, somebody, stated};

const OY: &str = "Kaivuu Oy";
const TMI: &str = "Tmi Aino Ahkera";

pub(crate) fn records(desk: &Desk) -> Records {
    Records::open(&DataFolder::open(desk.data()).unwrap()).unwrap()
}

pub(crate) fn by_salla() -> By<'static> {
    By { name: "Salla", at: SystemClock.now() }
}

/// The numbers of the people whom a search finds.
fn found(desk: &Desk, word: &str) -> Vec<i64> {
    let told = desk.say(&["search", word, "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    told["found"].as_array().unwrap().iter().filter_map(|one| one["person"].as_i64()).collect()
}

fn erased(desk: &Desk, who: &str, tilaaja: &Identity) -> Erased {
    let mut records = records(desk);
    let person = records.find_person(who).unwrap();
    records.erase(person, tilaaja, by_salla()).unwrap()
}

/// The subscriber's key, and the file with its passphrase.
pub(crate) fn key(desk: &Desk) -> (String, String) {
    let word = "tosi pitkä tunnuslause";
    let subject = Subject { name: "Tilaaja Tiina".to_owned(), organisation: "Energia Oy".to_owned() };
    let card = create(&desk.folder.path().join("keys"), &subject, word, SystemClock.now()).unwrap();
    let file = desk.folder.path().join("word");
    fs::write(&file, format!("{word}\n")).unwrap();
    (card.file.to_str().unwrap().to_owned(), file.to_str().unwrap().to_owned())
}

/// Two sessions with Aino on both, one of them with a later file, and files of hers set aside.
pub(crate) fn filled() -> (Desk, Vec<Facts>, Identity) {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let aino = || somebody("Aino Ahkera", OY).with_tax_number("100000000001");
    let eino = || somebody("Eino Ensi", OY).with_tax_number("100000000002");
    let first = stated(1, "2026-10-05", &[aino(), eino(), somebody("Pia Pihlaja", "Sähkö Ab")]);
    let mut later = first.clone();
    later.journal.length += 5;
    let second = stated(2, "2026-10-12", &[eino(), somebody("Aino Ahkera", TMI)]);
    let other = stated(3, "2026-10-12", &[eino()]);
    desk.take("1.pdf", &first, &by);
    desk.take("1 Aino Ahkera myös.pdf", &later, &by);
    desk.take("2.pdf", &second, &by);
    desk.take("3.pdf", &other, &by);
    let broken = [&file(&stated(4, "2026-10-12", &[aino()]), &by)[..], b"\n"].concat();
    desk.import(&desk.put("rikki.pdf", &broken));
    desk.import(&desk.put("Ahkera_Aino.pdf", b"roskaa"));
    desk.import(&desk.put("lista.csv", "Nimi;\nAino Ahkera;\n".as_bytes()));
    desk.import(&desk.put("muu.pdf", b"muuta roskaa"));
    desk.accept_all();
    (desk, vec![first, later, second, other], by)
}

/// Everything that any file below `folder` says, unpacked where it is a register.
fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(everything(&path));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        if bytes.starts_with(b"%PDF") {
            let shown = Command::new("pdftotext").arg(&path).arg("-").output().unwrap();
            all.push((path.clone(), shown.stdout));
            let nobody = TrustList::default();
            let options = Options { trust: &nobody, render: false, journal: None, now: SystemClock.now() };
            if let Some(facts) = verify(&bytes, &options).facts {
                all.push((path.clone(), facts.to_json()));
            }
        }
        all.push((path, bytes));
    }
    all
}

/// Where one of `texts` still stands, whole or as a word of the search.
pub(crate) fn traces(folder: &Path, texts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in everything(folder) {
        let bytes: Vec<u8> = bytes.to_ascii_lowercase();
        for text in texts {
            let text = text.to_lowercase();
            if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
                found.push(format!("{text}: {}", path.display()));
            }
        }
    }
    found
}

pub(crate) const TRACES: [&str; 5] = ["Aino Ahkera", "ahkera", "100000000001", "ainoahkera", "Ahkera_Aino"];

#[test]
fn nothing_of_an_erased_person_stays_anywhere_in_the_records() {
    let (desk, _, _) = filled();
    let folder = desk.data().join("records");
    // The test sees what it looks for.
    let before = traces(&folder, &TRACES);
    for kept in [".sqlite", ".pdf", ".bin"] {
        assert!(before.iter().any(|trace| trace.ends_with(kept) || trace.contains(".sqlite-wal")), "{before:?}");
    }
    let tilaaja = signer("Tilaaja Tiina");
    // The two names are one person.
    let [one, other] = &found(&desk, "ahkera")[..] else { panic!("not two of them") };
    assert_eq!(desk.say(&["join", &one.to_string(), &other.to_string(), "--by", "Salla"]).exit, 0);
    let plan = records(&desk).erasure(records(&desk).find_person("100000000001").unwrap()).unwrap();
    let fates: Vec<Fate> = plan.registers.iter().map(|register| register.fate).collect();
    assert_eq!(fates, [Fate::Removed, Fate::Redacted, Fate::Redacted], "{plan:?}");
    assert_eq!(plan.asides.len(), 3, "{:?}", plan.asides);
    let done = erased(&desk, "100000000001", &tilaaja);
    assert!(done.is_clear && done.mentions.is_empty(), "{done:?}");
    assert_eq!(done.plan.registers, plan.registers);
    assert_eq!(traces(&folder, &TRACES), Vec::<String>::new());
    assert_eq!(desk.say(&["person", "100000000001"]).exit, 2);
    assert_eq!(found(&desk, "aino"), Vec::<i64>::new());
    assert_eq!(desk.ask(0, &["aside"])["aside"].as_array().unwrap().len(), 1);
    let check = desk.ask(0, &["check"]);
    assert_eq!((&check["registers"], &check["recovered"]), (&3.into(), &0.into()), "{check}");
    // The kept numbers of the contractors know it.
    let connection = rusqlite::Connection::open(folder.join("records.sqlite")).unwrap();
    let counted = "SELECT count(*) FROM (SELECT course, company, state, alone, people FROM tally WHERE span = 0
                   EXCEPT SELECT course, company, state, alone, count(*) FROM standing GROUP BY 1, 2, 3, 4)";
    assert_eq!(connection.query_row(counted, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    let broken = connection.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap();
    assert!(!broken, "a row speaks of one that is not there");
    drop(connection);
    let log = desk.ask(0, &["log"]);
    let line = log["log"].as_array().unwrap().iter().find(|line| line["what"]["deed"] == "erased").unwrap();
    assert_eq!(
        (&line["by"], &line["what"]["redacted"], &line["what"]["removed"]),
        (&"Salla".into(), &2.into(), &1.into())
    );
}

#[test]
fn others_stay_valid_on_the_word_of_whoever_signed_the_original() {
    let (desk, _, by) = filled();
    let before = desk.ask(0, &["person", "100000000002"]);
    let tilaaja = signer("Tilaaja Tiina");
    erased(&desk, "100000000001", &tilaaja);
    let after = desk.ask(0, &["person", "100000000002"]);
    assert_eq!(after["valid"], true);
    assert_eq!(after["courses"][0]["since"], before["courses"][0]["since"]);
    assert_eq!(after["courses"][0]["until"], before["courses"][0]["until"]);
    // The evidence is a redacted register now, which is sound and signed by the subscriber.
    let evidence = after["courses"][0]["evidence"].as_array().unwrap();
    assert_eq!(evidence.len(), 3);
    let mut redacted = 0;
    for one in evidence {
        let bytes = fs::read(one["file"].as_str().unwrap()).unwrap();
        let mut trust = TrustList::default();
        trust.accept(tilaaja.fingerprint(), "Tilaaja Tiina".to_owned(), SystemClock.now());
        trust.accept(by.fingerprint(), "Taina Tarkka".to_owned(), SystemClock.now());
        let told = verify(&bytes, &Options { trust: &trust, render: true, journal: None, now: SystemClock.now() });
        assert_eq!((told.integrity, told.data), (Integrity::Intact, DataCheck::Same));
        let facts = told.facts.unwrap();
        let redaction = facts.redaction();
        redacted += usize::from(redaction.is_some_and(|one| one.signed_by[0].trusted));
        // The records state which file it was, and who had signed that.
        assert_eq!(one["replaces"].as_str(), redaction.map(|one| one.replaces.as_str()));
        assert_eq!((&one["signer"], &one["accepted"]), (&"Taina Tarkka".into(), &true.into()));
    }
    assert_eq!(redacted, 1);
    // Whoever signed the originals decides as before: not the subscriber's own key.
    let fingerprint = by.fingerprint().0;
    desk.ask(0, &["revoke", &fingerprint, "--reason", "avain katosi", "--by", "Salla"]);
    assert_eq!(desk.ask(1, &["person", "100000000002"])["valid"], false);
    desk.ask(0, &["accept", &fingerprint, "--by", "Salla"]);
    assert_eq!(desk.ask(0, &["person", "100000000002"])["valid"], true);
}

#[test]
fn what_was_erased_does_not_come_back_with_the_same_files_nor_with_a_copy_signed_once_more() {
    let (desk, facts, by) = filled();
    let tilaaja = signer("Tilaaja Tiina");
    erased(&desk, "100000000001", &tilaaja);
    let again = desk.say(&["import", desk.folder.path().join("in").to_str().unwrap(), "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&again.stdout).unwrap();
    let erased_again = told["files"].as_array().unwrap().iter().filter(|one| one["why"]["reason"] == "erased").count();
    // Two files of the first session, and two that were set aside.
    assert_eq!(erased_again, 4, "{told}");
    // A file of the same session by the same signer, with other bytes.
    let mut longer = facts[1].clone();
    longer.journal.length += 100;
    let told = desk.say(&["import", desk.put("uusi.pdf", &file(&longer, &by)).to_str().unwrap(), "--format", "json"]);
    assert!(told.stdout.contains("\"erased\""), "{}", told.stdout);
    assert_eq!(found(&desk, "pihlaja").len(), 1);
    assert_eq!(found(&desk, "100000000001").len(), 0);
    // Another person of that name, in another session, is taken in as anybody.
    desk.take("9.pdf", &stated(9, "2026-11-02", &[somebody("Aino Ahkera", OY)]), &by);
    assert_eq!(found(&desk, "kaivuu ahkera").len(), 1);
}

#[test]
fn a_register_whose_file_is_lost_is_erased_from_only_once_it_is_brought_again() {
    let (desk, _, _) = filled();
    let tilaaja = signer("Tilaaja Tiina");
    let plan = records(&desk).erasure(records(&desk).find_person("100000000001").unwrap()).unwrap();
    let lost = records(&desk).file_of(&plan.registers.iter().find(|one| one.fate == Fate::Redacted).unwrap().digest);
    fs::remove_file(&lost).unwrap();
    let before = desk.ask(0, &["person", "100000000001"]);
    let mut open = records(&desk);
    let person = open.find_person("100000000001").unwrap();
    let refused = open.erase(person, &tilaaja, by_salla()).unwrap_err();
    assert!(matches!(refused, perehdytin::records::RecordsError::DamagedRegister(_)), "{refused:?}");
    assert_eq!(desk.ask(0, &["person", "100000000001"]), before);
    desk.say(&["import", desk.folder.path().join("in").to_str().unwrap()]);
    erased(&desk, "100000000001", &tilaaja);
}

#[test]
fn a_person_is_shown_first_and_erased_with_the_subscribers_key_on_the_command_line() {
    let (desk, _, _) = filled();
    let (key, word) = key(&desk);
    let shown = desk.say(&["erase", "100000000001"]);
    assert_eq!(shown.exit, 0, "{}", shown.stderr);
    for phrase in ["would erase Aino Ahkera", "Other participants: 2", "Nothing has been erased yet"] {
        assert!(shown.stdout.contains(phrase), "{phrase}: {}", shown.stdout);
    }
    let with = ["erase", "100000000001", "--identity", &key, "--passphrase-file", &word];
    assert_eq!(desk.ask(0, &[&with[..], &["--preview"]].concat())["erased"], false);
    assert_eq!(desk.say(&["person", "100000000001"]).exit, 0);
    let done = desk.ask(0, &[&with[..], &["--by", "Salla"]].concat());
    assert_eq!((&done["erased"], &done["clear"]), (&true.into(), &true.into()));
    assert_eq!(desk.say(&["person", "100000000001"]).exit, 2);
    assert_eq!(said(&desk.data(), &["erase", "100000000001"]).exit, 2);
}
