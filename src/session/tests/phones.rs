//! What comes from phones: sent again, sent too late, and from whom.

use std::sync::Arc;

use crate::session::testing::{Session, details, drawn, sign_in};
use crate::session::tests::final_test::reply;
use crate::session::{
    Answer, Channel, Command, Event, FeedbackAnswer, FeedbackForm, Manner, ParticipantId, PhoneKey, PossibleDouble,
    Refusal, Signature,
};
use crate::text::Id;

fn phone(number: u8) -> PhoneKey {
    PhoneKey::of(&[number; 16])
}

fn signs_in(name: &str, number: u8) -> Command {
    Command::SignIn { details: details(name), signature: drawn(), channel: Channel::Phone, phone: Some(phone(number)) }
}

/// Signs somebody in by the phone of that number, which must make a new row.
#[track_caller]
fn joins(session: &mut Session, name: &str, number: u8) -> ParticipantId {
    let events = session.ask(signs_in(name, number)).unwrap();
    assert_eq!(events.len(), 1);
    session.state.by_phone(&phone(number)).unwrap().id
}

fn reason() -> String {
    "Erehdys".to_owned()
}

fn chosen(option: &str) -> Answer {
    Answer::Options([Id::from(option)].into())
}

fn answers(participant: ParticipantId, round: u32, option: &str) -> Command {
    Command::Answer {
        step: "kuittaus".into(),
        round: Some(round),
        participant,
        answer: chosen(option),
        channel: Channel::Phone,
    }
}

fn open() -> Command {
    Command::OpenQuestion { step: "kuittaus".into() }
}

fn reveal() -> Command {
    Command::Reveal { step: "kuittaus".into() }
}

/// The session asks for what is sent again, and nothing happens.
#[track_caller]
fn changes_nothing(session: &mut Session, command: Command) {
    let before = session.state.clone();
    assert_eq!(session.ask(command), Ok(vec![]));
    assert_eq!(session.state, before);
}

#[test]
fn the_journal_never_holds_the_secret_of_a_phone() {
    let key = PhoneKey::of(&[0; 16]);
    assert_eq!(key.0, "374708fff7719dd5979ec875d56cd2286f6d3cf7ec317a3b25632aab28ec37bb");
}

#[test]
fn a_phone_that_signs_in_again_makes_no_second_row() {
    let mut session = Session::new();
    let aino = joins(&mut session, "Aino", 1);
    changes_nothing(&mut session, signs_in("Aino", 1));
    // Also with another name: corrections are made at the desk.
    changes_nothing(&mut session, signs_in("Aino Ahkera", 1));
    session.does(Command::SignOut { participant: aino, signature: None, channel: Channel::Phone });
    changes_nothing(&mut session, signs_in("Aino", 1));
    assert_eq!(session.state.by_phone(&phone(1)).unwrap().id, aino);
    assert_eq!(session.state.by_phone(&phone(2)), None);
}

#[test]
fn a_phone_does_not_learn_who_is_here_and_the_trainer_sees_the_double() {
    let mut session = Session::new();
    let first = session.signs_in("Aino Ahkera");
    session.signs_in("Eino");
    assert_eq!(session.state.possible_doubles(), []);
    let later = joins(&mut session, "aino  AHKERA", 1);
    assert_ne!(later, first);
    assert_eq!(session.state.possible_doubles(), [PossibleDouble { first, later }]);
    // At the desk the trainer is asked at once.
    assert_eq!(session.ask(sign_in("Aino Ahkera")), Err(Refusal::AlreadySignedIn(first)));
    session.does(Command::Merge { from: later, into: first, reason: reason() });
    assert_eq!(session.state.possible_doubles(), []);
}

#[test]
fn three_rows_of_one_name_are_two_doubles_and_removed_ones_are_none() {
    let mut session = Session::new();
    let rows = [1, 2, 3].map(|number| joins(&mut session, "Matti Virtanen", number));
    let double = |later| PossibleDouble { first: rows[0], later };
    assert_eq!(session.state.possible_doubles(), [double(rows[1]), double(rows[2])]);
    session.does(Command::Remove { participant: rows[1], reason: reason() });
    assert_eq!(session.state.possible_doubles(), [double(rows[2])]);
}

#[test]
fn a_removed_person_comes_back_on_the_same_phone() {
    let mut session = Session::new();
    let first = joins(&mut session, "Aino", 1);
    session.does(Command::Remove { participant: first, reason: reason() });
    assert!(!session.state.by_phone(&phone(1)).unwrap().stands());
    let second = joins(&mut session, "Aino", 1);
    assert_ne!(first, second);
    assert_eq!(session.state.standing().map(|row| row.id).collect::<Vec<_>>(), [second]);
    changes_nothing(&mut session, signs_in("Aino", 1));
}

