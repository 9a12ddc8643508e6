//! Coming in: the page, the code, the token, signing in, and coming back.

use std::io::Read as _;

use perehdytin::engine::Engine;
use perehdytin::room::Plan;
use perehdytin::room::Room;
use perehdytin::session::Command;
use perehdytin::session::Event;
use perehdytin::session::Place;
use serde_json::Value;
use serde_json::json;

use crate::browser_support::hall_of_part;
use crate::room_support::{Hall, answering, hall, secret, signing_in};
use crate::session_support::{nobody, small_course};

fn signed_in(hall: &Hall) -> usize {
    hall.record().events.iter().filter(|entry| matches!(entry.event, Event::SignedIn { .. })).count()
}

#[test]
fn the_page_comes_compressed_and_guarded_and_only_once() {
    let hall = hall();
    let door = hall.door();
    let page = door.request("GET", "/", "Accept-Encoding: gzip, br\r\n", "");
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-encoding"), Some("gzip"));
    let mut text = String::new();
    flate2::read::GzDecoder::new(&page.body[..]).read_to_string(&mut text).unwrap();
    assert!(text.starts_with("<!doctype html>"));
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"), "{policy}");
    assert!(policy.contains(&format!("connect-src 'self' ws://{};", door.address)), "{policy}");
    assert!(policy.ends_with("base-uri 'none'; form-action 'none'; frame-ancestors 'none'"), "{policy}");
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    let tag = page.header("etag").unwrap();
    let again = door.request("GET", "/", &format!("If-None-Match: {tag}\r\n"), "");
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(door.get("/").text(), text, "without compression for who asks for none");
    let head = door.request("HEAD", "/page.js", "", "");
    assert_eq!((head.status, head.body.len()), (200, 0));
    for path in ["/page.css", "/page.js", "/icon.svg"] {
        assert_eq!(door.get(path).status, 200, "{path}");
    }
    for lang in ["fi", "en"] {
        let words: Value = serde_json::from_slice(&door.get(&format!("/words/{lang}.json")).body).unwrap();
        assert!(words["sign_in_text"].as_str().unwrap().contains("{subscriber}"), "{words}");
    }
}

