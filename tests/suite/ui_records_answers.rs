//! Who may be sent to a customer, through the real screens: searching, a person, contractors, another day, a new
//! revision before it is published, and people who may be one.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use egui_kittest::kittest::Queryable as _;
use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::records::Assignment;

use crate::folder_support::names_in;
use crate::records_support::{Desk as Registers, Somebody, file, said, signer, somebody, stated};
use crate::ui_desk_support::Desk;

pub(crate) const OY: &str = "Kaivuu Oy";

/// A window on the records that hold a register for each day and list of people, all of one accepted signer.
pub(crate) fn desk(rooms: &[(&str, &[Somebody])]) -> Desk {
    let mut desk = Desk::new();
    desk.clock.set(SystemClock.now());
    let registers = Registers::new();
    let by = signer("Taina Tarkka");
    for (session, (day, people)) in (1..).zip(rooms) {
        let path = registers.put(&format!("{session}.pdf"), &file(&stated(session, day, people), &by));
        let told = said(desk.data.path(), &["import", path.to_str().unwrap(), "--by", "Salla"]);
        assert_eq!(told.exit, 0, "{}{}", told.stdout, told.stderr);
    }
    let told = said(desk.data.path(), &["signers", "--format", "json"]).stdout;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let fingerprint = told["signers"][0]["fingerprint"].as_str().unwrap();
    assert_eq!(said(desk.data.path(), &["accept", fingerprint, "--by", "Salla"]).exit, 0);
    desk.press("Avaa rekisterit");
    desk.wait_for("Hae nimellä, yrityksellä tai tunnisteella");
    desk
}

/// Chooses the row called `name`.
#[track_caller]
pub(crate) fn take(desk: &mut Desk, name: &str) {
    let rect = desk.harness.get_by_role_and_label(Role::Row, name).rect();
    desk.press_at(rect);
}

pub(crate) fn has_row(desk: &Desk, name: &str) -> bool {
    desk.harness.query_by_role_and_label(Role::Row, name).is_some()
}

#[test]
fn somebody_is_found_by_typing_and_their_page_tells_since_when_until_when_and_on_which_register() {
    let mut desk = desk(&[("2026-11-02", &[somebody("Aino Ahkera", OY), somebody("Eino Ensi", OY).missing(&[0])])]);
    // The field has the keyboard; the beginning of two words is enough, and Enter takes the first.
    desk.types("kaiv ahk");
    desk.wait("the row", |desk| has_row(desk, "Aino Ahkera, Kaivuu Oy"));
    assert!(!has_row(&desk, "Eino Ensi, Kaivuu Oy"));
    desk.is_named_and_rests("records, search");
    desk.key(Key::Enter);
    desk.wait_for("Perehdytetty. Voi lähteä asiakkaalle");
    assert!(desk.shows("Voimassa 2.11.2026 alkaen. Viimeinen päivä 2.11.2029."));
    assert!(desk.offers("Avaa rekisteri 2.11.2026"));
    desk.is_named_and_rests("records, person");

    // The day before, nobody knew of it; a day to come is refused.
    let field = "Minkä päivän tilanne (tyhjä = tänään)";
    desk.write(field, "1.11.2026");
    desk.wait_for("Ei perehdytyksiä 1.11.2026 mennessä.");
    desk.write(field, "1.1.2199");
    assert!(desk.shows("Tämä päivä on vasta edessä."));
    desk.write(field, "");
    desk.wait_for("Perehdytetty.");

    desk.press("Takaisin");
    desk.write("Hae nimellä, yrityksellä tai tunnisteella", "eino");
    desk.wait("the row", |desk| has_row(desk, "Eino Ensi, Kaivuu Oy"));
    // By keyboard from the field into the list.
    desk.key(Key::ArrowDown);
    desk.wait("the focus", |desk| desk.has_focus("Eino Ensi, Kaivuu Oy"));
    desk.key(Key::Enter);
    desk.wait_for("perehdytyksestä puuttuu teemoja");
    assert!(desk.shows("ei ole käyty"));
}

