//! Keeping the records through the real screens: a person's data and their erasure, retention, copies, the log.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::register::identity::{Subject, create};

use crate::records_support::{Desk as Registers, file, said, signer, somebody, stated};
use crate::ui_desk_support::{Desk, PASSPHRASE};

const OY: &str = "Kaivuu Oy";

/// A window on records with an old register and a new one, and a key on this computer.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.clock.set(SystemClock.now());
    let registers = Registers::new();
    let by = signer("Taina Tarkka");
    let both = [somebody("Aino Ahkera", OY), somebody("Eino Ensi", OY)];
    registers.put("1.pdf", &file(&stated(1, "2026-10-12", &both), &by));
    registers.put("2.pdf", &file(&stated(2, "2018-01-10", &[somebody("Pia Pihlaja", OY)]), &by));
    let told = said(desk.data.path(), &["import", registers.folder.path().join("in").to_str().unwrap()]);
    assert_eq!(told.exit, 0, "{}{}", told.stdout, told.stderr);
    let fingerprint = perehdytin::register::trust::Fingerprint::of(&perehdytin::register::sign::Signer::chain(&by)[0]);
    assert_eq!(said(desk.data.path(), &["accept", &fingerprint.0, "--by", "Salla"]).exit, 0);
    let subject = Subject { name: "Tilaaja Tiina".to_owned(), organisation: "Energia Oy".to_owned() };
    create(&desk.data.identity(), &subject, PASSPHRASE, SystemClock.now()).unwrap();
    desk.press("Avaa rekisterit");
    desk.wait_for("Hae nimellä, yrityksellä tai tunnisteella");
    desk
}

const WHO: &str = "Kuka päättää (jää lokiin)";

#[test]
fn a_person_is_shown_their_data_and_erased_with_the_subscribers_signature() {
    let mut desk = desk();
    desk.choose("Henkilön tiedot");
    desk.write("Hae nimellä, yrityksellä tai tunnisteella", "ahkera");
    let row = "Aino Ahkera, Kaivuu Oy";
    desk.wait(row, |desk| desk.harness.query_by_role_and_label(Role::Row, row).is_some());
    let rect = desk.harness.get_by_role_and_label(Role::Row, row).rect();
    desk.press_at(rect);
    desk.wait_for("Yksi muu osallistuja säilyy.");
    desk.wait_for("Tilaaja Tiina");
    desk.write(WHO, "Salla Supervisor");
    let target = desk.beside("ulos").join("aino.txt");
    desk.write("Tiedosto (.txt luettavaksi, .json koneelle)", target.to_str().unwrap());
    desk.press("Kirjoita tiedosto");
    desk.wait("the file", |_| target.is_file());
    assert!(std::fs::read_to_string(&target).unwrap().contains("Aino Ahkera"));
    desk.is_named("records, a person's data");

    let erase = "Poista Aino Ahkera";
    assert!(!desk.offers(erase), "not before somebody is sure and has a key");
    desk.tick("Olen tarkistanut, kenestä on kyse. Tätä ei voi perua.");
    desk.write_secret("Tunnuslause", "väärä tunnuslause");
    desk.press(erase);
    desk.wait("a refusal", |desk| !desk.shows("Poistetaan. Älä sulje ikkunaa."));
    assert_eq!(said(desk.data.path(), &["search", "ahkera"]).exit, 0, "a wrong passphrase erases nobody");
    desk.write_secret("Tunnuslause", PASSPHRASE);
    desk.press(erase);
    desk.wait_for("Henkilö on poistettu. Uusia rekistereitä tehtiin 1, kokonaan poistettiin 0.");
    let told = said(desk.data.path(), &["search", "ahkera", "--format", "json"]).stdout;
    assert!(!told.contains("Aino"), "{told}");
    assert_eq!(said(desk.data.path(), &["person", "Eino Ensi"]).exit, 0, "others stay valid");
    desk.choose("Loki");
    desk.wait_for("Poisti henkilön tiedot: korvasi yhden rekisterin");
    assert!(desk.shows("Salla Supervisor") && !desk.shows("Aino"));
    desk.is_named_and_rests("records, log");
}

#[test]
fn a_retention_time_is_set_looked_at_and_carried_out() {
    let mut desk = desk();
    desk.choose("Säilytysaika");
    desk.wait_for("Minkään säilytysaika ei ole kulunut.");
    desk.write(WHO, "Salla Supervisor");
    let all = "Kaikki kurssit ja sivuun jääneet tiedostot";
    let set = format!("Aseta: {all}");
    desk.write(&format!("Vuosia: {all}"), "sata");
    assert!(!desk.offers(&set), "that is no number");
    desk.write(&format!("Vuosia: {all}"), "2");
    desk.press(&set);
    desk.wait_for("Rekistereitä 1, kokonaan häviäviä henkilöitä 1, sivuun jääneitä tiedostoja 0.");
    assert!(desk.shows("Häviävät henkilöt: Pia Pihlaja") && desk.shows("voimassa 10.1.2021 asti, yksi henkilö"));
    assert!(desk.shows("2 vuotta voimassaolon päätyttyä. Asettaja: Salla Supervisor"));
    desk.is_named("records, retention");
    assert!(!desk.offers("Poista nämä"), "not before the list was looked at");
    desk.tick("Olen katsonut luettelon. Tätä ei voi perua.");
    desk.press("Poista nämä");
    desk.wait_for("Minkään säilytysaika ei ole kulunut.");
    assert_eq!(said(desk.data.path(), &["person", "Pia Pihlaja"]).exit, 2);
    assert_eq!(said(desk.data.path(), &["person", "Eino Ensi"]).exit, 0);
}

#[test]
fn the_records_are_copied_and_brought_back() {
    let mut desk = desk();
    desk.choose("Varmuuskopio");
    desk.write(WHO, "Salla Supervisor");
    let copy = desk.beside("kopio");
    desk.write("Tyhjä kansio", copy.to_str().unwrap());
    desk.press("Kopioi");
    desk.wait("the copy", |_| copy.join("records.sqlite").is_file());
    desk.is_named("records, copies");
    let other = said(desk.data.path(), &["retention", "set", "2"]);
    assert_eq!(other.exit, 0);
    assert_eq!(said(desk.data.path(), &["retention", "apply"]).exit, 0);
    assert_eq!(said(desk.data.path(), &["person", "Pia Pihlaja"]).exit, 2);
    desk.write("Kopion kansio", copy.to_str().unwrap());
    desk.press("Palauta");
    desk.wait_for("valinta");
    desk.tick("Korvaa nykyinen rekisterikirjasto; se jää talteen omaan kansioonsa");
    desk.press("Palauta");
    desk.wait("the records of before", |desk| said(desk.data.path(), &["person", "Pia Pihlaja"]).exit == 1);
    desk.wait_for("Hae nimellä, yrityksellä tai tunnisteella");
}
