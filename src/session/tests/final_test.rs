//! Attempts at the final test.

use std::sync::Arc;

use crate::quiz;
use crate::session::testing::Session;
use crate::session::{Answer, Channel, Command, Field, Manner, ParticipantId, Refusal, State};

/// A right or wrong answer to a question of the bank.
pub(super) fn reply(state: &State, question: &crate::text::Id, right: bool) -> Answer {
    let (_, question) = state.script.pack.test_question(question).unwrap();
    let options = quiz::options(question);
    let mut replies = vec![Answer::Truth(true), Answer::Truth(false), Answer::Options(quiz::right_options(question))];
    replies.extend(options.iter().map(|option| Answer::Options([option.clone()].into())));
    replies.push(Answer::Order(options.iter().rev().cloned().collect()));
    replies.push(Answer::Order(options));
    replies.into_iter().find(|reply| quiz::fits(question, reply) && quiz::is_right(question, reply) == right).unwrap()
}

fn start(participant: ParticipantId) -> Command {
    Command::StartAttempt { participant, manner: Manner::Desk }
}

/// Answers `right` questions rightly and the rest wrongly, and hands in.
fn take(session: &mut Session, participant: ParticipantId, right: usize) {
    session.does(start(participant));
    let paper = Arc::clone(&session.state.participants[&participant].open_attempt().unwrap().paper);
    for (index, drawn) in paper.questions.iter().enumerate() {
        let answer = reply(&session.state, &drawn.question, index < right);
        session.does(Command::AnswerTest { participant, attempt: None, question: drawn.question.clone(), answer });
    }
    session.does(Command::SubmitAttempt { participant, attempt: None });
}

#[test]
fn the_pass_mark_decides_and_who_passed_takes_no_more() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    take(&mut session, aino, 4);
    let result = session.state.participants[&aino].attempts[0].result.unwrap();
    assert_eq!((result.correct, result.total, result.passed), (4, 5, true));
    assert_eq!(session.ask(start(aino)), Err(Refusal::HasPassed(aino)));
}

#[test]
fn who_fails_may_try_again_as_often_as_the_course_lets() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    take(&mut session, aino, 3);
    take(&mut session, aino, 0);
    let row = &session.state.participants[&aino];
    assert!(!row.has_passed());
    assert_ne!(row.attempts[0].paper, row.attempts[1].paper);
    assert_eq!(session.ask(start(aino)), Err(Refusal::NoAttemptsLeft(aino)));
}

#[test]
fn a_void_attempt_does_not_count() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    let void = |reason: &str| Command::VoidAttempt { participant: aino, reason: reason.to_owned() };
    assert_eq!(session.ask(void("Palohälytys")), Err(Refusal::NoAttempt(aino)));
    take(&mut session, aino, 0);
    take(&mut session, aino, 5);
    assert_eq!(session.ask(void("")), Err(Refusal::Empty { field: Field::Reason }));
    session.does(void("Kaverin vastaukset"));
    assert!(!session.state.participants[&aino].has_passed());
    assert_eq!(session.ask(void("Taas")), Err(Refusal::NoAttempt(aino)));
    take(&mut session, aino, 4);
    let row = &session.state.participants[&aino];
    assert_eq!(row.attempts.iter().map(|attempt| attempt.number).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(row.has_passed());
}

#[test]
fn on_a_screen_every_question_is_answered_and_on_paper_blanks_are_wrong() {
    let mut session = Session::new();
    let (aino, eino) = (session.signs_in("Aino"), session.signs_in("Eino"));
    session.does(start(aino));
    assert_eq!(session.ask(start(aino)), Err(Refusal::AttemptOpen(aino)));
    assert_eq!(
        session.ask(Command::SubmitAttempt { participant: aino, attempt: None }),
        Err(Refusal::Unanswered { missing: 5 })
    );
    session.does(Command::StartAttempt { participant: eino, manner: Manner::Paper });
    session.does(Command::SubmitAttempt { participant: eino, attempt: None });
    assert_eq!(session.state.participants[&eino].attempts[0].result.unwrap().correct, 0);
    assert_eq!(session.ask(Command::SubmitAttempt { participant: eino, attempt: None }), Err(Refusal::NoAttempt(eino)));
}

#[test]
fn a_sheet_may_be_entered_after_its_writer_left_and_has_the_paper_that_was_printed() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    let printed = session.state.next_paper(aino).unwrap();
    session.does(Command::SignOut { participant: aino, signature: None, channel: Channel::Desk });
    assert_eq!(session.ask(start(aino)), Err(Refusal::NotPresent(aino)));
    session.does(Command::StartAttempt { participant: aino, manner: Manner::Paper });
    assert_eq!(*session.state.participants[&aino].attempts[0].paper, printed);
}

#[test]
fn an_oral_test_needs_its_witness() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    let oral = |witness: &str| Command::StartAttempt {
        participant: aino,
        manner: Manner::Oral { witness: witness.to_owned() },
    };
    assert_eq!(session.ask(oral(" ")), Err(Refusal::Empty { field: Field::Witness }));
    session.does(oral("Taina  Tarkka"));
    assert_eq!(
        session.state.participants[&aino].attempts[0].manner,
        Manner::Oral { witness: "Taina Tarkka".to_owned() }
    );
}

#[test]
fn only_drawn_questions_are_answered_and_answers_may_change() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.does(start(aino));
    let paper = Arc::clone(&session.state.participants[&aino].attempts[0].paper);
    let bank = session.state.script.pack.themes.iter().flat_map(|theme| &theme.test);
    let other = bank.map(|question| question.id.clone());
    let other = other.into_iter().find(|id| !paper.questions.iter().any(|drawn| drawn.question == *id)).unwrap();
    let answer = |question: &crate::text::Id, answer| Command::AnswerTest {
        participant: aino,
        attempt: None,
        question: question.clone(),
        answer,
    };
    let foreign = answer(&other, Answer::Truth(true));
    assert_eq!(session.ask(foreign), Err(Refusal::NoQuestion(other)));
    let question = &paper.questions[0].question;
    let (wrong, right) = (reply(&session.state, question, false), reply(&session.state, question, true));
    session.does(answer(question, wrong)).does(answer(question, right.clone()));
    assert_eq!(session.ask(answer(question, right)), Ok(vec![]));
    assert_eq!(session.state.participants[&aino].attempts[0].answers.len(), 1);
}

#[test]
fn practice_in_the_room_never_counts_as_a_test() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.does(Command::OpenQuestion { step: "vaite".into() });
    session.does(Command::Answer {
        step: "vaite".into(),
        round: None,
        participant: aino,
        answer: Answer::Truth(false),
        channel: Channel::Desk,
    });
    assert!(session.state.participants[&aino].attempts.is_empty());
}