#[test]
fn a_contractor_shows_who_is_valid_due_and_failed_also_on_a_past_day() {
    let mut desk = desk(&[(
        "2026-11-02",
        &[
            somebody("Aino Ahkera", OY),
            somebody("Eino Ensi", OY).missing(&[0]),
            somebody("Forsman Failed", OY).failed(),
            somebody("Saara Sähkö", "Sähkö Oy"),
        ],
    )]);
    desk.choose("Palveluntuottajat");
    let row = "Kaivuu Oy: voimassa 1, näistä itse opiskelleita 0, perehdytettävä 1, koe läpäisemättä 1, \
               allekirjoittaja hyväksymättä 0";
    desk.wait("the contractor", |desk| has_row(desk, row));
    desk.is_named_and_rests("records, contractors");
    // On a past day all are counted anew.
    desk.write("Minkä päivän tilanne (tyhjä = tänään)", "1.11.2026");
    desk.wait("nobody", |desk| !has_row(desk, row));
    desk.write("Minkä päivän tilanne (tyhjä = tänään)", "2.11.2026");
    desk.wait_for("tilanne 2.11.2026 silloin voimassa olleen version mukaan");
    desk.wait("the contractor", |desk| has_row(desk, row));
    desk.write("Minkä päivän tilanne (tyhjä = tänään)", "");
    desk.wait("the contractor", |desk| has_row(desk, row));
    take(&mut desk, row);
    desk.wait_for("Kaikki (3)");
    desk.is_named_and_rests("records, contractor");
    assert!(has_row(&desk, "Aino Ahkera, Voimassa"));
    assert!(has_row(&desk, "Forsman Failed, Koe läpäisemättä"));
    assert!(desk.shows("Vain loppukoe"));
    desk.choose("Perehdytettävä (1)");
    assert!(has_row(&desk, "Eino Ensi, Perehdytettävä") && !has_row(&desk, "Aino Ahkera, Voimassa"));
    desk.choose("Kaikki (3)");
    desk.write("Minkä päivän tilanne (tyhjä = tänään)", "1.11.2026");
    desk.wait_for("Kurssista ei ollut 1.11.2026 vielä yhtään rekisteriä.");
    desk.write("Minkä päivän tilanne (tyhjä = tänään)", "2.11.2026");
    desk.wait("the people", |desk| has_row(desk, "Aino Ahkera, Voimassa"));
    // From the list to the person and back, on the same day.
    take(&mut desk, "Aino Ahkera, Voimassa");
    desk.wait_for("Voi lähteä asiakkaalle 2.11.2026.");
    desk.press("Takaisin");
    desk.wait("the list", |desk| has_row(desk, "Aino Ahkera, Voimassa"));
}

#[test]
fn two_who_may_be_one_are_decided_side_by_side_and_the_decision_is_undone() {
    let mut desk =
        desk(&[("2026-10-05", &[somebody("Aino Ahkera", OY)]), ("2026-10-12", &[somebody("Aino Ahkera", "Sähkö Oy")])]);
    desk.wait_for("Epäselvät henkilöt (1)");
    desk.choose("Epäselvät henkilöt (1)");
    desk.wait_for("Sama nimi, eri yritys");
    desk.is_named_and_rests("records, doubts");
    let two = "Aino Ahkera, Kaivuu Oy / Aino Ahkera, Sähkö Oy";
    desk.write("Kuka päättää (jää lokiin)", "Salla");
    desk.press(&format!("Sama henkilö: {two}"));
    desk.wait_for("Sama henkilö. Päätti Salla");
    let undo =
        desk.texts().into_iter().find(|text| text.starts_with("Peru päätös: ")).expect("the decision can be undone");
    desk.press(&undo);
    desk.wait("the question", |desk| desk.offers(&format!("Eri henkilöt: {two}")));
    desk.press(&format!("Eri henkilöt: {two}"));
    desk.wait_for("Eri henkilöt. Päätti Salla");
    // What was decided stays in its place until one leaves; then it is found among what was decided, and undone there.
    assert!(desk.shows("Odottaa päätöstä (0)"));
    desk.choose("Loki");
    desk.choose("Epäselvät henkilöt");
    desk.wait_for("Epäselviä henkilöitä ei ole.");
    desk.choose("Päätetty (1)");
    desk.wait_for("Eri henkilöt. Päätti Salla");
    desk.press(&format!("Peru päätös: {two}"));
    desk.wait_for("Epäselvät henkilöt (1)");
    assert!(desk.offers(&format!("Sama henkilö: {two}")));
}

#[test]
fn whoever_bears_the_name_that_was_typed_comes_before_whoever_works_for_a_company_of_that_name() {
    let mut desk = desk(&[(
        "2026-11-02",
        &[somebody("Väinö Mäki", OY), somebody("Aino Ahkera", "Mäki Oy"), somebody("Eino Mäkinen", OY)],
    )]);
    desk.types("maki");
    desk.wait("the rows", |desk| desk.harness.query_all_by_role(Role::Row).count() == 4);
    let rows: Vec<String> =
        desk.harness.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label()).collect();
    let expected =
        ["Palveluntuottaja Mäki Oy", "Eino Mäkinen, Kaivuu Oy", "Väinö Mäki, Kaivuu Oy", "Aino Ahkera, Mäki Oy"];
    assert_eq!(rows, expected);
}

