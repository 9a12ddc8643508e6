//! The desk without a mouse: every control has a name and is reached by Tab; the window rests in between.

use egui::Key;
use egui::Modifiers;
use perehdytin::ui::Route;
use perehdytin::ui::identity;
use perehdytin::ui::settings;
use perehdytin::ui::verify;

use crate::ui_desk_support::Desk;

#[test]
fn every_control_has_a_name_and_every_screen_rests_when_nothing_happens() {
    let mut desk = Desk::new();
    desk.wait_for("Pidä perehdytys");
    desk.is_named_and_rests("home");
    desk.press("Valmistele tilaisuus");
    desk.wait_for("6 · Koneen tarkistus");
    desk.wait_for("Levyllä on tilaa");
    desk.press("Lisää rivi");
    desk.is_named_and_rests("prepare");
    desk.go(Route::Settings(settings::Screen::default()));
    desk.is_named_and_rests("settings");
    desk.go(Route::Identity(identity::Screen::default()));
    desk.wait_for("Allekirjoittajan nimi");
    desk.is_named_and_rests("identity");
    desk.go(Route::Verify(verify::Screen::default()));
    desk.wait_for("Rekisteritiedosto");
    desk.is_named_and_rests("verify");
    desk.press("Aloitusnäyttö");
    desk.wait_for("Pidä perehdytys");
    desk.opens_a_session();
    desk.is_named_and_rests("lobby");
    desk.signs_in("Aino Laine", "Kaivuu Oy");
    desk.is_named_and_rests("lobby after a sign-in");
    desk.go(Route::Finish(Default::default()));
    desk.wait_for("Päätä tilaisuus");
    desk.is_named_and_rests("finish");
    desk.closes();
    desk.wait_for("Allekirjoittajan nimi");
    desk.is_named_and_rests("sign");
    desk.signs_with_new_key();
    desk.is_named_and_rests("done");
    desk.press("Valmis");
    desk.wait_for("Valmiit tilaisuudet (1)");
    desk.is_named_and_rests("home with a finished session");
}

#[test]
fn people_sign_in_one_after_another_without_leaving_the_keyboard() {
    let mut desk = Desk::new();
    desk.opens_a_session();
    assert!(desk.has_focus("Nimi"), "the name waits for typing");
    for name in ["Aino Laine", "Otto Koski", "Õie Kask"] {
        desk.types(name);
        desk.key(Key::Enter);
        assert!(desk.has_focus("Yritys"));
        desk.types("Kaivuu Oy");
        desk.key(Key::Enter);
        assert!(desk.has_focus("Tehtävä"));
        desk.types("asentaja");
        desk.draw_signature();
        desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        desk.wait_for(&format!("Tervetuloa, {name}!"));
        assert!(desk.has_focus("Nimi"), "the next one can type at once");
    }
    assert!(desk.shows("Ilmoittautunut 3"));
}

#[test]
fn who_cannot_draw_is_signed_in_by_keyboard_alone_with_the_trainer_as_witness() {
    let mut desk = Desk::new();
    desk.opens_a_session();
    desk.types("Aino Laine");
    desk.key(Key::Enter);
    desk.types("Kaivuu Oy");
    desk.key(Key::Enter);
    desk.tab_to("Perehdyttäjä todistaa");
    desk.key(Key::Space);
    desk.tab_to("Ilmoittaudu");
    desk.key(Key::Enter);
    desk.wait_for("Tervetuloa, Aino Laine!");
}

#[test]
fn tab_reaches_the_start_of_a_preparation_and_enter_opens_it() {
    let mut desk = Desk::new();
    desk.wait_for("Pidä perehdytys");
    desk.tab_to("Valmistele tilaisuus");
    desk.key(Key::Enter);
    desk.wait("the preparation", |desk| matches!(desk.route(), Route::Prepare(_)));
}
