//! The room's questions.

use crate::session::testing::Session;
use crate::session::{Answer, Channel, Command, ParticipantId, Refusal};
use crate::text::Id;

fn room(people: usize) -> (Session, Vec<ParticipantId>) {
    let mut session = Session::new();
    let rows = (0..people).map(|person| session.signs_in(&format!("Osallistuja {person}"))).collect();
    (session, rows)
}

fn open(step: &str) -> Command {
    Command::OpenQuestion { step: step.into() }
}

fn reveal(step: &str) -> Command {
    Command::Reveal { step: step.into() }
}

fn chosen(ids: &[&str]) -> Answer {
    Answer::Options(ids.iter().copied().map(Id::from).collect())
}

fn answer(step: &str, participant: ParticipantId, answer: Answer) -> Command {
    Command::Answer { step: step.into(), round: None, participant, answer, channel: Channel::Desk }
}

fn hands(step: &str, counts: &[(&str, u32)]) -> Command {
    let counts = counts.iter().map(|(option, count)| ((*option).into(), *count)).collect();
    Command::CountHands { step: step.into(), counts }
}

#[test]
fn answers_are_taken_and_changed_until_the_question_is_closed() {
    let (mut session, rows) = room(1);
    let give = |option: &str| answer("kuittaus", rows[0], chosen(&[option]));
    assert_eq!(session.ask(give("a")), Err(Refusal::NotOpen("kuittaus".into())));
    session.does(open("kuittaus")).does(give("b")).does(give("a"));
    session.does(Command::CloseQuestion { step: "kuittaus".into() });
    assert_eq!(session.ask(give("b")), Err(Refusal::NotOpen("kuittaus".into())));
    let tally = session.state.current_tally(&"kuittaus".into()).unwrap();
    assert_eq!((tally.answered, tally.individual_right), (1, 1));
    assert_eq!(tally.counts[&Id::from("b")], 0);
}

#[test]
fn a_question_closed_but_not_revealed_goes_on_in_the_same_round() {
    let (mut session, rows) = room(1);
    session.does(open("kuittaus")).does(answer("kuittaus", rows[0], chosen(&["b"])));
    session.does(Command::CloseQuestion { step: "kuittaus".into() }).does(open("kuittaus"));
    let rounds = &session.state.questions[&Id::from("kuittaus")].rounds;
    assert_eq!((rounds.len(), rounds[0].answers.len()), (1, 1));
}

#[test]
fn the_second_vote_keeps_the_results_of_the_first() {
    let (mut session, rows) = room(2);
    session.does(open("kuittaus"));
    assert_eq!(session.ask(open("kuittaus")), Err(Refusal::IsOpen("kuittaus".into())));
    session.does(answer("kuittaus", rows[0], chosen(&["b"]))).does(hands("kuittaus", &[("b", 1)]));
    session.does(reveal("kuittaus")).does(open("kuittaus"));
    session.does(answer("kuittaus", rows[0], chosen(&["a"]))).does(reveal("kuittaus"));
    let tally = |round| session.state.tally(&"kuittaus".into(), round).unwrap();
    assert_eq!(tally(1).counts[&Id::from("b")], 2);
    assert_eq!(tally(2).counts[&Id::from("a")], 1);
    assert_eq!(tally(2).counts[&Id::from("b")], 0);
    assert_eq!(session.state.tally(&"kuittaus".into(), 3), None);
}

#[test]
fn what_was_never_asked_cannot_be_revealed_and_a_slide_asks_nothing() {
    let (mut session, _) = room(1);
    assert_eq!(session.ask(reveal("kuittaus")), Err(Refusal::NotAsked("kuittaus".into())));
    assert_eq!(session.ask(open("alku")), Err(Refusal::NoQuestion("alku".into())));
    assert_eq!(session.ask(open("olematon")), Err(Refusal::NoStep("olematon".into())));
}

#[test]
fn an_answer_must_fit_its_question() {
    let (mut session, rows) = room(1);
    session.does(open("kuittaus")).does(open("vaite"));
    let bad = session.ask(answer("kuittaus", rows[0], chosen(&["a", "b"])));
    assert_eq!(bad, Err(Refusal::BadAnswer("kuittaus".into())));
    assert_eq!(session.ask(answer("vaite", rows[0], chosen(&["a"]))), Err(Refusal::BadAnswer("vaite".into())));
    session.does(answer("vaite", rows[0], Answer::Truth(false)));
}

#[test]
fn only_who_is_here_answers() {
    let (mut session, rows) = room(1);
    session.does(open("vaite")).does(Command::Depart { participant: rows[0] });
    let absent = session.ask(answer("vaite", rows[0], Answer::Truth(true)));
    assert_eq!(absent, Err(Refusal::NotPresent(rows[0])));
}

#[test]
fn there_are_never_more_hands_than_people_who_have_not_answered_themselves() {
    let (mut session, rows) = room(5);
    session.does(open("vaite")).does(answer("vaite", rows[0], Answer::Truth(true)));
    assert_eq!(
        session.ask(hands("vaite", &[("true", 3), ("false", 2)])),
        Err(Refusal::TooManyHands { hands: 5, present: 4 })
    );
    session.does(hands("vaite", &[("true", 3), ("false", 1)]));
    assert_eq!(
        session.ask(answer("vaite", rows[1], Answer::Truth(true))),
        Err(Refusal::TooManyHands { hands: 4, present: 3 })
    );
    session.does(answer("vaite", rows[0], Answer::Truth(false)));
    session.does(hands("vaite", &[("true", 3)])).does(answer("vaite", rows[1], Answer::Truth(true)));
    let tally = session.state.current_tally(&"vaite".into()).unwrap();
    assert_eq!((tally.answered, tally.individual), (5, 2));
}

#[test]
fn where_several_are_chosen_one_hand_may_go_up_for_each() {
    let (mut session, _) = room(4);
    session.does(open("mukaan")).does(hands("mukaan", &[("a", 4), ("b", 4), ("c", 1)]));
    assert_eq!(session.ask(hands("mukaan", &[("a", 5)])), Err(Refusal::TooManyHands { hands: 5, present: 4 }));
    assert_eq!(session.state.current_tally(&"mukaan".into()).unwrap().answered, 4);
}

#[test]
fn hands_are_counted_for_what_is_offered_alone() {
    let (mut session, _) = room(4);
    session.does(open("ovella")).does(open("kuittaus"));
    assert_eq!(session.ask(hands("ovella", &[("a", 1)])), Err(Refusal::BadAnswer("ovella".into())));
    assert_eq!(session.ask(hands("kuittaus", &[("x", 1)])), Err(Refusal::BadAnswer("kuittaus".into())));
    let endless = hands("kuittaus", &[("a", u32::MAX), ("b", u32::MAX)]);
    assert_eq!(session.ask(endless), Err(Refusal::TooManyHands { hands: u32::MAX, present: 4 }));
}

#[test]
fn answers_of_a_removed_row_are_not_counted() {
    let (mut session, rows) = room(2);
    session.does(open("vaite")).does(answer("vaite", rows[0], Answer::Truth(true)));
    session.does(Command::Remove { participant: rows[0], reason: "Erehdys".to_owned() });
    assert_eq!(session.state.current_tally(&"vaite".into()).unwrap().answered, 0);
}
