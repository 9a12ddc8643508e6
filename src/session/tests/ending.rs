//! Feedback and closing.

use crate::session::testing::{Session, minute, sign_in};
use crate::session::{Channel, Command, Event, FeedbackAnswer, FeedbackForm, Field, Refusal, State, feedback_digest};

fn form(key: &str, answers: &[(&str, FeedbackAnswer)]) -> Command {
    let answers = answers.iter().map(|(id, answer)| ((*id).into(), answer.clone())).collect();
    Command::GiveFeedback(FeedbackForm { key: key.repeat(32), answers })
}

fn stars(count: u8) -> (&'static str, FeedbackAnswer) {
    ("usefulness", FeedbackAnswer::Scale(count))
}

fn words(text: &str) -> (&'static str, FeedbackAnswer) {
    ("better", FeedbackAnswer::Text(text.to_owned()))
}

#[test]
fn feedback_is_checked_against_its_form() {
    let mut session = Session::new();
    session.does(form("a", &[stars(5), words("  Enemmän\n taukoja ")]));
    assert_eq!(session.ask(form("b", &[stars(6)])), Err(Refusal::BadAnswer("usefulness".into())));
    assert_eq!(session.ask(form("b", &[stars(0)])), Err(Refusal::BadAnswer("usefulness".into())));
    let swapped = form("b", &[("better", FeedbackAnswer::Scale(3))]);
    assert_eq!(session.ask(swapped), Err(Refusal::BadAnswer("better".into())));
    let unknown = form("b", &[("olematon", FeedbackAnswer::Scale(3))]);
    assert_eq!(session.ask(unknown), Err(Refusal::NoQuestion("olematon".into())));
    assert_eq!(session.ask(form("b", &[words("  ")])), Err(Refusal::Empty { field: Field::Feedback }));
    assert_eq!(session.ask(form("a", &[stars(1)])), Err(Refusal::BadFeedbackKey));
    assert_eq!(session.ask(form("Z", &[stars(1)])), Err(Refusal::BadFeedbackKey));
    assert_eq!(session.ask(form("", &[stars(1)])), Err(Refusal::BadFeedbackKey));
    let stored = &session.state.feedback[&"a".repeat(32)];
    assert_eq!(stored.answers[&"better".into()], FeedbackAnswer::Text("Enemmän\ntaukoja".to_owned()));
}

#[test]
fn feedback_leaves_no_trace_of_when_or_in_which_order_it_came() {
    let play = |forms: [(&str, i64); 3]| -> State {
        let mut session = Session::new();
        session.signs_in("Aino");
        let mut forms = forms.to_vec();
        forms.sort_by_key(|(_, minute)| *minute);
        for (key, at) in forms {
            session.at(at).does(form(key, &[stars(3)]));
        }
        session.at(30).does(Command::Close);
        session.state
    };
    assert_eq!(play([("a", 1), ("b", 2), ("c", 3)]), play([("c", 10), ("a", 20), ("b", 25)]));
}

#[test]
fn closing_ends_everything_that_is_open_and_vouches_for_the_feedback() {
    let mut session = Session::new();
    let (aino, eino) = (session.signs_in("Aino"), session.signs_in("Eino"));
    session.does(Command::SignOut { participant: aino, signature: None, channel: Channel::Desk });
    session.does(form("a", &[stars(4)]));
    session.does(Command::OpenQuestion { step: "vaite".into() }).does(Command::Pause);
    let digest = feedback_digest(session.state.feedback.values());
    let events = session.at(50).ask(Command::Close).unwrap();
    assert_eq!(
        events,
        [
            Event::QuestionClosed { step: "vaite".into(), round: 1 },
            Event::Resumed,
            Event::Departed { participant: eino },
            Event::Closed { feedback_digest: digest },
        ]
    );
    assert_eq!(session.state.closed_at, Some(minute(50)));
    assert_eq!(session.state.participants[&eino].stays[0].to, Some(minute(50)));
    assert!(!session.state.participants[&eino].signed_out);
}

#[test]
fn a_closed_session_changes_no_more() {
    let mut session = Session::new();
    session.signs_in("Aino");
    session.does(Command::Close);
    assert_eq!(session.ask(Command::Close), Err(Refusal::SessionClosed));
    assert_eq!(session.ask(sign_in("Eino")), Err(Refusal::SessionClosed));
}

#[test]
fn an_empty_room_is_not_closed() {
    let mut session = Session::new();
    assert_eq!(session.ask(Command::Close), Err(Refusal::NobodySignedIn));
}