#[test]
fn what_is_not_there_or_not_allowed_has_a_plain_answer() {
    let hall = hall();
    let door = hall.door();
    for (method, path, status) in [
        ("GET", "/nothing", 404),
        ("GET", "/../Cargo.toml", 404),
        ("GET", "/handout/", 404),
        ("POST", "/", 405),
        ("DELETE", "/page.js", 405),
        ("GET", "/code", 405),
        ("GET", "/feedback", 405),
        ("POST", "/ws", 405),
        ("GET", "/ws", 400),
        ("POST", "/code", 400),
        ("POST", "/feedback", 400),
    ] {
        let answer = door.request(method, path, "", "");
        assert_eq!(answer.status, status, "{method} {path}");
        assert_eq!(answer.text().lines().count(), 1, "{method} {path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    assert_eq!(door.request("PATCH", "/page.js", "", "").header("allow"), Some("GET, HEAD"));
    assert_eq!(door.raw(b"what is this\r\n\r\n").status, 400);
    assert_eq!(door.raw(b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n").status, 400);
}

#[test]
fn another_name_for_this_address_and_a_foreign_page_are_turned_away() {
    let hall = hall();
    let door = hall.door();
    let port = door.address.port();
    for host in ["rebound.example".to_owned(), format!("rebound.example:{port}"), "127.0.0.1".to_owned(), String::new()]
    {
        let answer = door.raw(format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes());
        assert_eq!(answer.status, 400, "{host}");
    }
    assert_eq!(door.raw(b"GET / HTTP/1.0\r\n\r\n").status, 400);
    for origin in ["http://rebound.example", "null", "https://127.0.0.1", &format!("http://localhost:{port}")] {
        assert_eq!(door.socket(origin).err(), Some(403), "{origin}");
        let body = json!({"code": hall.room().status().code}).to_string();
        let post = format!(
            "POST /code HTTP/1.1\r\nHost: {}\r\nOrigin: {origin}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
            door.address,
            body.len()
        );
        assert_eq!(door.raw(post.as_bytes()).status, 403, "{origin}");
    }
}

#[test]
fn the_code_on_the_screen_gives_the_token_and_guessing_is_stopped() {
    let hall = hall();
    let door = hall.door();
    let code = hall.room().status().code.clone();
    let typed = json!({"code": format!(" {} ", code.to_lowercase())});
    let given: Value = serde_json::from_slice(&door.post("/code", &typed).body).unwrap();
    assert_eq!(given, json!({"token": door.token}));
    let wrong = json!({"code": "333333"});
    let statuses: Vec<u16> = (0..40).map(|_| door.post("/code", &wrong).status).collect();
    assert_eq!(statuses[0], 403);
    assert_eq!(statuses[39], 429);
    assert_eq!(door.post("/code", &typed).status, 429, "who has guessed too often does not hear of a hit");
}

#[test]
fn whoever_has_no_token_is_told_so_and_hung_up_on() {
    let hall = hall();
    let door = hall.door();
    let hello = |token: &str, secret: &str, v: u32| {
        json!({"hello": {"v": v, "token": token, "secret": secret, "lang": "fi"}}).to_string()
    };
    for (said, code, reason) in [
        (hello(&"0".repeat(32), &secret(1), 1), "bad_token", "wrong token"),
        (hello("", &secret(1), 1), "bad_token", "wrong token"),
        (hello(&door.token, "short", 1), "bad_hello", "wrong secret"),
        (hello(&door.token, &secret(1).to_uppercase().replace('0', "A"), 1), "bad_hello", "wrong secret"),
        (hello(&door.token, &secret(1), 2), "bad_hello", "another version of the page"),
        (json!({"ping": 1}).to_string(), "bad_hello", "not understood"),
        ("}{".to_owned(), "bad_hello", "not understood"),
    ] {
        let mut phone = door.silent();
        phone.says(&said);
        assert_eq!(phone.expects("refused")["code"], code, "{said}");
        assert_eq!(phone.next(), json!({"close": [1008, reason]}), "{said}");
    }
    assert_eq!(hall.room().status().not_signed_in, 0);
}

#[test]
fn signing_in_is_durable_when_it_is_acknowledged_and_done_once_however_often_it_is_sent() {
    let hall = hall();
    let mut phone = hall.phone(1);
    assert_eq!(phone.view["me"], Value::Null);
    phone.does(&signing_in("Aino Ahkera"));
    assert_eq!(signed_in(&hall), 1, "in the journal before the phone hears of it");
    phone.until(|view| view["me"]["state"] == "present");
    let me = phone.view["me"].clone();
    // The acknowledgement was lost, and so was the connection: the same message comes again.
    phone.cut();
    let mut phone = hall.phone(1);
    assert_eq!(phone.view["me"], me);
    phone.does(&signing_in("Aino Ahkera"));
    assert_eq!(signed_in(&hall), 1);
    // A second tab is the same person; another phone is another, even with the same name.
    assert_eq!(hall.phone(1).view["me"], me);
    hall.signed_in(2, "Aino Ahkera");
    assert_eq!(signed_in(&hall), 2);
}

#[test]
fn a_form_that_cannot_be_used_names_its_field_in_the_phones_language() {
    let hall = hall();
    let mut phone = hall.phone(1);
    let refused = phone.asks(&signing_in(" "))["refused"].take();
    assert_eq!((&refused["code"], &refused["field"]), (&json!("empty"), &json!("name")));
    let finnish = refused["text"].clone();
    phone.says(r#"{"lang":"en"}"#);
    assert_eq!(phone.expects("welcome")["course"], "A small course");
    assert_ne!(phone.asks(&signing_in(" "))["refused"]["text"], finnish);
    assert_eq!(signed_in(&hall), 0);
}

#[test]
fn a_phone_that_comes_in_is_told_which_part_of_the_course_the_session_is_of() {
    let welcome = |hall: &Hall| {
        let door = hall.door();
        let mut phone = door.silent();
        phone.hello(&door.token, 1, "fi");
        phone.expects("welcome")
    };
    assert_eq!(welcome(&hall_of_part(&small_course(), &["ovella"]))["part"], json!({"count": 1, "whole": 2}));
    assert!(welcome(&hall()).get("part").is_none(), "the whole course needs no words");
}

#[test]
fn a_second_tab_sees_at_once_who_has_signed_in_on_the_first() {
    let hall = hall();
    let mut second = hall.phone(1);
    let first = hall.signed_in(1, "Aino Ahkera");
    second.until(|view| view["me"] == first.view["me"]);
}

#[test]
fn a_room_opened_again_answers_at_the_same_port_and_knows_its_phones() {
    let mut hall = hall();
    hall.asks("ovi-auki");
    let mut phone = hall.signed_in(7, "Aino Ahkera");
    phone.does(&answering("ovi-auki", 1, "b"));
    phone.until(|view| view["question"]["mine"] == json!({"options": ["b"]}));
    let (door, view, folder) = (hall.door(), phone.view.clone(), hall.folder());
    hall.room = None;
    assert_eq!(phone.next(), json!({"close": [1001, "the room closes"]}));
    hall.engine = None;
    let engine = Engine::resume(&folder, hall.bench.clock(), nobody()).unwrap();
    hall.room = Some(Room::open(engine.client(), Plan::loopback(), nobody()).unwrap());
    hall.engine = Some(engine);
    assert_eq!(hall.door(), door);
    assert_eq!(hall.phone(7).view, view);
}

#[test]
fn who_was_taken_off_sees_it_and_may_sign_in_anew_while_a_merged_row_keeps_its_phone() {
    let hall = hall();
    let mut aino = hall.signed_in(1, "Aino Ahkera");
    let participant = perehdytin::session::ParticipantId(1);
    hall.does(Command::Remove { participant, reason: "Väärä tilaisuus".to_owned() });
    aino.until(|view| view["me"]["state"] == "removed");
    hall.does(Command::Go { to: Place::Step("esittely".into()) });
    assert_eq!(aino.is_refused(&json!({"sign_out": {"signature": null}})), "is_removed");
    aino.does(&signing_in("Aino Ahkera"));
    aino.until(|view| view["me"] == json!({"name": "Aino Ahkera", "company": "Kaivuu Oy", "state": "present"}));
    let mut again = hall.signed_in(9, "A. Ahkera");
    let (from, into) = (perehdytin::session::ParticipantId(3), perehdytin::session::ParticipantId(2));
    hall.does(Command::Merge { from, into, reason: "Sama henkilö".to_owned() });
    again.until(|view| view["me"]["name"] == "Aino Ahkera");
}

#[test]
fn the_console_sees_who_is_connected_and_who_has_dropped() {
    let hall = hall();
    let first = hall.signed_in(1, "Aino Ahkera");
    let second = hall.phone(1);
    let stranger = hall.phone(2);
    let aino = perehdytin::session::ParticipantId(1);
    hall.waits_for(|status| {
        status.not_signed_in == 1 && status.links.get(&aino).is_some_and(|link| link.connections == 2)
    });
    first.cut();
    hall.waits_for(|status| status.links[&aino].connections == 1);
    second.cut();
    stranger.cut();
    hall.waits_for(|status| status.links[&aino].connections == 0 && status.not_signed_in == 0);
}

#[test]
fn a_nudge_reaches_those_it_is_meant_for() {
    let hall = hall();
    let mut aino = hall.signed_in(1, "Aino Ahkera");
    let mut onni = hall.signed_in(2, "Onni Omenapuu");
    hall.asks("ovi-auki");
    aino.until(|view| view["question"]["open"] == true);
    onni.until(|view| view["question"]["open"] == true);
    hall.room().nudge(&[perehdytin::session::ParticipantId(2)]);
    assert_eq!(onni.next(), json!({"nudge": {"step": "ovi-auki"}}));
    aino.hears_nothing();
}

#[test]
fn a_phone_has_few_connections_of_which_the_oldest_gives_way() {
    let hall = hall();
    let mut tabs: Vec<_> = (0..17).map(|_| hall.phone(1)).collect();
    assert_eq!(tabs[0].next()["close"][0], 1001);
    for tab in &mut tabs[1..] {
        tab.hears_nothing();
    }
}
