//! The console, driven as a trainer drives it, on a real engine.

use egui::Key;
use egui::Modifiers;
use perehdytin::i18n::Lang;
use perehdytin::session::Command;
use perehdytin::session::Place;
use perehdytin::ui::Route;

use crate::ui_support::Room;

fn is_at(step: &str) -> impl Fn(&perehdytin::session::State) -> bool {
    let wanted = Place::Step(step.into());
    move |state| state.place == wanted
}

#[test]
fn the_room_goes_on_and_back_by_page_keys_and_buttons() {
    let mut room = Room::new();
    room.press(Key::PageDown);
    room.until("the first step", is_at("welcome"));
    assert!(room.shows_containing("Toivota kaikki tervetulleiksi"));
    room.click("Seuraava");
    room.until("the scenario", is_at("at-the-door"));
    room.press(Key::PageUp);
    room.until("back", is_at("welcome"));
}

#[test]
fn the_pace_is_said_in_words_in_both_languages() {
    for (lang, words) in [(Lang::Fi, "9 min jäljessä, loppuu 10.54"), (Lang::En, "9 min behind, ends 10:54")] {
        let mut room = Room::of(lang, [1366.0, 768.0]);
        room.go_to("welcome");
        room.pass(14);
        assert!(room.shows(words), "{:#?}", room.texts());
    }
}

#[test]
fn a_breaks_countdown_goes_on_while_the_trainer_looks_at_other_steps() {
    let mut room = Room::new();
    room.go_to("pause");
    room.pass(5);
    assert!(room.shows_containing("Taukoa jäljellä 10:00"));
    room.go_to("talk");
    room.pass(1);
    assert!(room.shows_containing("Taukoa jäljellä 9:00"));
}

#[test]
fn any_step_is_found_and_gone_to_by_typing_a_part_of_its_name() {
    let mut room = Room::new();
    room.press(Key::G);
    room.type_text("kahvi");
    room.press(Key::Enter);
    room.until("the break", is_at("pause"));
    assert!(!room.shows("Siirry vaiheeseen"), "the dialog stays open");
}

#[test]
fn steps_are_left_out_only_with_a_reason() {
    let mut room = Room::new();
    room.go_to("welcome");
    room.click("Ohita…");
    room.click_containing("Kahvitauko (tauko, 15 min)");
    room.click("Ohita valitut");
    assert!(room.shows("Kirjoita syy."), "{:#?}", room.texts());
    room.click("Syy");
    room.type_text("aika loppui");
    room.click("Ohita valitut");
    room.until("the skip", |state| state.skipped.get(&"pause".into()).is_some_and(|reason| reason == "aika loppui"));
    assert!(!room.shows("Ohita vaiheita"), "the dialog stays open");
}

#[test]
fn pausing_stops_and_resumes_the_sessions_time() {
    let mut room = Room::new();
    room.go_to("welcome");
    room.press(Key::P);
    room.until("the pause", |state| state.is_paused());
    assert!(room.shows("Tauotettu"));
    room.click("Jatka");
    room.until("going on", |state| !state.is_paused());
}

#[test]
fn blackout_and_freeze_are_shown_on_the_console() {
    let mut room = Room::new();
    room.press(Key::B);
    assert!(room.shows("Projektori pimeänä"));
    room.press(Key::F);
    assert!(room.shows("Kuva pysäytetty"));
    room.press(Key::B);
    assert!(!room.shows("Projektori pimeänä"));
}

#[test]
fn notes_grow_and_shrink_by_keys_and_the_settings_keep_it() {
    let mut room = Room::new();
    room.go_to("welcome");
    room.press_with(Modifiers::COMMAND, Key::Plus);
    assert_eq!(room.harness.state().settings().notes_points, 20);
    room.press_with(Modifiers::COMMAND, Key::Minus);
    room.press_with(Modifiers::COMMAND, Key::Minus);
    assert_eq!(room.harness.state().settings().notes_points, 16);
}

#[test]
fn what_the_room_says_is_noted_with_the_step_and_can_be_reworded_and_dropped() {
    let mut room = Room::new();
    room.go_to("talk");
    room.press(Key::N);
    room.type_text("Avaimet puuttuvat");
    room.press(Key::Enter);
    room.until("the note", |state| state.items.len() == 1);
    let state = room.state();
    let item = state.items.values().next().unwrap();
    assert_eq!((item.text.as_str(), item.step.clone()), ("Avaimet puuttuvat", Some("talk".into())));
    room.click("Muokkaa: Avaimet puuttuvat");
    room.click("Kehittämiskohde");
    room.press(Key::End);
    room.type_text(" aina");
    room.press(Key::Enter);
    room.until("the rewording", |state| state.items.values().any(|item| item.text == "Avaimet puuttuvat aina"));
    room.click("Poista: Avaimet puuttuvat aina");
    room.until("the drop", |state| state.items.is_empty());
}

#[test]
fn a_note_that_is_refused_stays_with_the_reason_and_its_field_is_empty_only_once_it_is_stored() {
    let mut room = Room::new();
    room.go_to("talk");
    room.press(Key::N);
    room.type_text("avain\u{200B}");
    room.press(Key::Enter);
    room.until_shows_containing("U+200B");
    assert!(room.state().items.is_empty());
    assert!(room.field_holds("avain\u{200B}"), "what was typed is gone");
    room.press(Key::Backspace);
    room.press(Key::Enter);
    room.until_drawn("an empty field", |room| !room.field_holds("avain"));
    assert!(room.state().items.values().any(|item| item.text == "avain"), "emptied before it was stored");
    assert!(!room.shows_containing("U+200B"));
    room.click("Muokkaa: avain");
    room.click("Kehittämiskohde");
    room.press(Key::End);
    room.type_text("\u{200B}");
    room.press(Key::Enter);
    room.until_shows_containing("U+200B");
    assert!(room.field_holds("avain\u{200B}"), "the new words are gone");
}

