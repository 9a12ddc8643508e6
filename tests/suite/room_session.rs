//! A session on phones: what they may do when, and what they learn of each other, which is nothing.

use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::Manner;
use perehdytin::session::ParticipantId;
use perehdytin::session::Place;
use serde_json::Value;
use serde_json::json;

use crate::room_support::{Hall, Phone, answering, hall, signing_in};
use crate::session_support::sign_in;

const AINO: ParticipantId = ParticipantId(1);

fn answers_of(hall: &Hall, step: &str) -> usize {
    let snapshot = hall.client().snapshot();
    snapshot.state.round(&step.into()).map_or(0, |round| round.answers.len())
}

#[test]
fn an_answer_is_stored_when_it_is_acknowledged_and_can_be_changed_until_the_question_is_closed() {
    let hall = hall();
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    assert_eq!(phone.is_refused(&answering("ovi-auki", 1, "a")), "not_open");
    hall.asks("ovi-auki");
    phone.until(|view| view["question"]["open"] == true);
    assert_eq!(phone.is_refused(&answering("ovi-auki", 1, "x")), "bad_answer");
    for option in ["b", "a"] {
        phone.does(&answering("ovi-auki", 1, option));
        let last = hall.record().events.last().unwrap().event.clone();
        assert!(format!("{last:?}").contains(&format!("Options({{Id({option:?})}})")), "{last:?}");
        phone.until(|view| view["question"]["mine"] == json!({"options": [option]}));
    }
    let length = hall.record().length;
    phone.does(&answering("ovi-auki", 1, "a"));
    assert_eq!(hall.record().length, length, "the same answer again is stored once");
    hall.does(Command::CloseQuestion { step: "ovi-auki".into() });
    phone.until(|view| view["question"]["open"] == false);
    assert_eq!(phone.is_refused(&answering("ovi-auki", 1, "b")), "not_open");
    phone.does(&answering("ovi-auki", 1, "a"));
    assert_eq!(hall.record().length, length + 1, "what had arrived is acknowledged again, and stored no more");
}

#[test]
fn an_answer_to_a_round_that_is_over_is_refused() {
    let hall = hall();
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    hall.asks("ovi-auki").does(Command::Reveal { step: "ovi-auki".into() });
    phone.until(|view| view["question"]["revealed"] == true);
    hall.does(Command::OpenQuestion { step: "ovi-auki".into() });
    phone.until(|view| view["question"]["round"] == 2);
    assert_eq!(phone.is_refused(&answering("ovi-auki", 1, "a")), "stale");
    assert_eq!(phone.is_refused(&answering("ovi-auki", 3, "a")), "stale");
    phone.does(&answering("ovi-auki", 2, "a"));
    assert_eq!(answers_of(&hall, "ovi-auki"), 1);
}

#[test]
fn what_the_desk_does_for_me_shows_on_my_phone_and_what_others_do_does_not() {
    let hall = hall();
    let mut aino = hall.signed_in(1, "Aino Ahkera");
    let mut onni = hall.signed_in(2, "Onni Omenapuu");
    hall.does(sign_in("Veera Vieras")).asks("ovi-auki");
    aino.until(|view| view["question"]["open"] == true);
    onni.until(|view| view["question"]["open"] == true);
    onni.does(&answering("ovi-auki", 1, "a"));
    let veera = ParticipantId(3);
    let at_the_desk = |participant| Command::Answer {
        step: "ovi-auki".into(),
        round: None,
        participant,
        answer: perehdytin::session::Answer::Options([perehdytin::text::Id::from("c")].into()),
        channel: Channel::Desk,
    };
    hall.does(at_the_desk(veera));
    hall.does(Command::NoteItem { text: "Onni: kortteja lisää".to_owned(), step: None });
    hall.does(Command::Depart { participant: veera });
    let newcomer = hall.signed_in(4, "Kalle Kaivaja");
    newcomer.cut();
    aino.hears_nothing();
    hall.does(at_the_desk(AINO));
    assert_eq!(aino.expects("view")["question"]["mine"], json!({"options": ["c"]}));
    aino.hears_nothing();
}

