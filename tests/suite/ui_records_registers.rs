//! Registers through the real screens: from a person to the page of theirs, what rests on a signer, the subscriber's own
//! signature, whether all is still there, and the lists on the command line.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::records::Assignment;
use perehdytin::register::identity::{Subject, create};
use perehdytin::register::row_pages::row_pages;

use crate::records_support::{Desk as Registers, file, said, signer, somebody, stated};
use crate::ui_desk_support::{Desk, PASSPHRASE};
use crate::ui_records_answers::{OY, desk, has_row, take};

#[test]
fn a_dropped_register_leads_by_way_of_its_signer_to_the_person_and_what_their_induction_rests_on() {
    let registers = Registers::new();
    let by = signer("Taina Tarkka");
    let people = [somebody("Aino Ahkera", OY).with_tax_number("123456789012"), somebody("Eino Ensi", OY)];
    let path = registers.put("rekisteri.pdf", &file(&stated(1, "2026-11-02", &people), &by));
    let mut desk = Desk::new();
    desk.clock.set(SystemClock.now());
    desk.press("Avaa rekisterit");
    desk.wait_for("Tuo rekistereitä");
    desk.drops(&path);
    desk.wait_for("Otettu talteen 1, oli jo 0, jäi sivuun 0.");

    // Before anybody has accepted the signer, nobody on it may be sent.
    desk.choose("Haku");
    desk.write("Hae nimellä, yrityksellä tai tunnisteella", "1234567");
    desk.wait("the row", |desk| has_row(desk, "Aino Ahkera, Kaivuu Oy"));
    take(&mut desk, "Aino Ahkera, Kaivuu Oy");
    desk.wait_for("rekisterin allekirjoittajaa ei ole hyväksytty");
    // No theme is called valid, and the way to the signer leads through the register.
    assert!(desk.shows("Käyty 2.11.2026, allekirjoittaja hyväksymättä"));
    assert!(!desk.shows("Käyty, voimassa") && !desk.shows("2.11.2029"));
    desk.press("Rekisterin tiedot: 2.11.2026");
    desk.wait_for("Rekisteri 2.11.2026");
    desk.press("Näytä allekirjoittaja");
    desk.wait_for("Ei vielä hyväksytty");
    desk.is_named_and_rests("records, signer");
    desk.press("Hyväksy Taina Tarkka");
    desk.write("Kuka päättää (jää lokiin)", "Salla");
    desk.tick("Vertasin sormenjälkiä, ja ne ovat samat.");
    desk.press("Hyväksy");
    desk.wait_for("hyväksyjä Salla");
    // Back by the way one came, with a key.
    desk.key(egui::Key::Escape);
    desk.wait_for("Rekisteri 2.11.2026");
    desk.key(egui::Key::Escape);
    desk.wait_for("Perehdytetty. Voi lähteä asiakkaalle");

    // The same search again: valid at once, without another import, theme by theme.
    desk.choose("Haku");
    desk.wait("the row", |desk| has_row(desk, "Aino Ahkera, Kaivuu Oy"));
    take(&mut desk, "Aino Ahkera, Kaivuu Oy");
    desk.wait_for("Perehdytetty. Voi lähteä asiakkaalle");
    assert!(desk.shows("Käyty, voimassa 2.11.2026 alkaen") && desk.shows("2.11.2029"));
    assert!(desk.offers("Avaa rekisteri 2.11.2026"));
    desk.wait_for("sivu 1 · rivi 1 · allekirjoittaja Taina Tarkka");
}

#[test]
fn from_somebody_one_comes_to_the_page_of_the_register_and_to_everybody_else_on_it() {
    let mut desk = desk(&[("2026-11-02", &[somebody("Aino Ahkera", OY), somebody("Eino Ensi", OY)])]);
    desk.types("aino");
    desk.wait("the row", |desk| has_row(desk, "Aino Ahkera, Kaivuu Oy"));
    take(&mut desk, "Aino Ahkera, Kaivuu Oy");
    desk.wait_for("Avaa rekisteri 2.11.2026");
    // The page is read from the kept file itself.
    desk.wait_for("sivu 1 · rivi 1");
    desk.press("Rekisterin tiedot: 2.11.2026");
    desk.wait_for("Rekisteri 2.11.2026");
    assert!(desk.offers("Avaa PDF"));
    assert!(desk.shows("tiedostosta 1.pdf, tuoja Salla"));
    desk.is_named_and_rests("records, register");
    take(&mut desk, "Eino Ensi, Kaivuu Oy");
    desk.wait_for("Perehdytetty.");
    desk.press("Takaisin");
    desk.wait_for("Rekisteri 2.11.2026");
}