#[test]
fn the_agenda_tells_how_long_the_final_test_and_feedback_have_really_taken() {
    let mut room = Room::new();
    room.go_to("welcome");
    room.ask(Command::Go { to: Place::FinalTest });
    room.pass(7);
    room.ask(Command::Go { to: Place::Feedback });
    room.pass(2);
    room.ask(Command::Go { to: Place::FinalTest });
    room.pass(4);
    assert!(room.shows("Loppukoe, 11 / 15 min, tässä"), "{:?}", room.texts());
    assert!(room.shows("Palaute, 2 / 5 min, käyty"), "{:?}", room.texts());
}

#[test]
fn the_agenda_tells_of_every_break_how_long_it_was_meant_to_be_and_was() {
    let mut room = Room::new();
    room.go_to("welcome");
    assert!(room.shows("Kahvitauko, suunniteltu 15 min, tulossa"), "{:?}", room.texts());
    room.click("Kahvitauko, suunniteltu 15 min, tulossa");
    room.until("the break", is_at("pause"));
    room.pass(18);
    assert!(room.shows("Kahvitauko, 18 / 15 min, tässä"), "{:?}", room.texts());
    room.go_to("talk");
    assert!(room.shows("Kahvitauko, 18 / 15 min, käyty"), "{:?}", room.texts());
    assert!(room.shows("1. Ensimmäinen teema, 0 / 20 min, kesken"), "the theme is not charged for its break");
}

#[test]
fn a_break_left_out_is_told_as_left_out() {
    let mut room = Room::new();
    room.go_to("welcome");
    room.ask(Command::Skip { steps: vec!["pause".into()], reason: "kiire".to_owned() });
    assert!(room.shows("Kahvitauko, suunniteltu 15 min, ohitettu"), "{:?}", room.texts());
}

#[test]
fn a_note_half_written_survives_other_tabs_and_steps() {
    let mut room = Room::new();
    room.go_to("talk");
    room.press(Key::N);
    room.type_text("kesken");
    room.click("Osallistujat");
    room.go_to("welcome");
    room.click("Kohteet");
    room.click("Kirjaa");
    room.until("the note", |state| state.items.values().any(|item| item.text == "kesken"));
}

#[test]
fn a_note_half_written_is_still_there_after_somebody_was_signed_in() {
    let mut room = Room::new();
    room.go_to("talk");
    room.press(Key::N);
    room.type_text("kesken");
    room.click("Osallistujat");
    room.click("Kirjaa saapuva");
    assert!(matches!(room.harness.state().route(), Route::Lobby(_)));
    room.harness.state_mut().go(Route::Room(Default::default()));
    room.settle();
    room.click("Kohteet");
    room.click("Kirjaa");
    room.until("the note", |state| state.items.values().any(|item| item.text == "kesken"));
}

#[test]
fn in_a_narrow_window_everything_is_still_there_in_tabs() {
    let mut room = Room::of(Lang::Fi, [960.0, 540.0]);
    room.go_to("welcome");
    room.click("Kulku");
    assert!(room.shows_containing("1. Ensimmäinen teema, 0 / 20 min"));
    room.ask(Command::Go { to: Place::FinalTest });
    room.click("Loppukoe");
    assert!(room.shows("Anna kone seuraavalle: Aino Aalto"));
    room.click("Osallistujat");
    assert!(!room.shows("Anna kone seuraavalle: Aino Aalto"));
    assert!(room.shows("Paikalla 3 · lähtenyt 0 · puuttuu 1"));
}

#[test]
fn a_console_that_nothing_happens_on_is_drawn_anew_at_the_next_minute_and_not_before() {
    let mut room = Room::new();
    room.clock.set(crate::ui_support::start() + jiff::SignedDuration::from_secs(20));
    room.go_to("welcome");
    room.harness.step();
    let output = room.harness.output();
    let delay = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay.as_secs(), 40, "the clock moves on in 40 seconds, the step's time in 60");
}

#[test]
fn a_presenters_remote_works_while_a_note_is_typed_but_not_beneath_a_dialog() {
    let mut room = Room::new();
    room.go_to("welcome");
    room.press(Key::N);
    room.type_text("kesken");
    room.press(Key::PageDown);
    room.until("the next step", is_at("at-the-door"));
    room.click("Ohita…");
    room.press(Key::PageDown);
    std::thread::sleep(std::time::Duration::from_millis(50));
    assert_eq!(room.state().place, Place::Step("at-the-door".into()));
}

#[test]
fn the_trainers_list_is_ticked_and_stored() {
    let mut room = Room::new();
    room.click("Muistilista");
    room.click("Kutsut lähetetty");
    room.until("the tick", |state| state.ticked.contains(&"invite".into()));
}

#[test]
fn a_theme_is_gone_to_from_the_agenda() {
    let mut room = Room::new();
    room.click_containing("2. Toinen teema");
    room.until("the second theme", is_at("talk"));
}