#[test]
fn a_merge_carries_the_phone_along() {
    let mut session = Session::new();
    let at_desk = session.signs_in("Aino Ahkera");
    let by_phone = joins(&mut session, "Aino A.", 1);
    let by_other = joins(&mut session, "Aino", 2);
    session.does(Command::Merge { from: by_other, into: by_phone, reason: reason() });
    session.does(Command::Merge { from: by_phone, into: at_desk, reason: reason() });
    for number in [1, 2] {
        assert_eq!(session.state.by_phone(&phone(number)).unwrap().id, at_desk);
        changes_nothing(&mut session, signs_in("Aino", number));
    }
    session.does(Command::Remove { participant: at_desk, reason: reason() });
    let again = joins(&mut session, "Aino", 2);
    assert_eq!(session.state.by_phone(&phone(2)).unwrap().id, again);
    assert_eq!(session.state.by_phone(&phone(1)).unwrap().id, at_desk);
}

#[test]
fn an_answer_sent_twice_is_stored_once_even_when_the_question_was_closed_between() {
    let mut session = Session::new();
    let aino = joins(&mut session, "Aino", 1);
    session.does(open());
    session.does(answers(aino, 1, "a"));
    changes_nothing(&mut session, answers(aino, 1, "a"));
    session.does(reveal());
    changes_nothing(&mut session, answers(aino, 1, "a"));
    assert_eq!(session.ask(answers(aino, 1, "b")), Err(Refusal::NotOpen("kuittaus".into())));
    session.does(open());
    changes_nothing(&mut session, answers(aino, 1, "a"));
    session.does(answers(aino, 2, "a"));
    assert_eq!(session.state.round(&"kuittaus".into()).unwrap().answers.len(), 1);
}

#[test]
fn an_answer_that_was_meant_for_an_earlier_round_is_refused() {
    let mut session = Session::new();
    let aino = joins(&mut session, "Aino", 1);
    assert_eq!(session.ask(answers(aino, 1, "a")), Err(Refusal::NotOpen("kuittaus".into())));
    session.does(open()).does(reveal()).does(open());
    assert_eq!(session.ask(answers(aino, 1, "a")), Err(Refusal::StaleRound("kuittaus".into())));
    assert_eq!(session.ask(answers(aino, 3, "a")), Err(Refusal::StaleRound("kuittaus".into())));
    session.does(answers(aino, 2, "a"));
    let rounds = &session.state.questions[&Id::from("kuittaus")].rounds;
    assert_eq!((rounds[0].answers.len(), rounds[1].answers.len()), (0, 1));
}

#[test]
fn a_test_that_a_phone_begins_twice_is_begun_once() {
    let mut session = Session::new();
    let aino = joins(&mut session, "Aino", 1);
    let start = |manner| Command::StartAttempt { participant: aino, manner };
    session.does(start(Manner::Phone));
    changes_nothing(&mut session, start(Manner::Phone));
    assert_eq!(session.ask(start(Manner::Desk)), Err(Refusal::AttemptOpen(aino)));
}

#[test]
fn what_was_meant_for_an_earlier_attempt_is_refused_and_what_was_handed_in_stays() {
    let mut session = Session::new();
    let aino = joins(&mut session, "Aino", 1);
    let start = Command::StartAttempt { participant: aino, manner: Manner::Phone };
    let submit = |attempt| Command::SubmitAttempt { participant: aino, attempt: Some(attempt) };
    assert_eq!(session.ask(submit(1)), Err(Refusal::StaleAttempt(aino)));
    session.does(start.clone());
    let paper = Arc::clone(&session.state.participants[&aino].open_attempt().unwrap().paper);
    let mut last = None;
    for drawn in &paper.questions {
        let answer = reply(&session.state, &drawn.question, true);
        let give = |attempt| Command::AnswerTest {
            participant: aino,
            attempt: Some(attempt),
            question: drawn.question.clone(),
            answer: answer.clone(),
        };
        assert_eq!(session.ask(give(2)), Err(Refusal::StaleAttempt(aino)));
        session.does(give(1));
        changes_nothing(&mut session, give(1));
        last = Some(give(1));
    }
    session.does(submit(1));
    changes_nothing(&mut session, submit(1));
    changes_nothing(&mut session, last.clone().unwrap());
    session.does(Command::VoidAttempt { participant: aino, reason: reason() });
    assert_eq!(session.ask(submit(1)), Err(Refusal::StaleAttempt(aino)));
    session.does(start);
    assert_eq!(session.ask(last.unwrap()), Err(Refusal::StaleAttempt(aino)));
    assert!(session.state.participants[&aino].open_attempt().unwrap().answers.is_empty());
}

#[test]
fn a_feedback_form_sent_twice_is_one_form_and_its_key_takes_no_other() {
    let mut session = Session::new();
    let form = |stars| {
        let answers = [("usefulness".into(), FeedbackAnswer::Scale(stars))].into();
        Command::GiveFeedback(FeedbackForm { key: "a".repeat(32), answers })
    };
    session.does(form(4));
    changes_nothing(&mut session, form(4));
    assert_eq!(session.ask(form(5)), Err(Refusal::BadFeedbackKey));
    assert_eq!(session.state.feedback.len(), 1);
}

