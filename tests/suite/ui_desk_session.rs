//! A session at the desk, from preparing it to its register, through the real screens, engine and files.

use perehdytin::engine::layout;
use perehdytin::files::write_atomically;
use perehdytin::ui::Route;

use crate::ui_desk_support::Desk;
use crate::ui_desk_support::PASSPHRASE;

#[test]
fn a_session_goes_from_preparing_to_a_register_that_checks_out() {
    let mut desk = Desk::with_aino();
    desk.signs_in("Õie Kask", "Võrk OÜ");
    assert!(desk.shows("Ilmoittautunut 2"));
    desk.set_clock("2026-03-02T07:10:00Z");
    desk.press("Aloita kurssi");
    desk.wait("the room", |desk| matches!(desk.route(), Route::Room(_)));
    desk.set_clock("2026-03-02T10:40:00Z");
    desk.closes();
    assert!(desk.shows("Tilaisuus päätettiin"));
    desk.signs_with_new_key();
    assert!(desk.shows("Kyllä. Jokainen tavu on niin kuin allekirjoitettaessa."), "{:?}", desk.texts());
    assert!(desk.shows("Allekirjoittajaan luotetaan tällä koneella nimellä Taina Tarkka"), "{:?}", desk.texts());
    let out = layout::out(&desk.session_folder());
    let files = ["register.pdf", "report.pdf", "participants.xlsx", "participants.csv", "feedback.json"];
    for name in files {
        assert!(out.join(name).metadata().unwrap().len() > 100, "{name}");
    }
    for words in ["rekisteri", "raportti", "taulukko", "CSV", "palaute (JSON)"] {
        assert!(desk.offers(&format!("Näytä {words}")), "every file can be shown: {words}");
    }
    desk.press("Valmis");
    desk.wait_for("Valmiit tilaisuudet (1)");
}

#[test]
fn nobody_signs_in_without_name_company_and_signature_and_the_form_says_what_is_missing() {
    let mut desk = Desk::new();
    desk.opens_a_session();
    desk.press("Ilmoittaudu");
    assert!(desk.shows("Kirjoita nimi."));
    desk.write("Nimi", "Aino Laine");
    assert!(!desk.shows("Kirjoita nimi."), "the error goes when the field is mended");
    desk.press("Ilmoittaudu");
    assert!(desk.shows("Kirjoita yritys."));
    desk.write("Yritys", "Kaivuu Oy");
    desk.press("Ilmoittaudu");
    assert!(desk.shows("Allekirjoitus puuttuu."));
    desk.draw_signature();
    desk.press("Ilmoittaudu");
    desk.wait_for("Tervetuloa, Aino Laine!");
    desk.write("Nimi", "aino laine");
    desk.write("Yritys", "Kaivuu Oy");
    desk.draw_signature();
    desk.press("Ilmoittaudu");
    assert!(desk.shows("Aino Laine (Kaivuu Oy) on jo ilmoittautunut."));
}

#[test]
fn a_few_letters_and_enter_take_somebody_from_the_list() {
    let mut desk = Desk::new();
    desk.press("Valmistele tilaisuus");
    desk.wait_for("4 · Ketä odotetaan");
    let list = "Nimi;Yritys;Tehtävä\nAino Laine;Kaivuu Oy;asentaja\nOtto Koski;Verkko Oy;työnjohtaja";
    desk.write_into(egui::accesskit::Role::MultilineTextInput, "Liitä lista", list);
    desk.press("Lisää 2 osallistujaa listalle");
    desk.write("Paikka", "Kerhotalo");
    desk.write("Perehdyttäjä", "Taina Tarkka");
    desk.write("Järjestäjä", "Esimerkkilän Energia");
    desk.press("Avaa ilmoittautuminen");
    desk.wait_for("Puuttuu vielä 2");
    desk.write("Nimi", "ott");
    desk.key(egui::Key::Enter);
    desk.draw_signature();
    desk.press("Ilmoittaudu");
    desk.wait_for("Tervetuloa, Otto Koski!");
    assert!(desk.shows("Puuttuu vielä 1"));
    desk.signs_in("Ulla Uusi", "Muu Oy");
    assert!(desk.shows("ei listalla"), "a walk-in is welcome and marked");
}

#[test]
fn a_session_that_was_left_is_offered_first_and_goes_on_where_it_stood() {
    let desk = Desk::with_aino();
    let mut desk = desk.restarted();
    desk.wait_for("Kesken jäänyt tilaisuus");
    desk.press("Jatka tilaisuutta");
    desk.wait("the sign-in", |desk| matches!(desk.route(), Route::Lobby(_)));
    assert!(desk.shows("Aino Laine"));
}

