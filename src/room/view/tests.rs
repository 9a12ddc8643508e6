//! What phones are shown, and what they are not.

use serde_json::Value;
use serde_json::json;

use super::*;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Manner;
use crate::session::ParticipantId;
use crate::session::Place;
use crate::session::testing::{Session, go};
use crate::text::Id;

fn wording(session: &Session, tag: &str) -> Wording {
    Wording::new(&session.state.script, &LangTag(tag.into()))
}

fn shown_in(session: &Session, participant: Option<ParticipantId>, tag: &str) -> Value {
    let wording = wording(session, tag);
    let common = Common::of(&session.state, &wording);
    let row = participant.and_then(|id| session.state.participants.get(&id));
    let message = message(&session.state, &common, &wording, row.map(AsRef::as_ref));
    serde_json::from_str::<Value>(&message).unwrap()["view"].take()
}

fn shown(session: &Session, participant: ParticipantId) -> Value {
    shown_in(session, Some(participant), "fi")
}

fn answers(session: &mut Session, step: &str, participant: ParticipantId, answer: Answer) {
    let (step, channel) = (step.into(), Channel::Phone);
    session.does(Command::Answer { step, round: Some(1), participant, answer, channel });
}

fn chosen(id: &str) -> Answer {
    Answer::Options([Id::from(id)].into())
}

#[test]
fn whoever_has_not_signed_in_sees_where_the_room_stands_and_nobody() {
    let mut session = Session::new();
    session.signs_in("Aino Ahkera");
    let view = shown_in(&session, None, "fi");
    assert_eq!(view["place"], "lobby");
    assert_eq!(view["me"], Value::Null);
    assert!(!view.to_string().contains("Aino"));
}

#[test]
fn a_question_is_shown_once_it_is_asked_and_solved_once_it_is_revealed() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.does(go("kuittaus"));
    assert_eq!(shown(&session, aino)["question"], Value::Null);
    assert_eq!(shown(&session, aino)["title"], "Tilanne");
    assert_eq!(shown(&session, aino)["theme"], json!({"number": 1, "of": 3, "title": "palvelu"}));
    session.does(Command::OpenQuestion { step: "kuittaus".into() });
    answers(&mut session, "kuittaus", aino, chosen("b"));
    let question = shown(&session, aino)["question"].take();
    assert_eq!((&question["round"], &question["open"], &question["kind"]), (&json!(1), &json!(true), &json!("single")));
    assert_eq!(question["mine"], json!({"options": ["b"]}));
    assert_eq!(question["options"].as_array().unwrap().len(), 3);
    assert_eq!(question["options"][2]["letter"], "C");
    assert_eq!(question["options"][2]["shape"], "triangle");
    for hidden in ["right", "explanation", "consequences"] {
        assert_eq!(question.get(hidden), None, "{hidden}");
    }
    session.does(Command::Reveal { step: "kuittaus".into() });
    let question = shown(&session, aino)["question"].take();
    assert_eq!((&question["open"], &question["revealed"]), (&json!(false), &json!(true)));
    assert_eq!(question["right"], json!({"options": ["a", "c"]}));
    let order: Vec<&Value> = question["options"].as_array().unwrap().iter().map(|option| &option["id"]).collect();
    let told: Vec<&Value> = question["consequences"].as_array().unwrap().iter().map(|each| &each["id"]).collect();
    assert_eq!(order, told);
    assert_eq!(question["consequences"][0]["customer"], "Asiakas.");
}

#[test]
fn options_stand_as_on_the_projector() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.does(go("ovella")).does(Command::OpenQuestion { step: "ovella".into() });
    let question = shown(&session, aino)["question"].take();
    let (_, step) = session.state.script.pack.step(&"ovella".into()).unwrap();
    let order = crate::quiz::room_order(step.question().unwrap(), session.state.setup.seed);
    let ids: Vec<Id> =
        question["options"].as_array().unwrap().iter().map(|o| o["id"].as_str().unwrap().into()).collect();
    assert_eq!(ids, order);
    assert_eq!(question["kind"], "order");
}

#[test]
fn nothing_that_others_do_changes_what_i_am_shown() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino Ahkera");
    let onni = session.signs_in("Onni Omenapuu");
    session.does(go("kuittaus")).does(Command::OpenQuestion { step: "kuittaus".into() });
    let before = shown(&session, aino);
    answers(&mut session, "kuittaus", onni, chosen("a"));
    let veera = session.signs_in("Veera Vieras");
    answers(&mut session, "kuittaus", veera, chosen("c"));
    session.does(Command::CountHands { step: "kuittaus".into(), counts: [(Id::from("a"), 1)].into() });
    session.does(Command::NoteItem { text: "Onni sanoi".to_owned(), step: None });
    session.does(Command::Depart { participant: onni });
    session.does(Command::AskHandout { participant: veera, address: Some("veera@vieras.example".to_owned()) });
    assert_eq!(shown(&session, aino), before);
    for text in ["Onni", "Veera", "Omenapuu", "vieras.example"] {
        assert!(!before.to_string().contains(text));
    }
}