#[test]
fn the_page_of_every_row_is_read_from_the_register_itself() {
    let people: Vec<_> = (0..30).map(|_| somebody("Aino Ahkera", OY)).collect();
    let pages = row_pages(&file(&stated(1, "2026-11-02", &people), &signer("Taina Tarkka")));
    assert_eq!(pages.keys().copied().collect::<Vec<u32>>(), (1..=30).collect::<Vec<u32>>());
    assert!(pages[&1] == 1 && pages[&30] > 1, "{pages:?}");
    assert!(pages.values().is_sorted(), "{pages:?}");
    assert!(row_pages(b"%PDF-1.7 no register").is_empty());
}

#[test]
fn everything_that_rested_on_a_revoked_signer_is_shown() {
    let mut desk = desk(&[("2026-11-02", &[somebody("Aino Ahkera", OY), somebody("Eino Ensi", OY)])]);
    desk.choose("Allekirjoittajat");
    desk.press("Peru hyväksyntä: Taina Tarkka");
    desk.write("Syy (jää lokiin)", "Avain on hukassa");
    desk.write("Kuka päättää (jää lokiin)", "Salla");
    desk.press("Peru hyväksyntä");
    desk.wait_for("Syy: Avain on hukassa");
    desk.press("Näytä rekisterit ja henkilöt: Taina Tarkka");
    desk.wait_for("Rekisterit (1)");
    desk.wait("the register", |desk| has_row(desk, "2.11.2026, Laadukas asiakaspalvelu asiakkaan luona, versio 3"));
    desk.is_named("records, signer");
    desk.choose("Henkilöt (2)");
    assert!(has_row(&desk, "Eino Ensi, Allekirjoittaja hyväksymättä"));
    take(&mut desk, "Aino Ahkera, Allekirjoittaja hyväksymättä");
    desk.wait_for("rekisterin allekirjoittajaa ei ole hyväksytty");
}

#[test]
fn the_subscriber_signs_a_register_as_well_and_the_signed_copy_is_what_people_rest_on() {
    let mut desk = desk(&[("2026-11-02", &[somebody("Aino Ahkera", OY)])]);
    let subject = Subject { name: "Tilaaja Tiina".to_owned(), organisation: "Energia Oy".to_owned() };
    create(&desk.data.identity(), &subject, PASSPHRASE, SystemClock.now()).unwrap();
    desk.types("aino");
    desk.wait("the row", |desk| has_row(desk, "Aino Ahkera, Kaivuu Oy"));
    take(&mut desk, "Aino Ahkera, Kaivuu Oy");
    desk.wait_for("Rekisterin tiedot");
    desk.press("Rekisterin tiedot: 2.11.2026");
    desk.wait("the button", |desk| desk.offers("Allekirjoita myös tilaajana"));
    desk.press("Allekirjoita myös tilaajana");
    desk.wait_for("Tilaaja Tiina · Energia Oy");
    desk.is_named("records, countersign");
    desk.write("Kuka päättää (jää lokiin)", "Salla");
    desk.write_secret("Tunnuslause", "ei tämä kuitenkaan");
    desk.press("Allekirjoita");
    desk.wait_for("unnuslause");
    desk.wait("the passphrase to be refused", |desk| desk.offers("Allekirjoita"));
    desk.write_secret("Tunnuslause", PASSPHRASE);
    desk.press("Allekirjoita");
    desk.wait_for("Lisäksi yksi muu on allekirjoittanut rekisterin.");
    assert!(desk.harness.query_by_role_and_label(Role::Button, "Allekirjoita").is_none(), "the dialog is over");
    // Both files are kept, and the person rests on the signed one.
    let told = said(desk.data.path(), &["log", "--format", "json"]).stdout;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let replaced = told["log"].as_array().unwrap().iter().find(|line| line["what"]["deed"] == "replaced").unwrap();
    assert_eq!(replaced["by"], "Salla");
    let person = said(desk.data.path(), &["person", "aino", "--format", "json"]).stdout;
    let person: serde_json::Value = serde_json::from_str(&person).unwrap();
    let evidence = &person["courses"][0]["evidence"];
    assert_eq!(evidence.as_array().unwrap().len(), 1, "{evidence}");
    assert_eq!(evidence[0]["register"], replaced["what"]["digest"]);
    assert_eq!(person["valid"], true);
}