#[test]
fn a_forgotten_passphrase_holds_no_session_hostage() {
    let mut desk = Desk::signed_with_aino();
    desk.press("Allekirjoita uudelleen");
    desk.write_secret("Tunnuslause", "aivan väärä lause");
    desk.press("Allekirjoita ja kirjoita tiedostot");
    desk.wait_for("Väärä tunnuslause");
    assert!(desk.shows("Voit allekirjoittaa uudella avaimella tai myöhemmin."));
    desk.press("Allekirjoita uudella avaimella");
    desk.signs_with_new_key();
    let keys = perehdytin::register::identity::list(&desk.data.identity()).unwrap();
    assert_eq!(keys.len(), 2, "the forgotten key is kept");
}

#[test]
fn a_closed_session_can_be_signed_later() {
    let mut desk = Desk::closed_with_aino();
    desk.press("Allekirjoita myöhemmin");
    desk.wait_for("Päätetty, allekirjoitus puuttuu");
    let mut desk = desk.restarted();
    desk.wait_for("Päätetty, allekirjoitus puuttuu");
    desk.press("Allekirjoita");
    desk.wait_for("Allekirjoita rekisteri");
    desk.signs_with_new_key();
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_another_one_works() {
    let mut desk = Desk::signed_with_aino();
    desk.press("Allekirjoita uudelleen");
    let blocked = desk.beside("other").join("a-file");
    write_atomically(&blocked, b"in the way").unwrap();
    desk.tick("Kirjoita toiseen kansioon");
    desk.write("Kansio tiedostoille", &blocked.join("results").display().to_string());
    desk.write_secret("Tunnuslause", PASSPHRASE);
    desk.press("Allekirjoita ja kirjoita tiedostot");
    desk.wait_for("Mitään ei ole kadonnut.");
    let good = desk.beside("results");
    desk.write("Kansio tiedostoille", &good.display().to_string());
    desk.press("Yritä uudelleen");
    desk.wait_for("Rekisteri on valmis");
    assert!(good.join("register.pdf").is_file());
}

#[test]
fn what_is_still_open_is_told_before_closing() {
    let mut desk = Desk::with_aino();
    desk.go(Route::Finish(Default::default()));
    assert!(desk.shows("Ei ole kuitannut lähtöään: Aino Laine"));
    assert!(desk.shows("Ei ole tehnyt loppukoetta: Aino Laine"));
    assert!(desk.shows("Käymättä jäi 12 teemaa"));
    desk.press("Päätä tilaisuus…");
    assert!(desk.shows("Rekisteriin tulee yksi osallistuja."));
    desk.press("Peruuta");
    assert!(desk.offers("Päätä tilaisuus…"), "nothing is closed by asking");
}

#[test]
fn a_finished_session_is_exported_and_then_removed_from_this_computer() {
    let mut desk = Desk::signed_with_aino();
    desk.press("Valmis");
    desk.wait_for("Valmiit tilaisuudet (1)");
    desk.press("Poista");
    assert!(desk.shows("Vie ne ensin talteen."));
    assert!(!desk.offers("Poista pysyvästi"), "not before it is said to be safe");
    desk.press("Vie ensin talteen");
    let safe = desk.beside("safe");
    desk.write("Kansio, johon viedään", &safe.display().to_string());
    desk.press_last("Vie talteen");
    desk.wait("the copy", |_| std::fs::read_dir(&safe).unwrap().count() == 1);
    desk.wait("the end of the copy", |desk| desk.offers("Poista"));
    desk.press("Poista");
    desk.tick("Tilaisuus on tallessa muualla, tai sitä ei saa enää säilyttää.");
    desk.press("Poista pysyvästi");
    desk.wait("the removal", |desk| std::fs::read_dir(desk.data.sessions()).unwrap().count() == 0);
    let copy = std::fs::read_dir(&safe).unwrap().next().unwrap().unwrap().path();
    assert!(copy.join("out/register.pdf").is_file());
}

#[test]
fn a_passphrase_typed_on_arrival_lands_in_its_field() {
    let mut desk = Desk::closed_with_aino();
    desk.wait_for("Allekirjoittajan nimi");
    desk.types(PASSPHRASE);
    desk.key(egui::Key::Tab);
    desk.types(PASSPHRASE);
    desk.press("Tee allekirjoitusavain");
    desk.wait_for("Rekisteri on valmis");
    desk.press("Allekirjoita uudelleen");
    desk.types(PASSPHRASE);
    desk.key(egui::Key::Enter);
    desk.wait_for("Rekisteri on valmis");
}