#[test]
fn no_message_of_a_whole_session_tells_one_phone_of_another() {
    let hall = hall();
    let names = ["Aino Ahkera", "Onni Omenapuu", "Kalle Kaivaja"];
    let mut phones: Vec<Phone> = (1..).zip(names).map(|(number, name)| hall.signed_in(number, name)).collect();
    hall.does(sign_in("Veera Vieras"));
    for step in ["ovi-auki", "mukaan"] {
        hall.asks(step);
        for phone in &mut phones {
            phone.until(|view| view["question"]["step"] == step);
            phone.does(&answering(step, 1, "a"));
        }
        hall.does(Command::Reveal { step: step.into() });
    }
    hall.does(Command::Go { to: Place::FinalTest });
    for phone in &mut phones {
        phone.until(|view| view["place"] == "test");
        takes_the_test(phone);
    }
    hall.does(Command::Go { to: Place::SignOut }).does(Command::ReleaseHandout);
    let removed =
        Command::Remove { participant: ParticipantId(3), reason: "Kalle oli väärässä salissa".to_owned() };
    hall.does(removed);
    for phone in &mut phones[..2] {
        phone.does(&json!({"ask_handout": {"address": "joku@kaivuu.example"}}));
        phone.does(&json!({"sign_out": {"signature": null}}));
    }
    hall.does(Command::Close);
    for (phone, own) in phones.iter_mut().zip(names) {
        phone.until(|view| view["place"] == "closed");
        for name in names.iter().chain(&["Veera Vieras"]).filter(|name| **name != own) {
            for part in name.split(' ') {
                assert!(!phone.heard.contains(part), "{own} heard of {name}");
            }
        }
        assert!(phone.heard.contains(own) && !phone.heard.contains("salissa"));
        // The number of a row tells how many came before it.
        assert_eq!(phone.view["me"].as_object().unwrap().keys().collect::<Vec<_>>(), ["company", "name", "state"]);
    }
}

#[test]
fn what_arrived_before_the_closing_has_arrived_though_it_is_sent_again_after_it() {
    let hall = hall();
    hall.asks("ovi-auki");
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    phone.does(&answering("ovi-auki", 1, "a"));
    hall.does(Command::Close);
    phone.until(|view| view["place"] == "closed");
    phone.does(&answering("ovi-auki", 1, "a"));
    phone.does(&signing_in("Aino Ahkera"));
    assert_eq!(phone.is_refused(&answering("ovi-auki", 1, "c")), "session_closed");
    assert_eq!(phone.is_refused(&json!({"come_back": {}})), "session_closed");
    assert_eq!(phone.is_refused(&json!({"start_test": {}})), "session_closed");
    assert_eq!(phone.is_refused(&json!({"feedback_ticket": {}})), "session_closed");
    assert_eq!(hall.phone(2).is_refused(&json!({"come_back": {}})), "session_closed");
}

/// Answers every question of an attempt somehow, and hands it in.
fn takes_the_test(phone: &mut Phone) {
    phone.does(&json!({"start_test": {}}));
    let open = phone.until(|view| view["test"]["open"]["attempt"] == 1)["test"]["open"].clone();
    for question in open["questions"].as_array().unwrap() {
        let ids: Vec<&Value> = question["options"].as_array().unwrap().iter().map(|option| &option["id"]).collect();
        let answer = match question["kind"].as_str().unwrap() {
            "statement" => json!({"truth": true}),
            "order" => json!({"order": ids}),
            _ => json!({"options": [ids[0]]}),
        };
        phone.does(&json!({"answer_test": {"attempt": 1, "question": question["id"], "answer": answer}}));
    }
    phone.does(&json!({"submit_test": {"attempt": 1}}));
    phone.until(|view| view["test"]["results"][0]["total"] == 4);
}

#[test]
fn the_test_waits_for_its_place_and_goes_on_where_it_was_left() {
    let hall = hall();
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    assert_eq!(phone.is_refused(&json!({"start_test": {}})), "not_now");
    hall.does(Command::Go { to: Place::FinalTest });
    phone.until(|view| view["place"] == "test");
    assert_eq!(phone.is_refused(&json!({"submit_test": {"attempt": 1}})), "stale");
    phone.does(&json!({"start_test": {}}));
    phone.does(&json!({"start_test": {}}));
    phone.until(|view| view["test"]["open"]["attempt"] == 1);
    assert_eq!(phone.is_refused(&json!({"submit_test": {"attempt": 1}})), "unanswered");
    let view = phone.view.clone();
    phone.cut();
    let mut phone = hall.phone(1);
    assert_eq!(phone.view, view);
    hall.does(Command::VoidAttempt { participant: AINO, reason: "Kaveri auttoi".to_owned() });
    phone.until(|view| view["test"]["open"] == Value::Null);
    let question = &view["test"]["open"]["questions"][0]["id"];
    let late = json!({"answer_test": {"attempt": 1, "question": question, "answer": {"truth": true}}});
    assert_eq!(phone.is_refused(&late), "stale");
    hall.does(Command::StartAttempt { participant: AINO, manner: Manner::Desk });
    assert_eq!(phone.is_refused(&json!({"start_test": {}})), "attempt_open");
}

