//! Checking registers, keeping keys and preparing from files, through the real screens.

use perehdytin::files::write_atomically;
use perehdytin::register::identity;
use perehdytin::ui::Route;

use crate::ui_desk_support::Desk;
use crate::ui_desk_support::PASSPHRASE;

/// A desk on which a register has been signed, and where the register lies.
fn desk_with_register() -> (Desk, std::path::PathBuf) {
    let mut desk = Desk::signed_with_aino();
    let register = perehdytin::engine::layout::register(&desk.session_folder());
    desk.press("Valmis");
    desk.wait_for("Valmiit tilaisuudet");
    (desk, register)
}

/// A desk with one key, on the screen of keys.
fn desk_with_key() -> Desk {
    let mut desk = Desk::new();
    desk.press("Allekirjoitusavain");
    desk.wait_for("Allekirjoittajan nimi");
    desk.write("Allekirjoittajan nimi", "Taina Tarkka");
    desk.write("Organisaatio (voi jättää tyhjäksi)", "Esimerkkilän Energia");
    desk.write_secret("Uusi tunnuslause", PASSPHRASE);
    desk.write_secret("Tunnuslause uudelleen", PASSPHRASE);
    desk.press("Tee allekirjoitusavain");
    desk.wait_for("Avain on valmis: Taina Tarkka");
    desk
}

#[test]
fn a_dropped_register_is_checked_and_its_data_opens_as_a_table() {
    let (mut desk, register) = desk_with_register();
    desk.drops(&register);
    desk.wait_for("Onko tiedosto ehjä?");
    assert!(matches!(desk.route(), Route::Verify(_)));
    assert!(desk.shows("Kyllä. Jokainen tavu on niin kuin allekirjoitettaessa."));
    assert!(!desk.shows("Aino Laine"), "the data is shown when it is asked for");
    desk.press("Näytä tiedot taulukkona");
    assert!(desk.shows("Aino Laine") && desk.shows("Kaivuu Oy"));
}

#[test]
fn a_signer_is_trusted_after_comparing_the_fingerprint_and_can_be_forgotten() {
    let (desk, register) = desk_with_register();
    // Another computer, which does not know this signer.
    let mut other = Desk::new();
    other.drops(&register);
    other.wait_for("Allekirjoittajaa ei tunneta tällä koneella.");
    other.press("Luota allekirjoittajaan Taina Tarkka");
    assert!(!other.offers("Luota allekirjoittajaan"), "not before the fingerprint was compared");
    other.tick("Vertasin sormenjälkiä, ja ne ovat samat.");
    other.press("Luota allekirjoittajaan");
    other.wait_for("Allekirjoittajaan luotetaan tällä koneella nimellä Taina Tarkka");
    other.press("Älä luota enää: Taina Tarkka");
    other.wait_for("Allekirjoittajaa ei tunneta tällä koneella.");
    drop(desk);
}

#[test]
fn a_changed_register_and_a_file_that_is_none_are_told_apart() {
    let (mut desk, register) = desk_with_register();
    let folder = desk.beside("strange");
    let mut bytes = std::fs::read(&register).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let changed = folder.join("changed.pdf");
    write_atomically(&changed, &bytes).unwrap();
    desk.drops(&changed);
    desk.wait_for("Onko tiedosto ehjä?");
    assert!(!desk.shows("Kyllä. Jokainen tavu"));
    let missing = folder.join("missing.pdf");
    desk.drops(&missing);
    desk.wait_for("missing.pdf");
}

#[test]
fn a_key_is_made_tried_backed_up_removed_and_brought_back() {
    let mut desk = desk_with_key();
    desk.press("Kokeile tunnuslausetta");
    desk.write_secret("Tunnuslause", "jokin muu lause");
    desk.press_form("Kokeile tunnuslausetta");
    desk.wait_for("Väärä tunnuslause");
    desk.write_secret("Tunnuslause", PASSPHRASE);
    desk.press_form("Kokeile tunnuslausetta");
    desk.wait_for("Tunnuslause on oikea.");

    let backup = desk.beside("backup").join("key.p12");
    desk.press("Tee varmuuskopio");
    desk.write("Varmuuskopion tiedosto", &backup.display().to_string());
    desk.press_form("Tee varmuuskopio");
    desk.wait_for("Varmuuskopio on tehty");

    desk.press("Poista avain");
    assert!(!desk.offers("Poista tältä koneelta"), "not before it is said to be safe");
    desk.tick("Avaimesta on varmuuskopio, tai en tarvitse sitä enää.");
    desk.press("Poista tältä koneelta");
    desk.wait_for("Avain on poistettu tältä koneelta");
    assert!(identity::list(&desk.data.identity()).unwrap().is_empty());

    desk.wait("the empty list", |desk| !desk.offers("Vaihda tunnuslause"));
    desk.press("Tuo avain tiedostosta");
    desk.write("Avaintiedosto", &backup.display().to_string());
    desk.write_secret("Tunnuslause", PASSPHRASE);
    desk.press_form("Tuo avain tiedostosta");
    desk.wait_for("Avain on tuotu: Taina Tarkka");
    assert_eq!(identity::list(&desk.data.identity()).unwrap().len(), 1);
}

