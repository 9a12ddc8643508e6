//! Feedback from phones: once each, and tied to nobody.

use perehdytin::session::Command;
use perehdytin::session::Place;
use serde_json::Value;
use serde_json::json;

use crate::room_support::{Hall, hall};

fn form(key: u32, text: &str) -> Value {
    json!({"key": format!("{key:032x}"), "answers": {"usefulness": {"scale": 4}, "better": {"text": text}}})
}

fn given(hall: &Hall) -> usize {
    hall.client().snapshot().state.feedback.len()
}

#[test]
fn a_ticket_is_had_from_feedback_on_and_is_good_for_one_form() {
    let hall = hall();
    let door = hall.door();
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    assert_eq!(phone.is_refused(&json!({"feedback_ticket": {}})), "not_now");
    hall.does(Command::Go { to: Place::Feedback });
    let ticket = phone.does(&json!({"feedback_ticket": {}}))["ticket"].take();
    assert_eq!(door.post("/feedback", &json!({"ticket": "0".repeat(32), "form": form(1, "Hyvä")})).status, 403);
    assert_eq!(given(&hall), 0);
    let empty = json!({"key": format!("{:032x}", 1), "answers": {}});
    let refused = door.post("/feedback", &json!({"ticket": ticket, "form": empty}));
    assert_eq!(refused.status, 409);
    assert!(!refused.text().contains('{'), "{}", refused.text());
    for _ in 0..2 {
        // The second time as after a lost answer.
        assert_eq!(door.post("/feedback", &json!({"ticket": ticket, "form": form(1, "Hyvä")})).status, 200);
        assert_eq!(given(&hall), 1);
    }
    assert_eq!(door.post("/feedback", &json!({"ticket": ticket, "form": form(2, "Toinen")})).status, 403);
    assert_eq!(given(&hall), 1);
}

#[test]
fn a_phone_gets_few_tickets_and_a_ticket_of_an_earlier_life_is_asked_for_anew() {
    let hall = hall();
    hall.does(Command::Go { to: Place::Feedback });
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    for _ in 0..3 {
        phone.does(&json!({"feedback_ticket": {}}));
    }
    assert_eq!(phone.is_refused(&json!({"feedback_ticket": {}})), "ticket_given");
    let mut other = hall.signed_in(2, "Onni Omenapuu");
    other.does(&json!({"feedback_ticket": {}}));
}

#[test]
fn nothing_that_is_stored_tells_whose_a_form_is_or_when_it_came() {
    let hall = hall();
    let door = hall.door();
    hall.does(Command::Go { to: Place::Feedback });
    let mut aino = hall.signed_in(1, "Aino Ahkera");
    let mut onni = hall.signed_in(2, "Onni Omenapuu");
    let before = hall.record();
    let one = aino.does(&json!({"feedback_ticket": {}}))["ticket"].take();
    let two = onni.does(&json!({"feedback_ticket": {}}))["ticket"].take();
    assert_ne!(one, two);
    // The later one has the smaller key.
    assert_eq!(door.post("/feedback", &json!({"ticket": one, "form": form(9, "Ensimmäinen")})).status, 200);
    assert_eq!(door.post("/feedback", &json!({"ticket": two, "form": form(3, "Toinen")})).status, 200);
    let after = hall.record();
    assert_eq!((after.length, &after.head, &after.events), (before.length, &before.head, &before.events));
    let keys: Vec<&str> = after.feedback.iter().map(|form| form.key.as_str()).collect();
    assert_eq!(keys, [format!("{:032x}", 3), format!("{:032x}", 9)], "in the order of their random keys");
    let stored = serde_json::to_string(&after.feedback).unwrap();
    for ticket in [one, two] {
        assert!(!stored.contains(ticket.as_str().unwrap()));
    }
    // Nothing else lies in the session's folder that knows a ticket.
    let keys = std::fs::read_to_string(hall.folder().join("room.json")).unwrap();
    assert!(!keys.contains("ticket"));
}

#[test]
fn the_way_of_a_form_knows_no_phone_and_writes_no_log() {
    let source = include_str!("../../src/room/http.rs");
    let way = source.split("async fn take_feedback(").nth(1).unwrap();
    let way = way.split("\n}\n").next().unwrap();
    for name in ["guest", "from:", "peer", "phone.", "PhoneKey", "ParticipantId", "by_phone", "tracing"] {
        assert!(!way.contains(name), "the way of a feedback form names {name}");
    }
    let tickets = include_str!("../../src/room/feedback.rs");
    let (kept, _) = tickets.split_once("impl Tickets").unwrap();
    assert!(kept.contains("given: HashMap<PhoneKey, u8>,"), "a phone is kept with a count alone");
    assert!(kept.contains("used: HashMap<String, String>,"), "a ticket is kept with the form's key alone");
}