#[test]
fn a_course_pack_shows_whom_it_would_make_due_before_it_is_put_into_force() {
    let mut desk = desk(&[("2026-11-02", &[somebody("Aino Ahkera", OY), somebody("Eino Ensi", OY)])]);
    let folder = desk.beside("course");
    crate::ui_support::write_course(&folder);
    desk.choose("Palveluntuottajat");
    desk.wait_for("Mitä uusi kurssiversio muuttaisi?");
    desk.press("Mitä uusi kurssiversio muuttaisi?");
    desk.write("Kurssipaketin kansio", folder.to_str().unwrap());
    desk.press("Katso");
    desk.wait_for("Tästä kurssista ei ole vielä yhtään rekisteriä.");
    desk.is_named_and_rests("records, what if");
    desk.write("Kuka päättää (jää lokiin)", "Salla");
    desk.press("Ota käyttöön tänään");
    desk.wait_for("Käytössä:");
    let told = said(desk.data.path(), &["course", "list", "--format", "json"]).stdout;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["courses"].as_array().unwrap().len(), 2, "{told}");
}

#[test]
fn only_the_rows_in_sight_are_drawn_and_every_row_is_reached_by_keyboard() {
    let names: Vec<&'static str> =
        (0..60).map(|at| &*Box::leak(format!("Testi Henkilö{at:02}").into_boxed_str())).collect();
    let people: Vec<Somebody> = names.iter().map(|name| somebody(name, OY)).collect();
    let mut desk = desk(&[("2026-11-02", &people)]);
    desk.harness.set_size(egui::vec2(1366.0, 768.0));
    desk.types("testi");
    desk.wait("the rows", |desk| desk.harness.query_all_by_role(Role::Row).count() > 5);
    let drawn = desk.harness.query_all_by_role(Role::Row).count();
    assert!(drawn < 30, "{drawn} rows are drawn");
    desk.key(Key::ArrowDown);
    let focused =
        |desk: &Desk| desk.harness.query_all_by_role(Role::Row).find(|row| row.is_focused())?.accesskit_node().label();
    desk.wait("the first row", |desk| focused(desk).is_some());
    let first = focused(&desk);
    assert_eq!(first.as_deref(), Some("Testi Henkilö00, Kaivuu Oy"), "they come by the alphabet");
    desk.key(Key::ArrowDown);
    desk.wait("the second row", |desk| focused(desk).as_deref() == Some("Testi Henkilö01, Kaivuu Oy"));
    desk.key(Key::End);
    desk.wait("the last row", |desk| focused(desk).is_some() && focused(desk) != first);
    let last = focused(&desk);
    desk.key(Key::Home);
    desk.wait("the first row again", |desk| focused(desk) == first);
    assert_ne!(first, last);
}

#[test]
fn a_contractors_due_list_is_made_as_a_sheet_a_table_and_a_draft_with_both_and_the_assignment() {
    let mut desk = desk(&[("2026-11-02", &[somebody("Aino Ahkera", OY), somebody("Eino Ensi", OY).missing(&[0])])]);
    let folder = desk.beside("listat");
    desk.types("kaivuu");
    desk.wait("the contractor", |desk| has_row(desk, "Palveluntuottaja Kaivuu Oy"));
    take(&mut desk, "Palveluntuottaja Kaivuu Oy");
    desk.wait_for("Tee lista perehdytettävistä");
    desk.wait("the list", |desk| desk.offers("Tee lista perehdytettävistä"));
    desk.press("Tee lista perehdytettävistä");
    desk.is_named("records, due list");
    desk.write("Mihin kansioon", folder.to_str().unwrap());
    desk.write("Kenelle sähköposti (voi jättää tyhjäksi)", "ei osoite");
    desk.press("Tee tiedostot");
    desk.wait_for("ei voi lähettää: ei osoite");
    desk.write("Kenelle sähköposti (voi jättää tyhjäksi)", "tyonjohto@kaivuu.example");
    desk.press("Tee tiedostot");
    desk.wait_for("Lista on kansiossa");
    let names = names_in(&folder);
    let day = SystemClock.now().to_zoned_datetime(jiff::tz::TimeZone::system()).date();
    let stem = format!("perehdytettavat-Kaivuu-Oy-{day}");
    let assignment = format!("{stem}.perehdytys");
    assert_eq!(names, [format!("{stem}.eml"), format!("{stem}.pdf"), assignment, format!("{stem}.xlsx")]);
    let draft = std::fs::read_to_string(folder.join(&names[0])).unwrap();
    assert!(draft.contains("To: tyonjohto@kaivuu.example") && draft.contains("X-Unsent: 1"), "{draft}");
    assert_eq!(draft.matches("Content-Disposition: attachment").count(), 3);
    let assignment = Assignment::read(&folder.join(&names[2])).unwrap();
    assert_eq!((assignment.people[0].name.as_str(), assignment.people.len()), ("Eino Ensi", 1));
    assert!(std::fs::read(folder.join(&names[1])).unwrap().starts_with(b"%PDF"));
    assert!(std::fs::read(folder.join(&names[3])).unwrap().starts_with(b"PK"));
}