#[test]
fn a_sign_out_sent_twice_is_one_sign_out() {
    let mut session = Session::new();
    let aino = joins(&mut session, "Aino", 1);
    let sign_out = |signature| Command::SignOut { participant: aino, signature, channel: Channel::Phone };
    session.does(sign_out(Some(drawn())));
    session.at(5);
    changes_nothing(&mut session, sign_out(Some(drawn())));
    let other = Signature { width: 10, height: 10, strokes: vec![vec![[1, 1], [2, 2]]] };
    assert_eq!(session.ask(sign_out(Some(other))), Err(Refusal::NotPresent(aino)));
    // Who is only marked as gone has not signed out.
    session.does(Command::Return { participant: aino }).does(Command::Depart { participant: aino });
    assert_eq!(session.ask(sign_out(Some(drawn()))), Err(Refusal::NotPresent(aino)));
}

#[test]
fn what_arrived_before_the_closing_has_arrived_and_nothing_more_is_taken() {
    let mut session = Session::new();
    let aino = joins(&mut session, "Aino", 1);
    let form = |stars| {
        let answers = [("usefulness".into(), FeedbackAnswer::Scale(stars))].into();
        Command::GiveFeedback(FeedbackForm { key: "a".repeat(32), answers })
    };
    let sign_out = |signature| Command::SignOut { participant: aino, signature, channel: Channel::Phone };
    let ask = |address: &str| Command::AskHandout { participant: aino, address: Some(address.to_owned()) };
    let sent = [open(), answers(aino, 1, "a"), form(4), ask("aino@kaivuu.example"), sign_out(Some(drawn()))];
    for command in sent.clone() {
        session.does(command);
    }
    session.does(Command::Close);
    for command in sent.into_iter().skip(1).chain([signs_in("Aino", 1)]) {
        changes_nothing(&mut session, command);
    }
    for command in [answers(aino, 1, "b"), form(5), ask("a@b.example"), sign_out(None), signs_in("Eino", 2), open()] {
        assert_eq!(session.ask(command), Err(Refusal::SessionClosed));
    }
}

#[test]
fn the_handout_is_released_once() {
    let mut session = Session::new();
    assert!(!session.state.handout_released);
    assert_eq!(session.ask(Command::ReleaseHandout), Ok(vec![Event::HandoutReleased]));
    assert!(session.state.handout_released);
    changes_nothing(&mut session, Command::ReleaseHandout);
}

#[test]
fn an_address_for_the_handout_is_left_changed_and_taken_back() {
    let mut session = Session::new();
    let aino = joins(&mut session, "Aino", 1);
    let ask = |address: Option<&str>| Command::AskHandout { participant: aino, address: address.map(str::to_owned) };
    let kept = |session: &Session| session.state.participants[&aino].handout_to.clone();
    changes_nothing(&mut session, ask(None));
    session.does(ask(Some(" aino@kaivuu.example ")));
    assert_eq!(kept(&session).as_deref(), Some("aino@kaivuu.example"));
    changes_nothing(&mut session, ask(Some("aino@kaivuu.example")));
    assert_eq!(session.ask(ask(Some("aino"))), Err(Refusal::BadAddress));
    session.does(ask(Some("aino@koti.example")));
    session.does(Command::SignOut { participant: aino, signature: None, channel: Channel::Phone });
    session.does(ask(None));
    assert_eq!(kept(&session), None);
    session.does(Command::Remove { participant: aino, reason: reason() });
    assert_eq!(session.ask(ask(Some("aino@koti.example"))), Err(Refusal::IsRemoved(aino)));
}

#[test]
fn a_merged_row_brings_its_address_unless_there_is_one() {
    let mut session = Session::new();
    let rows = [1, 2, 3].map(|number| joins(&mut session, "Aino", number));
    let ask = |participant, address: &str| Command::AskHandout { participant, address: Some(address.to_owned()) };
    session.does(ask(rows[1], "b@kaivuu.example")).does(ask(rows[2], "c@kaivuu.example"));
    for from in [rows[1], rows[2]] {
        session.does(Command::Merge { from, into: rows[0], reason: reason() });
        assert_eq!(session.state.participants[&from].handout_to, None);
    }
    assert_eq!(session.state.participants[&rows[0]].handout_to.as_deref(), Some("b@kaivuu.example"));
}

#[test]
fn rows_and_questions_that_did_not_change_are_shared_between_states() {
    let mut session = Session::new();
    let (aino, eino) = (joins(&mut session, "Aino", 1), joins(&mut session, "Eino", 2));
    session.does(open());
    let before = session.state.clone();
    session.does(answers(aino, 1, "a"));
    let is_same = |one: &Session, id| Arc::ptr_eq(&before.participants[&id], &one.state.participants[&id]);
    assert!(is_same(&session, aino) && is_same(&session, eino), "an answer changes no row");
    let question = Id::from("kuittaus");
    assert!(!Arc::ptr_eq(&before.questions[&question], &session.state.questions[&question]));
    assert!(before.questions[&question].rounds[0].answers.is_empty(), "what was handed out does not change");
    session.does(Command::Depart { participant: aino });
    assert!(!is_same(&session, aino) && is_same(&session, eino));
    assert!(Arc::ptr_eq(&before.phones, &session.state.phones));
}