#[test]
fn the_test_is_shown_to_its_taker_alone_and_not_before_its_time() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    let onni = session.signs_in("Onni");
    assert_eq!(shown(&session, aino)["test"], Value::Null);
    session.does(Command::Go { to: Place::FinalTest });
    let start = shown(&session, aino)["test"].take();
    assert_eq!(start, json!({"draw": 5, "pass_percent": 80, "attempts_left": 2, "open": null, "results": []}));
    session.does(Command::StartAttempt { participant: aino, manner: Manner::Phone });
    let open = shown(&session, aino)["test"]["open"].take();
    assert_eq!(open["attempt"], 1);
    assert_eq!(open["questions"].as_array().unwrap().len(), 5);
    let drawn: Vec<Id> = session.state.participants[&aino].attempts[0]
        .paper
        .questions
        .iter()
        .map(|drawn| drawn.question.clone())
        .collect();
    let ids: Vec<Id> =
        open["questions"].as_array().unwrap().iter().map(|each| each["id"].as_str().unwrap().into()).collect();
    assert_eq!(ids, drawn, "in the drawn order");
    assert_eq!(shown(&session, onni)["test"]["open"], Value::Null);
    assert_eq!(shown(&session, aino)["test"]["attempts_left"], 1);
}

#[test]
fn an_attempt_at_the_desk_is_none_of_the_phones() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.does(Command::Go { to: Place::FinalTest });
    session.does(Command::StartAttempt { participant: aino, manner: Manner::Desk });
    assert_eq!(shown(&session, aino)["test"]["open"], Value::Null);
}

#[test]
fn a_break_says_until_when_in_the_phones_language() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.at(5).does(go("tauko"));
    let until = shown(&session, aino)["break_until"].take();
    // Opened at 9:00; the break has 15 minutes from 9:05 on.
    assert_eq!(until["clock"], "9.20");
    assert_eq!(shown_in(&session, Some(aino), "en")["break_until"]["clock"], "9:20");
    assert!(until["at"].as_str().unwrap().ends_with('Z'));
    session.at(6).does(go("alku")).at(7).does(go("tauko"));
    assert_eq!(shown(&session, aino)["break_until"]["clock"], "9.20", "jumping away does not begin it anew");
}

#[test]
fn feedback_is_asked_for_from_its_place_on_and_a_closed_session_shows_nothing_more() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.does(Command::Go { to: Place::FinalTest });
    assert_eq!(shown(&session, aino)["feedback"], Value::Null);
    session.does(Command::Go { to: Place::Feedback });
    let form = shown(&session, aino)["feedback"].take();
    assert_eq!(
        form["questions"][0],
        json!({"id": "usefulness", "kind": "scale", "text": "Hyöty?", "low": "Ei", "high": "Kyllä"})
    );
    assert_eq!(form["questions"][1], json!({"id": "better", "kind": "text", "text": "Parannettavaa?"}));
    session.does(Command::ReleaseHandout).does(Command::Close);
    let view = shown(&session, aino);
    assert_eq!(view["place"], "closed");
    assert_eq!((&view["feedback"], &view["test"], &view["question"]), (&Value::Null, &Value::Null, &Value::Null));
    assert_eq!(view["handout"], json!({"released": true, "languages": ["fi", "en"], "address": null}));
}

#[test]
fn i_am_shown_as_i_stand_on_the_register() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    let state = |session: &Session| shown(session, aino)["me"]["state"].take();
    assert_eq!(state(&session), "present");
    session.does(Command::Depart { participant: aino });
    assert_eq!(state(&session), "departed");
    session.does(Command::Return { participant: aino });
    session.does(Command::SignOut { participant: aino, signature: None, channel: Channel::Phone });
    assert_eq!(state(&session), "signed_out");
    session.does(Command::Remove { participant: aino, reason: "Väärä tilaisuus".to_owned() });
    assert_eq!(state(&session), "removed");
    assert!(!shown(&session, aino).to_string().contains("Väärä"), "the reason is the trainer's");
}

#[test]
fn equal_keys_mean_equal_common_parts() {
    let mut session = Session::new();
    session.signs_in("Aino");
    session.does(go("vaite"));
    let before = Key::of(&session.state);
    session.does(Command::NoteItem { text: "Huomio".to_owned(), step: None });
    session.signs_in("Onni");
    assert_eq!(Key::of(&session.state), before);
    session.does(Command::OpenQuestion { step: "vaite".into() });
    let opened = Key::of(&session.state);
    assert_ne!(opened, before);
    session.does(Command::Reveal { step: "vaite".into() });
    assert_ne!(Key::of(&session.state), opened);
    let revealed = Key::of(&session.state);
    session.does(Command::Pause);
    assert_ne!(Key::of(&session.state), revealed);
}
