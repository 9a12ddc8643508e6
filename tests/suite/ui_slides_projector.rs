//! What the room sees: the right thing at the right time, and never what is for the trainer alone.

use std::collections::BTreeMap;
use std::time::Duration;

use egui::{Key, Modifiers, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use perehdytin::session::{Command, Place};
use perehdytin::text::Id;
use perehdytin::ui::command::UiCommand;
use perehdytin::ui::fonts;
use perehdytin::ui::images::Images;
use perehdytin::ui::projector::{Control, Projector, Status};
use perehdytin::ui::slide::{Face, Slides};
use perehdytin::ui::theme::{DEFAULT_ACCENT, Look};

use crate::ui_support::Room;

impl Room {
    /// Everything the room sees, as a screen reader would tell it.
    fn seen(&self) -> String {
        self.harness.state().shown().speech()
    }

    fn control(&mut self, control: Control) {
        self.harness.state_mut().control(control);
        self.settle();
    }

    fn hands(&mut self, step: &str, counts: &[(&str, u32)]) {
        let counts: BTreeMap<Id, u32> = counts.iter().map(|(option, count)| (Id::from(*option), *count)).collect();
        self.ask(Command::CountHands { step: step.into(), counts });
    }
}

#[test]
fn the_room_sees_the_welcome_then_each_step_as_the_session_moves() {
    let mut room = Room::new();
    assert!(room.seen().contains("Pieni kurssi"), "{}", room.seen());
    room.go_to("welcome");
    assert!(room.seen().contains("Tervetuloa kurssille"), "{}", room.seen());
    for (place, words) in [
        (Place::FinalTest, "Loppukoe"),
        (Place::Feedback, "Palautetta ei voi yhdistää antajaansa."),
        (Place::SignOut, "Kuittaa lähtösi"),
    ] {
        room.ask(Command::Go { to: place });
        assert!(room.seen().contains(words), "{}", room.seen());
    }
}

#[test]
fn results_and_what_is_right_stay_hidden_until_they_are_revealed() {
    let mut room = Room::new();
    room.go_to("at-the-door");
    room.ask(Command::OpenQuestion { step: "at-the-door".into() });
    let asked = room.seen();
    room.hands("at-the-door", &[("greet", 1), ("walk-in", 2)]);
    assert_eq!(room.seen(), asked, "a count of hands changed what the room sees");
    assert!(!asked.contains("Oikein"));
    room.ask(Command::Reveal { step: "at-the-door".into() });
    let revealed = room.seen();
    assert!(revealed.contains("Esittäydyn ja kerron asiani 1 / 3 Oikein"), "{revealed}");
    assert!(revealed.contains("Kävelen suoraan sisään 2 / 3"), "{revealed}");
}

#[test]
fn an_option_is_explained_with_what_follows_for_each_party_and_forgotten_on_the_next_step() {
    let mut room = Room::new();
    room.go_to("at-the-door");
    room.ask(Command::OpenQuestion { step: "at-the-door".into() });
    room.hands("at-the-door", &[("greet", 3)]);
    room.control(Control::Explain(Some("walk-in".into())));
    assert!(!room.seen().contains("Koti ei ole työmaa."), "nothing is explained before the reveal");
    room.ask(Command::Reveal { step: "at-the-door".into() });
    room.control(Control::Explain(Some("walk-in".into())));
    for words in
        ["Koti ei ole työmaa.", "Asiakas: Säikähtää.", "Tilaaja: Saa valituksen.", "Urakoitsija: Menettää aikaa."]
    {
        assert!(room.seen().contains(words), "{words} in {}", room.seen());
    }
    room.go_to("welcome");
    room.go_to("at-the-door");
    assert!(room.seen().contains("1 / 3") || room.seen().contains("3 / 3"), "results again: {}", room.seen());
}

#[test]
fn the_room_never_sees_names_or_notes() {
    let mut room = Room::new();
    let state = room.state();
    let mut hidden: Vec<String> = state.standing().map(|participant| participant.details.name.clone()).collect();
    hidden.extend(state.setup.expected.iter().map(|expected| expected.name.clone()));
    let language = state.setup.language.clone();
    for (_, step) in state.script.pack.steps() {
        hidden.extend(step.notes.get(&language).split("\n\n").filter(|note| !note.is_empty()).map(str::to_owned));
    }
    assert!(hidden.len() > 8, "{hidden:?}");
    let places = state.script.pack.steps().map(|(_, step)| Place::Step(step.id.clone()));
    let mut places: Vec<Place> = places.collect();
    places.extend([Place::FinalTest, Place::Feedback, Place::SignOut]);
    for place in places {
        room.ask(Command::Go { to: place.clone() });
        let seen = room.seen();
        for secret in &hidden {
            assert!(!seen.contains(secret.as_str()), "the room sees {secret:?} at {place:?}");
        }
    }
}

#[test]
fn a_frozen_projector_keeps_its_picture_while_the_room_moves_on() {
    let mut room = Room::new();
    room.go_to("welcome");
    room.press(Key::F);
    room.go_to("at-the-door");
    assert!(room.seen().contains("Tervetuloa kurssille"));
    room.press(Key::F);
    assert!(room.seen().contains("Ovella"), "{}", room.seen());
}

#[test]
fn a_break_tells_when_it_ends_and_counts_down_in_whole_minutes() {
    let mut room = Room::new();
    room.go_to("pause");
    assert!(room.seen().contains("Jatkamme klo 9.45"), "{}", room.seen());
    assert!(room.seen().contains("15 minuuttia"), "{}", room.seen());
    let delay = room.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay;
    assert!(delay > Duration::from_millis(100) && delay <= Duration::from_secs(61), "{delay:?}");
    room.pass(6);
    assert!(room.seen().contains("9 minuuttia"), "{}", room.seen());
    room.pass(10);
    assert!(room.seen().contains("Jatkamme nyt"), "{}", room.seen());
}

#[test]
fn a_question_that_was_only_talked_about_shows_what_is_right_without_bars() {
    let mut room = Room::new();
    room.go_to("at-the-door");
    room.ask(Command::OpenQuestion { step: "at-the-door".into() });
    room.ask(Command::Reveal { step: "at-the-door".into() });
    assert!(room.seen().contains("Esittäydyn ja kerron asiani Oikein"), "{}", room.seen());
    assert!(!room.seen().contains(" / "), "{}", room.seen());
}

#[test]
fn a_presenter_remote_works_in_the_second_window_too() {
    let projector = Projector::default();
    let theme = Projector::theme(Look::Light, DEFAULT_ACCENT);
    let status = Status { is_shown: true, is_full_screen: true, ..Status::default() };
    let (images, slides) = (Images::default(), Slides::default());
    let window = projector.clone();
    let mut harness = Harness::builder()
        .with_size([1280.0, 720.0])
        .with_context_setup(fonts::install)
        .build_ui(move |ui| window.ui(ui, &images, &slides));
    let face = Face { title: "Ovella".to_owned(), ..Face::default() };
    projector.update(&harness.ctx, &status, face, &theme);
    harness.run();
    harness.get_by_label("Ovella");
    for (key, command) in [
        (Key::PageDown, UiCommand::NextStep),
        (Key::PageUp, UiCommand::PreviousStep),
        (Key::Period, UiCommand::Blackout),
        (Key::B, UiCommand::Blackout),
        (Key::F5, UiCommand::ProjectorFullScreen),
        (Key::Escape, UiCommand::ProjectorFullScreen),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(projector.take_pressed(), [command], "{key:?}");
    }
    projector.update(&harness.ctx, &Status { is_black: true, ..status }, Face::default(), &theme);
    harness.run();
    assert!(harness.query_by_label("Ovella").is_none(), "a black window says nothing");
}

#[test]
fn leaving_a_session_asks_first_and_then_lets_go_of_it() {
    let mut room = Room::new();
    room.press_with(Modifiers::ALT, Key::Home);
    assert!(room.harness.state().session().is_some());
    room.click("Palaa aloitusnäyttöön");
    assert!(room.harness.state().session().is_none());
    assert!(room.seen().contains("Tilaisuus alkaa pian"), "{}", room.seen());
}

#[test]
fn a_refusal_is_shown_in_words_until_it_is_dismissed() {
    let mut room = Room::new();
    room.harness.state_mut().session().unwrap().client.send(Command::Resume).unwrap();
    for _ in 0..200 {
        room.settle();
        if room.shows("Selvä") {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    room.click("Selvä");
    assert!(!room.shows("Selvä"));
}
