//! What the session does not take stays where it was typed, with the reason beside it.

use egui::Key;
use perehdytin::engine::layout;
use perehdytin::session::Answer;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::ParticipantId;
use perehdytin::session::Place;
use perehdytin::session::Round;
use perehdytin::session::State;
use perehdytin::text::Id;
use rusqlite::Connection;

use crate::ui_support::Room;

const DOOR: &str = "at-the-door";
const NOT_STORED: &str = "Tätä ei saatu talteen";
const AINO: ParticipantId = ParticipantId(1);

impl Room {
    fn journal(&self) -> Connection {
        Connection::open(layout::journal(&self.session_folder())).unwrap()
    }

    /// From now on the journal takes nothing, as on a broken disk.
    fn break_journal(&self) {
        let words = "CREATE TRIGGER broken BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'broken'); END";
        self.journal().execute_batch(words).unwrap();
    }

    fn mend_journal(&self) {
        self.journal().execute_batch("DROP TRIGGER broken").unwrap();
    }

    /// Goes to the scenario at the door, opens it, and begins to enter answers one by one.
    fn enter_answers(&mut self) {
        self.go_to(DOOR);
        self.press(Key::Q);
        self.until("open", |state| round(state).is_some_and(|round| round.is_open));
        self.click("Vastaukset yksitellen");
        assert!(self.shows("Vastaus: Aino Aalto"), "{:#?}", self.texts());
    }
}

fn round(state: &State) -> Option<&Round> {
    state.round(&Id::from(DOOR))
}

fn answers(state: &State) -> usize {
    round(state).map_or(0, |round| round.answers.len())
}

fn hands(state: &State) -> u32 {
    round(state).map_or(0, |round| round.hands.values().sum())
}

#[test]
fn an_answer_that_the_journal_cannot_take_stays_typed_and_enter_tries_again() {
    let mut room = Room::new();
    room.enter_answers();
    room.break_journal();
    room.type_text("b");
    room.until_shows_containing(NOT_STORED);
    assert!(room.shows("Vastaus: Aino Aalto"), "the next person is asked: {:#?}", room.texts());
    assert!(room.field_holds("b"), "what was typed is gone");
    assert_eq!(answers(&room.state()), 0);
    room.mend_journal();
    room.press(Key::Enter);
    room.until("answered", |state| answers(state) == 1);
    room.until_shows("Vastaus: Bertta Berg");
    assert!(!room.field_holds("b") && !room.shows_containing(NOT_STORED), "{:#?}", room.texts());
}

#[test]
fn an_answer_that_leaves_too_many_raised_hands_stays_typed_with_the_reason() {
    let mut room = Room::new();
    room.enter_answers();
    let counts = [(Id::from("greet"), 3)].into();
    room.ask(Command::CountHands { step: DOOR.into(), counts });
    room.type_text("a");
    room.until_shows_containing("Laske kädet uudelleen.");
    assert!(room.shows("Vastaus: Aino Aalto") && room.field_holds("a"), "{:#?}", room.texts());
    assert_eq!(answers(&room.state()), 0);
    room.click_containing("Cecilia Cedercreutz");
    assert!(!room.field_holds("a") && !room.shows_containing("Laske kädet uudelleen."), "another person inherits it");
}

#[test]
fn an_answer_to_a_question_closed_meanwhile_stays_in_sight_with_the_reason() {
    let mut room = Room::new();
    room.enter_answers();
    let journal = room.journal();
    journal.execute_batch("BEGIN IMMEDIATE").unwrap();
    room.other_client().send(Command::CloseQuestion { step: DOOR.into() }).unwrap();
    // The session is busy with closing, and the window does not know yet.
    room.type_text("c");
    journal.execute_batch("ROLLBACK").unwrap();
    room.until_shows_containing("Kysymys ei ole auki.");
    assert!(room.shows("Vastaus: Aino Aalto") && room.field_holds("c"), "{:#?}", room.texts());
    assert_eq!(answers(&room.state()), 0);
    room.click("Valmis");
    assert!(!room.shows("Vastaus: Aino Aalto"), "the entry does not go away");
}

#[test]
fn letters_typed_while_an_answer_is_on_its_way_belong_to_the_next_person() {
    let mut room = Room::new();
    room.enter_answers();
    let journal = room.journal();
    journal.execute_batch("BEGIN IMMEDIATE").unwrap();
    room.type_text("ab");
    assert_eq!(answers(&room.state()), 0);
    journal.execute_batch("ROLLBACK").unwrap();
    room.until("both answered", |state| answers(state) == 2);
    let state = room.state();
    let of = |number| &round(&state).unwrap().answers[&ParticipantId(number)].0;
    assert_ne!(of(1), of(2), "the second letter is the second person's");
    room.until_shows("Vastaus: Cecilia Cedercreutz");
}