#[test]
fn who_failed_is_listed_and_assigned_for_the_test_alone_and_the_draft_says_so() {
    let people = [somebody("Aino Ahkera", OY).failed(), somebody("Eino Ensi", OY).missing(&[0]).failed()];
    let mut desk = desk(&[("2026-11-02", &people)]);
    let folder = desk.beside("listat");
    desk.types("kaivuu");
    desk.wait("the contractor", |desk| has_row(desk, "Palveluntuottaja Kaivuu Oy"));
    take(&mut desk, "Palveluntuottaja Kaivuu Oy");
    desk.wait_for("ja loppukoe jo käydyistä teemoista");
    assert!(desk.shows("Vain loppukoe"), "{:?}", desk.texts());
    desk.wait("the button", |desk| desk.offers("Tee tehtävä puuttuvista teemoista"));
    desk.press("Tee tehtävä puuttuvista teemoista");
    desk.wait_for("Yksi teema, 2 henkilöä");
    assert!(desk.shows("Aino Ahkera: vain loppukoe, teemat on jo käyty"), "{:?}", desk.texts());
    assert!(desk.shows("käyty jo, vain kokeessa") && desk.shows("voi tulla tilaisuuteen suoraan loppukokeeseen"));
    desk.is_named("records, assignment of a retake");
    desk.press("Sulje");
    desk.press("Tee lista perehdytettävistä");
    desk.write("Mihin kansioon", folder.to_str().unwrap());
    desk.press("Tee tiedostot");
    desk.wait_for("Lista on kansiossa");
    let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
    let draft = files.into_iter().find(|path| path.extension().is_some_and(|end| end == "eml")).unwrap();
    let draft = std::fs::read_to_string(draft).unwrap().replace("=\r\n", "");
    assert!(draft.contains("- Aino Ahkera: Vain loppukoe") && draft.contains("suoraan loppukokeeseen"), "{draft}");
}

#[test]
fn what_a_contractors_people_lack_is_assigned_from_their_page_and_from_one_persons() {
    let mut desk = desk(&[(
        "2026-11-02",
        &[
            somebody("Aino Ahkera", OY),
            somebody("Eino Ensi", OY).missing(&[0]),
            somebody("Pia Pihlaja", OY).missing(&[0, 4]),
        ],
    )]);
    let folder = desk.beside("tehtavat");
    desk.types("kaivuu");
    desk.wait("the contractor", |desk| has_row(desk, "Palveluntuottaja Kaivuu Oy"));
    take(&mut desk, "Palveluntuottaja Kaivuu Oy");
    desk.wait("the button", |desk| desk.offers("Tee tehtävä puuttuvista teemoista"));
    desk.press("Tee tehtävä puuttuvista teemoista");
    desk.wait_for("2 teemaa, 2 henkilöä");
    assert!(desk.shows("Pia Pihlaja: kaikki 2 teemaa"), "{:?}", desk.texts());
    assert!(desk.shows("Eino Ensi: Mitä hyvä palvelu on tässä työssä"), "{:?}", desk.texts());
    desk.is_named("records, assignment");
    // The ending comes by itself: by it the file is known when it is dropped.
    desk.write("Tiedosto, johon tehtävä tallennetaan", folder.join("kaivuu").to_str().unwrap());
    desk.press("Tallenna tehtävä");
    desk.wait_for("Tehtävä on valmis");
    let assignment = Assignment::read(&folder.join("kaivuu.perehdytys")).unwrap();
    let themes: Vec<&str> = assignment.themes.iter().map(|theme| theme.id.as_str()).collect();
    assert_eq!(themes, ["teema-1", "teema-5"]);
    let names: Vec<&str> = assignment.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Eino Ensi", "Pia Pihlaja"]);

    take(&mut desk, "Eino Ensi, Perehdytettävä");
    desk.wait_for("perehdytyksestä puuttuu teemoja");
    desk.press("Tee tehtävä puuttuvista teemoista");
    desk.wait_for("Yksi teema, yksi henkilö");
    desk.write("Tiedosto, johon tehtävä tallennetaan", folder.join("eino.perehdytys").to_str().unwrap());
    desk.press("Tallenna tehtävä");
    desk.wait_for("Tehtävä on valmis");
    let assignment = Assignment::read(&folder.join("eino.perehdytys")).unwrap();
    assert_eq!((assignment.themes.len(), assignment.people[0].name.as_str()), (1, "Eino Ensi"));
}
