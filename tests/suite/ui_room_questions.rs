//! Questions in the room: hands, single answers, reveal, another vote, a branch.

use egui::Key;
use perehdytin::quiz::room_order;
use perehdytin::session::Answer;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::ParticipantId;
use perehdytin::session::Place;
use perehdytin::text::Id;

use crate::ui_support::Room;

const DOOR: &str = "at-the-door";

/// The letter under which the room sees an option.
fn letter(room: &Room, step: &str, option: &str) -> char {
    let state = room.state();
    let (_, step) = state.script.pack.step(&step.into()).unwrap();
    let order = room_order(step.question().unwrap(), state.setup.seed);
    ('A'..).zip(order).find(|(_, id)| id.as_str() == option).unwrap().0
}

fn key_of(letter: char) -> String {
    letter.to_string()
}

/// The hands of the current round in the order in which the room sees the options.
fn hands(room: &Room, step: &str) -> Vec<u32> {
    let state = room.state();
    let (_, found) = state.script.pack.step(&step.into()).unwrap();
    let order = room_order(found.question().unwrap(), state.setup.seed);
    let round = state.round(&step.into()).unwrap();
    order.iter().map(|id| round.hands.get(id).copied().unwrap_or(0)).collect()
}

#[test]
fn hands_are_counted_with_number_keys_and_enter_moves_on() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until("open", |state| state.round(&DOOR.into()).is_some_and(|round| round.is_open));
    room.press(Key::H);
    for count in ["2", "1", "0"] {
        room.type_text(count);
        room.press(Key::Enter);
    }
    room.until("counted", |state| state.round(&DOOR.into()).is_some_and(|round| !round.hands.is_empty()));
    assert_eq!(hands(&room, DOOR), [2, 1, 0]);
}

#[test]
fn a_letter_jumps_to_its_field_while_counting() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::H);
    room.until("open", |state| state.round(&DOOR.into()).is_some_and(|round| round.is_open));
    room.type_text("c");
    room.type_text("3");
    room.press(Key::Enter);
    room.until("counted", |state| state.round(&DOOR.into()).is_some_and(|round| !round.hands.is_empty()));
    assert_eq!(hands(&room, DOOR), [0, 0, 3]);
}

#[test]
fn more_hands_than_people_are_not_stored() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until("open", |state| state.round(&DOOR.into()).is_some());
    room.press(Key::H);
    for count in ["2", "2", "0"] {
        room.type_text(count);
        room.press(Key::Enter);
    }
    assert!(room.shows("4 kättä, mutta enintään 3 voi viitata. Tarkista luvut."), "{:#?}", room.texts());
    assert!(room.state().round(&DOOR.into()).unwrap().hands.is_empty());
}

#[test]
fn hands_typed_and_not_saved_are_kept_by_the_reveal() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until("open", |state| state.round(&DOOR.into()).is_some());
    room.press(Key::H);
    room.type_text("3");
    room.click("Näytä tulos");
    room.until("revealed", |state| state.round(&DOOR.into()).is_some_and(|round| round.is_revealed));
    assert_eq!(hands(&room, DOOR), [3, 0, 0]);
}

#[test]
fn hands_typed_and_not_saved_are_kept_when_the_room_moves_on() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::H);
    room.until("open", |state| state.round(&DOOR.into()).is_some_and(|round| round.is_open));
    room.type_text("2");
    room.go_to("is-it-true");
    room.until("kept", |state| state.round(&DOOR.into()).is_some_and(|round| !round.hands.is_empty()));
    assert_eq!(hands(&room, DOOR), [2, 0, 0]);
}

#[test]
fn voting_again_takes_the_explanation_off_the_projector() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until("asked", |state| state.round(&DOOR.into()).is_some());
    room.press(Key::Q);
    room.until("revealed", |state| state.round(&DOOR.into()).is_some_and(|round| round.is_revealed));
    room.press(Key::Q);
    assert!(room.harness.state().projector().explained.is_some());
    room.click("Äänestä uudelleen");
    room.until("a second round", |state| state.questions[&Id::from(DOOR)].rounds.len() == 2);
    assert_eq!(room.harness.state().projector().explained, None);
}

#[test]
fn answers_stay_hidden_until_revealed_unless_the_trainer_peeks() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::Q);
    let answer = Answer::Options([Id::from("greet")].into());
    room.until("open", |state| state.round(&DOOR.into()).is_some());
    room.ask(Command::Answer {
        step: DOOR.into(),
        round: None,
        participant: ParticipantId(1),
        answer,
        channel: Channel::Desk,
    });
    assert!(room.shows("Vastannut 1, käsiä 0, paikalla 3"));
    assert!(!room.shows_containing("1 / 1"), "a bar is shown");
    room.click("Kurkista");
    assert!(room.shows_containing("1 / 1, oikein"));
    room.click("Kurkista");
    assert!(!room.shows_containing("1 / 1, oikein"));
    room.press(Key::Q);
    room.until("revealed", |state| state.round(&DOOR.into()).is_some_and(|round| round.is_revealed));
    assert!(room.shows_containing("1 / 1, oikein"));
}