#[test]
fn a_kept_file_that_was_changed_on_the_disk_is_found_by_the_check() {
    let mut desk = desk(&[("2026-11-02", &[somebody("Aino Ahkera", OY)])]);
    desk.choose("Tarkistus");
    desk.press("Tarkista nyt");
    desk.wait_for("Tarkistettu yksi rekisteri: kaikki tavut tallessa.");
    desk.is_named_and_rests("records, check");
    let person = said(desk.data.path(), &["person", "aino", "--format", "json"]).stdout;
    let person: serde_json::Value = serde_json::from_str(&person).unwrap();
    let kept = person["courses"][0]["evidence"][0]["file"].as_str().unwrap();
    std::fs::remove_file(kept).unwrap();
    desk.press("Tarkista nyt");
    desk.wait_for("Yksi tiedosto 1 rekisteristä ei ole enää se, joka tuotiin.");
    assert!(desk.shows("Tiedosto puuttuu."));
}

#[test]
fn the_command_line_writes_a_list_of_who_is_due_for_each_contractor() {
    let people = [
        somebody("Aino Ahkera", OY).missing(&[0]),
        somebody("Eino Ensi", "Sähkö Oy").missing(&[1]),
        somebody("Valma Valmis", "Putki Oy"),
    ];
    let desk = desk(&[("2026-11-02", &people)]);
    let folder = desk.beside("listat");
    let list = |more: &[&str]| {
        let words = [&["lists", folder.to_str().unwrap(), "--format", "json"], more].concat();
        let told = said(desk.data.path(), &words);
        assert_eq!(told.exit, 0, "{}{}", told.stdout, told.stderr);
        let told: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
        told["files"].as_array().unwrap().len()
    };
    assert_eq!(list(&[]), 8, "two contractors, four files each; nobody is due at the third");
    assert_eq!(list(&["--contractor", "Sähkö Oy", "--to", "tyonjohto@sahko.example"]), 4);
    let drafts = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
    let drafts = drafts.filter(|path| path.extension().is_some_and(|end| end == "eml"));
    let texts: Vec<String> = drafts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert_eq!(texts.len(), 3);
    assert_eq!(texts.iter().filter(|text| text.contains("To: tyonjohto@sahko.example")).count(), 1);
    // As in the window: every draft brings its contractor's sheet, table and assignment.
    for text in &texts {
        assert_eq!(text.matches("Content-Disposition: attachment").count(), 3, "{text}");
    }
    let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
    let mut asked: Vec<(String, Vec<String>)> = files
        .filter(|path| Assignment::is_named(path))
        .map(|path| {
            let assignment = Assignment::read(&path).unwrap();
            assert_eq!(assignment.people.len(), 1);
            (assignment.people[0].company.clone(), assignment.people[0].themes.clone())
        })
        .collect();
    asked.sort();
    asked.dedup();
    let of = |company: &str, theme: &str| (company.to_owned(), vec![theme.to_owned()]);
    assert_eq!(asked, [of(OY, "teema-1"), of("Sähkö Oy", "teema-2")]);
    let refused = said(desk.data.path(), &["lists", folder.to_str().unwrap(), "--contractor", OY, "--to", "ei osoite"]);
    assert_eq!(refused.exit, 2, "{refused:?}");
}
