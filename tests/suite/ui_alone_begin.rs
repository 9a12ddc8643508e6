//! Beginning to study alone, at Home and in the form, through the real screens.

use egui::Key;
use egui::Modifiers;
use egui::accesskit::Role;
use perehdytin::engine::Engine;
use perehdytin::session::Channel;
use perehdytin::session::Form;
use perehdytin::session::Place;
use perehdytin::ui::Route;

use crate::session_support::nobody;
use crate::ui_alone_support::new_study;
use crate::ui_desk_support::Desk;

/// The form with the only course there is.
fn beginning() -> Desk {
    let mut desk = Desk::new();
    desk.press("Opiskele itse");
    desk.wait_for("3 · Sinä");
    desk
}

#[test]
fn a_learner_begins_with_name_company_and_signature_and_is_on_the_course() {
    let mut desk = beginning();
    desk.is_named_and_rests("the beginning");
    desk.press("Aloita opiskelu");
    assert!(desk.shows("Kirjoita nimi."), "{:?}", desk.texts());
    desk.write("Nimi", "Aino Ahkera");
    assert!(!desk.shows("Kirjoita nimi."), "the error goes when the field is mended");
    desk.press("Aloita opiskelu");
    assert!(desk.shows("Kirjoita yritys."));
    desk.write("Yritys", "Kaivuu Oy");
    desk.press("Aloita opiskelu");
    assert!(desk.shows("Allekirjoitus puuttuu."));
    assert!(!desk.data.sessions().exists(), "nothing is opened before everything is filled");
    desk.draw_signature();
    desk.press("Aloita opiskelu");
    desk.wait("the course", |desk| matches!(desk.route(), Route::Study(_)));
    let state = desk.state();
    assert_eq!((state.setup.form, state.setup.trainer.as_str()), (Form::SelfStudy, ""));
    let learner = state.learner().unwrap();
    assert_eq!((learner.details.name.as_str(), learner.channel), ("Aino Ahkera", Channel::Desk));
    assert!(!learner.signature.strokes.is_empty());
    assert_eq!(state.place, Place::Lobby);
}

#[test]
fn a_learner_begins_by_the_keyboard_alone_and_signs_a_print() {
    let mut desk = beginning();
    desk.tab_to("Nimi");
    desk.types("Aino Ahkera");
    desk.key(Key::Enter);
    assert!(desk.has_focus("Yritys"), "{:?}", desk.texts());
    desk.types("Kaivuu Oy");
    desk.key(Key::Enter);
    assert!(desk.has_focus("Tehtävä"), "{:?}", desk.texts());
    desk.types("asentaja");
    desk.tab_to("En voi piirtää: allekirjoitan rekisterin tulosteen käsin");
    desk.key(Key::Space);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    desk.wait("the course", |desk| matches!(desk.route(), Route::Study(_)));
    let learner = desk.state().learner().unwrap().clone();
    assert_eq!((learner.details.role.as_str(), learner.channel), ("asentaja", Channel::Paper));
}

#[test]
fn a_course_is_studied_in_the_language_of_the_program_unless_another_is_chosen() {
    let mut desk = Desk::new();
    desk.press("In English");
    desk.press("Study alone");
    desk.wait_for("3 · You");
    desk.write("Name", "Aino Ahkera");
    desk.write("Company", "Digging Ltd");
    desk.draw_signature();
    desk.press("Begin to study");
    desk.wait("the course", |desk| matches!(desk.route(), Route::Study(_)));
    assert_eq!(desk.state().setup.language.as_str(), "en");
}

#[test]
fn a_made_up_subscriber_is_said_to_be_made_up() {
    let desk = beginning();
    assert!(desk.shows("Pyydä tilaajalta sen oma profiili"), "{:?}", desk.texts());
}

#[test]
fn home_tells_a_self_study_from_a_session_and_goes_on_with_it() {
    let mut desk = Desk::with_study(|state| !state.study.finished.is_empty());
    desk.wait_for("Opiskelu kesken");
    assert!(desk.shows("Itseopiskelu · "), "{:?}", desk.texts());
    assert!(!desk.shows("yksi osallistuja"), "one person is no group: {:?}", desk.texts());
    desk.press("Jatka opiskelua");
    desk.wait("the study", |desk| matches!(desk.route(), Route::Study(_)));
    let mut desk = Desk::with_study(|state| state.closed_at.is_some());
    desk.wait_for("Opiskelu päätetty, allekirjoitus puuttuu");
    desk.press("Allekirjoita");
    desk.wait_for("Päätit opiskelun");
}

#[test]
fn a_power_cut_between_opening_and_signing_in_asks_again_who_studies() {
    let desk = Desk::new();
    drop(Engine::create(&desk.data, new_study(), std::sync::Arc::clone(&desk.clock) as _, nobody()).unwrap());
    let mut desk = desk.restarted();
    desk.wait_for("Opiskelu kesken");
    desk.press("Jatka opiskelua");
    desk.wait_for("Kuka opiskelee");
    desk.press("Aloita opiskelu");
    assert!(desk.shows("Kirjoita nimi."));
    desk.write_into(Role::TextInput, "Nimi", "Aino Ahkera");
    desk.write("Yritys", "Kaivuu Oy");
    desk.draw_signature();
    desk.press("Aloita opiskelu");
    desk.wait("the learner", |desk| desk.state().learner().is_some());
}

#[test]
fn what_was_typed_is_there_again_after_a_look_elsewhere_but_nobodys_signature() {
    let mut desk = beginning();
    desk.write("Nimi", "Aino Ahkera");
    desk.write("Yritys", "Kaivuu Oy");
    desk.write("Aiempi rekisterisi (register.pdf)", "/tmp/register.pdf");
    desk.draw_signature();
    desk.press("Asetukset");
    desk.wait("the settings", |desk| matches!(desk.route(), Route::Settings(_)));
    desk.press("Aloitusnäyttö");
    desk.press("Opiskele itse");
    desk.wait_for("3 · Sinä");
    for (label, value) in
        [("Nimi", "Aino Ahkera"), ("Yritys", "Kaivuu Oy"), ("Aiempi rekisterisi (register.pdf)", "/tmp/register.pdf")]
    {
        assert_eq!(desk.value(label).as_deref(), Some(value));
    }
    desk.press("Aloita opiskelu");
    assert!(desk.shows("Allekirjoitus puuttuu."), "{:?}", desk.texts());
    desk.draw_signature();
    desk.press("Aloita opiskelu");
    desk.wait("the course", |desk| matches!(desk.route(), Route::Study(_)));
    // The register that was given is looked for, and is not there.
    desk.wait_for("Sulje");
    desk.press("Sulje");
    desk.press("Aloitusnäyttö");
    desk.wait_for("Opiskelu kesken");
    desk.press("Opiskele itse");
    desk.wait_for("3 · Sinä");
    assert_eq!(desk.value("Nimi").as_deref().unwrap_or_default(), "", "what was begun is not begun twice");
}

#[test]
fn the_length_of_the_course_leaves_out_the_breaks_of_the_room() {
    let desk = beginning();
    assert!(desk.shows("3 h 31 min"), "{:?}", desk.texts());
    assert!(!desk.shows("3 h 56 min"));
}