#[test]
fn who_has_not_signed_in_can_do_nothing_else() {
    let hall = hall();
    hall.asks("ovi-auki");
    let mut phone = hall.phone(1);
    for what in [
        answering("ovi-auki", 1, "a"),
        json!({"come_back": {}}),
        json!({"start_test": {}}),
        json!({"feedback_ticket": {}}),
        json!({"ask_handout": {"address": "a@b.example"}}),
        json!({"sign_out": {"signature": null}}),
    ] {
        assert_eq!(phone.is_refused(&what), "not_signed_in", "{what}");
    }
    assert_eq!(hall.record().length, 3, "opened, moved, question opened");
}

#[test]
fn leaving_and_coming_back_and_an_address_for_the_handout() {
    let hall = hall();
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    let bad = phone.asks(&json!({"ask_handout": {"address": "aino"}}))["refused"].take();
    assert_eq!((&bad["code"], &bad["field"]), (&json!("bad_address"), &json!("address")));
    phone.does(&json!({"ask_handout": {"address": "aino@kaivuu.example"}}));
    phone.until(|view| view["handout"]["address"] == "aino@kaivuu.example");
    phone.does(&json!({"ask_handout": {"address": null}}));
    phone.until(|view| view["handout"]["address"] == Value::Null);
    let drawn = json!({"width": 300, "height": 100, "strokes": [[[1, 1], [9, 9]]]});
    phone.does(&json!({"sign_out": {"signature": drawn}}));
    phone.does(&json!({"sign_out": {"signature": drawn}}));
    phone.until(|view| view["me"]["state"] == "signed_out");
    phone.does(&json!({"come_back": {}}));
    phone.until(|view| view["me"]["state"] == "present");
    assert_eq!(phone.is_refused(&json!({"come_back": {}})), "is_present");
    hall.does(Command::Close);
    phone.until(|view| view["place"] == "closed");
    assert_eq!(hall.phone(2).is_refused(&signing_in("Onni Omenapuu")), "session_closed");
}

#[test]
fn many_answers_at_once_are_each_acknowledged_and_each_stored_once() {
    let hall = hall();
    let mut phones: Vec<Phone> =
        (1..=40).map(|number| hall.signed_in(number, &format!("Osallistuja {number}"))).collect();
    hall.asks("ovi-auki");
    for phone in &mut phones {
        phone.until(|view| view["question"]["open"] == true);
    }
    for (phone, option) in phones.iter_mut().zip(["a", "b", "c"].into_iter().cycle()) {
        // Twice in a row, as a phone does that is not sure.
        for id in [100, 101] {
            phone.says(&json!({"id": id, "do": answering("ovi-auki", 1, option)}).to_string());
        }
    }
    for phone in &mut phones {
        let mut acknowledged = 0;
        while acknowledged < 2 {
            acknowledged += usize::from(phone.next()["ok"] == true);
        }
    }
    assert_eq!(answers_of(&hall, "ovi-auki"), 40);
    let stored =
        hall.record().events.iter().filter(|entry| format!("{:?}", entry.event).starts_with("Answered")).count();
    assert_eq!(stored, 40);
}

#[test]
fn what_was_on_its_way_over_a_lost_connection_changes_nothing_that_was_said_since() {
    let hall = hall();
    hall.asks("ovi-auki");
    let mut lost = hall.signed_in(1, "Aino Ahkera");
    let mut back = hall.phone(1);
    back.does(&answering("ovi-auki", 1, "b"));
    // The network hands over only now what the phone had said before it came back.
    lost.says(&json!({"id": 99, "do": answering("ovi-auki", 1, "a")}).to_string());
    back.until(|view| view["question"]["mine"] == json!({"options": ["b"]}));
    back.hears_nothing();
    let mine = json!({"options": ["b"]});
    assert_eq!(hall.phone(1).view["question"]["mine"], mine);
    // Were it another tab, it would ask again in a moment.
    let refused = loop {
        let message = lost.next();
        if message.get("refused").is_some() {
            break message;
        }
    };
    assert_eq!((&refused["id"], &refused["refused"]["code"]), (&json!(99), &json!("busy")));
    while lost.asks(&answering("ovi-auki", 1, "c"))["ok"] != true {}
    assert_eq!(hall.phone(1).view["question"]["mine"], json!({"options": ["c"]}));
}