#[test]
fn a_new_passphrase_replaces_the_old_one() {
    let mut desk = desk_with_key();
    desk.press("Vaihda tunnuslause");
    desk.write_secret("Nykyinen tunnuslause", PASSPHRASE);
    desk.write_secret("Uusi tunnuslause", "lyhyt");
    desk.press_form("Vaihda tunnuslause");
    assert!(desk.shows("Vähintään 10 merkkiä."));
    desk.write_secret("Uusi tunnuslause", "aivan toinen pitkä lause");
    desk.write_secret("Tunnuslause uudelleen", "aivan toinen pitkä lause");
    desk.press_form("Vaihda tunnuslause");
    desk.wait_for("Tunnuslause on vaihdettu.");
    let card = identity::list(&desk.data.identity()).unwrap().remove(0);
    assert!(identity::unlock(&card.file, "aivan toinen pitkä lause").is_ok());
    assert!(identity::unlock(&card.file, PASSPHRASE).is_err());
}

#[test]
fn a_preparation_that_was_left_is_taken_up_again() {
    let mut desk = Desk::new();
    desk.prepares();
    desk.write("Paikka", "Kerhotalo");
    desk.press("Lisää rivi");
    desk.write("Nimi, rivi 1", "Aino Laine");
    desk.press("Aloitusnäyttö");
    desk.wait("the draft", |desk| perehdytin::ui::prepare::draft::Draft::load(&desk.data).is_some());
    let mut desk = desk.restarted();
    desk.wait_for("Valmistelu on kesken: Kerhotalo.");
    desk.press("Jatka valmistelua");
    desk.wait_for("4 · Ketä odotetaan (1)");
    let place = desk.value("Paikka");
    assert_eq!(place.as_deref(), Some("Kerhotalo"));
}

#[test]
fn nothing_starts_while_place_trainer_or_organiser_is_missing() {
    let mut desk = Desk::new();
    desk.prepares();
    desk.write("Järjestäjä", "");
    desk.press("Avaa ilmoittautuminen");
    for message in ["Kirjoita paikka.", "Kirjoita perehdyttäjän nimi.", "Kirjoita järjestäjä."] {
        assert!(desk.shows(message), "{message}");
    }
    assert!(matches!(desk.route(), Route::Prepare(_)));
    assert!(!desk.data.sessions().exists());
}

#[test]
fn a_workbook_is_read_with_its_remarks_and_rows_that_are_left_out_can_be_mended() {
    let mut desk = Desk::new();
    let path = desk.beside("lists").join("expected.xlsx");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in
        [["Nimi", "Yritys"], ["Aino Laine", "Kaivuu Oy"], ["", "Verkko Oy"], ["Aino Laine", "Kaivuu Oy"]]
            .iter()
            .enumerate()
    {
        sheet.write_row(u32::try_from(row).unwrap(), 0, *cells).unwrap();
    }
    workbook.save(&path).unwrap();
    desk.press("Valmistele tilaisuus");
    desk.wait_for("4 · Ketä odotetaan");
    desk.drops(&path);
    desk.wait_for("Yksi osallistuja luettiin, 2 riviä jää pois.");
    assert!(desk.shows("Nimi puuttuu.") && desk.shows("Aino Laine on jo listalla."));
    desk.press("Lisää yksi osallistuja listalle");
    assert!(desk.shows("4 · Ketä odotetaan (1)"));
    assert!(desk.shows(";Verkko Oy"), "what was left out waits to be mended");
}

#[test]
fn a_pack_with_mistakes_is_shown_with_them_and_cannot_be_chosen() {
    let mut desk = Desk::new();
    let folder = desk.beside("broken-course");
    write_atomically(&folder.join("course.ron"), b"(format: 1, id: \"koe\", nonsense: 3)").unwrap();
    desk.prepares();
    desk.write("Muu kurssipaketin kansio", &folder.display().to_string());
    desk.key(egui::Key::Enter);
    desk.wait_for("Kurssia broken-course ei voi käyttää");
    assert!(desk.shows("course.ron:1:"), "{:?}", desk.texts());
    assert!(!desk.shows("3 · Paikka ja perehdyttäjä"), "nothing can be started with it");
}

#[test]
fn the_settings_change_language_and_look_and_show_the_licences() {
    let mut desk = Desk::new();
    desk.press("Asetukset");
    desk.choose("English");
    assert!(desk.shows("Settings"));
    desk.press("SIL Open Font License 1.1 · Noto Sans");
    assert!(desk.shows("SIL OPEN FONT LICENSE"));
    desk.press("Close");
    desk.choose("Dark");
    assert_eq!(desk.harness.state().settings().look, perehdytin::ui::theme::Look::Dark);
}

#[test]
fn a_profile_that_lacks_what_the_course_asks_for_is_told_and_starts_nothing() {
    let mut desk = Desk::new();
    let file = desk.beside("profiles").join("thin.ron");
    let profile = br##"(
        format: 1, id: "ohut", name: {"fi": "Ohut Energia Oy", "en": "Thin Energy Ltd"},
        accent: "#00695C", identifier: none, contacts: [], promises: [], values: [], may_answer: [], must_not_answer: [],
    )"##;
    write_atomically(&file, profile).unwrap();
    desk.prepares();
    desk.write("Muu profiilitiedosto", &file.display().to_string());
    desk.key(egui::Key::Enter);
    desk.wait_for("Profiilista puuttuu, mitä kurssi siltä kysyy");
    desk.write("Paikka", "Kerhotalo");
    desk.write("Perehdyttäjä", "Taina Tarkka");
    desk.write("Järjestäjä", "Ohut Energia Oy");
    desk.press("Avaa ilmoittautuminen");
    assert!(desk.shows("Valittu profiili ei riitä tälle kurssille."));
    assert!(!desk.data.sessions().exists());
}