#[test]
fn answers_are_entered_one_person_after_another_by_letter() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until("open", |state| state.round(&DOOR.into()).is_some());
    room.click("Vastaukset yksitellen");
    for option in ["greet", "walk-in"] {
        let letter = letter(&room, DOOR, option);
        room.type_text(&key_of(letter));
        let answered = if option == "greet" { 1 } else { 2 };
        room.until("answered", |state| state.round(&DOOR.into()).is_some_and(|round| round.answers.len() == answered));
    }
    let state = room.state();
    let answers = &state.round(&DOOR.into()).unwrap().answers;
    let of = |number: u32| answers[&ParticipantId(number)].0.clone();
    assert_eq!(of(1), Answer::Options([Id::from("greet")].into()));
    assert_eq!(of(2), Answer::Options([Id::from("walk-in")].into()));
    assert!(room.shows("Vastaus: Cecilia Cedercreutz"), "the next person is asked");
}

#[test]
fn an_order_is_entered_as_letters_and_no_hands_are_counted_for_it() {
    let mut room = Room::new();
    room.go_to("put-in-order");
    room.press(Key::Q);
    room.until("open", |state| state.round(&"put-in-order".into()).is_some());
    assert!(!room.shows("Laske kädet"));
    room.click("Vastaukset yksitellen");
    let letters: String = ["x", "y", "z"].iter().map(|item| letter(&room, "put-in-order", item)).collect();
    room.type_text(&letters);
    room.until("answered", |state| state.round(&"put-in-order".into()).is_some_and(|round| round.answers.len() == 1));
    let state = room.state();
    let (answer, _) = &state.round(&"put-in-order".into()).unwrap().answers[&ParticipantId(1)];
    assert_eq!(*answer, Answer::Order(["x", "y", "z"].map(Id::from).to_vec()));
}

#[test]
fn the_reveal_leads_through_the_explanations_and_their_consequences() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until("open", |state| state.round(&DOOR.into()).is_some());
    room.press(Key::Q);
    room.until("revealed", |state| state.round(&DOOR.into()).is_some_and(|round| round.is_revealed));
    assert!(room.shows("Asiakas tietää, kuka tuli."), "the right option is explained first");
    assert!(room.shows("Asiakkaalle") && room.shows("Tilaajalle") && room.shows("Urakoitsijalle"));
    assert_eq!(room.harness.state().projector().explained, None);
    room.press(Key::Q);
    assert_eq!(room.harness.state().projector().explained, Some("greet".into()));
    for _ in 0..3 {
        room.press(Key::Q);
    }
    assert_eq!(room.harness.state().projector().explained, None, "after the last the results are shown again");
}

#[test]
fn an_option_that_leads_on_offers_to_go_there_and_the_room_comes_back_to_the_line() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until("open", |state| state.round(&DOOR.into()).is_some());
    assert!(!room.shows_containing("Katso, mitä tapahtuu"));
    room.press(Key::Q);
    room.until("revealed", |state| state.round(&DOOR.into()).is_some_and(|round| round.is_revealed));
    room.click_containing("Katso, mitä tapahtuu: Suuttunut asiakas");
    room.until("the branch", |state| state.place == Place::Step("angry".into()));
    room.press(Key::PageDown);
    room.until("the line", |state| state.place == Place::Step("is-it-true".into()));
}

#[test]
fn after_a_discussion_the_room_votes_again_and_both_rounds_stand_side_by_side() {
    let step = Id::from("t-again");
    let mut room = Room::new();
    let round_of = |counts: [(&str, u32); 3]| Command::CountHands {
        step: step.clone(),
        counts: counts.into_iter().map(|(id, count)| (Id::from(id), count)).collect(),
    };
    room.go_to("t-again");
    room.ask(Command::OpenQuestion { step: step.clone() });
    room.ask(round_of([("a", 1), ("b", 1), ("c", 2)]));
    room.ask(Command::Reveal { step: step.clone() });
    room.go_to("talk");
    room.click("Äänestetään uudelleen");
    room.until("a second round", |state| state.questions[&Id::from("t-again")].rounds.len() == 2);
    assert_eq!(room.state().place, Place::Step(step.clone()));
    room.ask(round_of([("a", 3), ("b", 3), ("c", 0)]));
    room.press(Key::Q);
    room.until("revealed", |state| state.round(&Id::from("t-again")).is_some_and(|round| round.is_revealed));
    assert!(room.shows("1. kierros") && room.shows("2. kierros"), "{:#?}", room.texts());
    assert!(room.shows_containing("100 %"));
}