#[test]
fn hands_that_the_journal_cannot_take_stay_typed_and_can_be_saved_again() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until("open", |state| round(state).is_some_and(|round| round.is_open));
    room.press(Key::H);
    room.break_journal();
    for count in ["2", "1", "0"] {
        room.type_text(count);
        room.press(Key::Enter);
    }
    room.until_shows_containing(NOT_STORED);
    assert!(room.field_holds("2") && room.field_holds("1"), "what was typed is gone");
    assert_eq!(hands(&room.state()), 0);
    room.mend_journal();
    room.click("Tallenna kädet");
    room.until("counted", |state| hands(state) == 3);
    room.until_drawn("the fields go", |room| !room.shows("Tallenna kädet"));
}

#[test]
fn hands_counted_for_answers_that_came_meanwhile_are_refused_and_stay_typed() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::H);
    room.until("open", |state| round(state).is_some_and(|round| round.is_open));
    room.type_text("3");
    let journal = room.journal();
    journal.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answer = Answer::Options([Id::from("greet")].into());
    let command = Command::Answer { step: DOOR.into(), round: None, participant: AINO, answer, channel: Channel::Desk };
    room.other_client().send(command).unwrap();
    room.click("Tallenna kädet");
    journal.execute_batch("ROLLBACK").unwrap();
    room.until_shows_containing("Laske kädet uudelleen.");
    assert!(room.field_holds("3"), "what was typed is gone");
    assert_eq!(hands(&room.state()), 0);
}

#[test]
fn hands_typed_and_not_saved_survive_a_reveal_that_cannot_be_stored() {
    let mut room = Room::new();
    room.go_to(DOOR);
    room.press(Key::H);
    room.until("open", |state| round(state).is_some_and(|round| round.is_open));
    room.type_text("2");
    room.break_journal();
    room.click("Näytä tulos");
    room.until_shows_containing(NOT_STORED);
    assert!(room.field_holds("2"), "what was typed is gone");
    room.mend_journal();
    room.click("Näytä tulos");
    room.until("revealed", |state| round(state).is_some_and(|round| round.is_revealed));
    assert_eq!(hands(&room.state()), 2);
}

#[test]
fn a_signature_that_the_journal_cannot_take_stays_on_the_pad_of_the_same_person() {
    let mut room = Room::new();
    room.ask(Command::Go { to: Place::SignOut });
    room.draw(room.rect_of("Allekirjoitus:"));
    assert!(room.shows("Allekirjoitus: allekirjoitettu"), "{:#?}", room.texts());
    room.break_journal();
    room.click("Kuittaa lähtö allekirjoituksella");
    room.until_shows_containing(NOT_STORED);
    assert!(room.shows("Allekirjoitus: allekirjoitettu"), "the signature is gone");
    assert!(!room.state().participants[&AINO].signed_out);
    room.mend_journal();
    room.click("Kuittaa lähtö allekirjoituksella");
    room.until("signed out", |state| state.participants[&AINO].signed_out);
    assert!(room.state().participants[&AINO].signature_out.is_some());
    room.until_shows("Allekirjoitus: allekirjoitus puuttuu");
    assert!(!room.shows_containing(NOT_STORED));
}

#[test]
fn signing_out_somebody_who_left_meanwhile_is_refused_with_the_reason_and_the_signature_stays() {
    let mut room = Room::new();
    room.ask(Command::Go { to: Place::SignOut });
    room.draw(room.rect_of("Allekirjoitus:"));
    let journal = room.journal();
    journal.execute_batch("BEGIN IMMEDIATE").unwrap();
    room.other_client().send(Command::Depart { participant: AINO }).unwrap();
    room.click("Kuittaa lähtö allekirjoituksella");
    journal.execute_batch("ROLLBACK").unwrap();
    room.until_shows_containing("Aino Aalto ei ole nyt paikalla.");
    assert!(room.shows("Allekirjoitus: allekirjoitettu"), "{:#?}", room.texts());
    assert!(!room.state().participants[&AINO].signed_out);
}

#[test]
fn a_long_reason_stays_within_the_window() {
    let mut room = Room::new();
    room.enter_answers();
    room.break_journal();
    room.type_text("b");
    room.until_shows_containing(NOT_STORED);
    let reason = room.rect_of(NOT_STORED);
    assert!(reason.right() <= 1366.0, "{reason:?}");
}
