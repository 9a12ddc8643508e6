//! What is too large, too slow, too often or not understood: a clear status, and no cost to anybody else.

use std::io::Read as _;
use std::io::Write as _;
use std::net::TcpStream;
use std::time::Duration;
use std::time::Instant;

use perehdytin::session::Command;
use perehdytin::session::Place;
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

use crate::room_support::{Door, Phone, answering, hall, signing_in};

/// Sends bytes slowly and reads until the room hangs up. Returns what it said, and after how long.
fn dawdles(door: &Door, start: &str) -> (String, Duration) {
    let mut stream = TcpStream::connect(door.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let began = Instant::now();
    stream.write_all(start.as_bytes()).unwrap();
    let mut said = Vec::new();
    // A reset is a way of hanging up too.
    drop(stream.read_to_end(&mut said));
    (String::from_utf8_lossy(&said).into_owned(), began.elapsed())
}

#[test]
fn a_message_that_is_too_large_ends_the_connection_and_nothing_else() {
    let hall = hall();
    let mut other = hall.signed_in(2, "Onni Omenapuu");
    for size in [65 * 1024, 4 * 1024 * 1024] {
        let mut phone = hall.phone(1);
        phone.says(&format!("\"{}\"", "x".repeat(size)));
        assert_eq!(phone.next(), json!({"close": [1009, "the message is too large"]}), "{size}");
    }
    other.hears_nothing();
}

#[test]
fn the_largest_signature_that_may_be_drawn_gets_through() {
    let hall = hall();
    let mut phone = hall.phone(1);
    let stroke: Vec<[u16; 2]> = (0..4000).map(|at| [1000 + at % 200, 500 + at % 100]).collect();
    let mut signing = signing_in("Aino Ahkera");
    signing["sign_in"]["signature"] = json!({"width": 1200, "height": 600, "strokes": [stroke]});
    assert!(signing.to_string().len() > 40_000);
    phone.does(&signing);
}

#[test]
fn what_is_not_understood_ends_the_connection() {
    let hall = hall();
    for said in [
        "",
        "null",
        "{}",
        "{\"id\":1}",
        "{\"id\":1,\"do\":{\"close\":{}}}",
        "{\"id\":1,\"do\":{\"come_back\":{\"x\":1}}}",
    ] {
        let mut phone = hall.phone(1);
        phone.says(said);
        assert_eq!(phone.next(), json!({"close": [1008, "not understood"]}), "{said}");
    }
    let mut phone = hall.phone(1);
    phone.socket.send(Message::binary(vec![1, 2, 3])).unwrap();
    assert_eq!(phone.next(), json!({"close": [1008, "not understood"]}));
    let nested = format!("{{\"id\":1,\"do\":{}", "{\"answer\":".repeat(6000));
    let mut phone = hall.phone(1);
    phone.says(&nested);
    assert_eq!(phone.next(), json!({"close": [1008, "not understood"]}));
}

#[test]
fn who_speaks_without_pause_is_hung_up_on_and_keeps_what_was_acknowledged() {
    let hall = hall();
    hall.asks("ovi-auki");
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    phone.does(&answering("ovi-auki", 1, "a"));
    for ping in 0..1000 {
        phone.says(&json!({"ping": ping}).to_string());
    }
    let mut pongs = 0;
    let end = loop {
        let message = phone.next();
        if message.get("close").is_some() {
            break message;
        }
        pongs += usize::from(message.get("pong").is_some());
    };
    // The reset may overtake the reason.
    assert!(end == json!({"close": [1008, "too many messages"]}) || end == json!({"close": null}), "{end}");
    assert!((100..400).contains(&pongs), "{pongs}");
    assert_eq!(hall.phone(1).view["question"]["mine"], json!({"options": ["a"]}));
}

#[test]
fn a_request_that_is_too_large_is_told_so() {
    let hall = hall();
    let door = hall.door();
    let long = json!({"code": "x".repeat(2000)});
    assert_eq!(door.post("/code", &long).status, 413);
    let announced = format!(
        "POST /feedback HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n",
        door.address
    );
    assert_eq!(door.raw(announced.as_bytes()).status, 413);
    let chunked = format!(
        "POST /code HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n800\r\n{1}\r\n0\r\n\r\n",
        door.address,
        "x".repeat(0x800)
    );
    assert_eq!(door.raw(chunked.as_bytes()).status, 413);
    let header = format!("GET / HTTP/1.1\r\nHost: {}\r\nX: {}\r\n\r\n", door.address, "x".repeat(20_000));
    assert_eq!(door.raw(header.as_bytes()).status, 431);
    let headers = format!("GET / HTTP/1.1\r\nHost: {}\r\n{}\r\n", door.address, "X: y\r\n".repeat(100));
    assert_eq!(door.raw(headers.as_bytes()).status, 431);
}

#[test]
fn a_request_that_dawdles_is_hung_up_on() {
    let hall = hall();
    let door = hall.door();
    let host = door.address;
    let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\n");
    let body =
        format!("POST /code HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Length: 20\r\n\r\n{{\"code\"");
    let nothing = String::new();
    let hello = format!(
        "GET /ws HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    std::thread::scope(|scope| {
        let all = [&head, &body, &nothing, &hello].map(|start| scope.spawn(|| dawdles(&door, start)));
        let [head, body, nothing, hello] = all.map(|one| one.join().unwrap());
        for (said, after) in [&head, &body, &nothing, &hello] {
            assert!(*after < Duration::from_secs(12), "{said} after {after:?}");
        }
        assert!(body.0.starts_with("HTTP/1.1 408"), "{}", body.0);
        assert!(!head.0.contains("200") && nothing.0.is_empty());
        assert!(hello.0.contains("no hello"), "{}", hello.0);
    });
    hall.phone(1).hears_nothing();
}

#[test]
fn wrong_tokens_without_end_are_answered_with_too_many() {
    let hall = hall();
    let door = hall.door();
    let origin = format!("http://{}", door.address);
    let mut inside = hall.signed_in(1, "Aino Ahkera");
    let mut is_stopped = false;
    for _ in 0..200 {
        match door.socket(&origin) {
            Ok(socket) => {
                let mut phone = Phone::on(socket);
                phone.hello(&"f".repeat(32), 9, "fi");
                assert_eq!(phone.expects("refused")["code"], "bad_token");
            }
            Err(status) => {
                assert_eq!(status, 429);
                is_stopped = true;
                break;
            }
        }
    }
    assert!(is_stopped);
    inside.hears_nothing();
}

#[test]
fn codes_guessed_all_at_once_count_like_those_guessed_in_turn() {
    let hall = hall();
    let door = hall.door();
    let body = json!({"code": "333333"}).to_string();
    let head = format!(
        "POST /code HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nConnection: close\r\nContent-Length: {1}\r\n\r\n",
        door.address,
        body.len()
    );
    let mut guesses: Vec<TcpStream> = (0..100).map(|_| TcpStream::connect(door.address).unwrap()).collect();
    for guess in &mut guesses {
        guess.write_all(head.as_bytes()).unwrap();
    }
    // Every head is read by then; the bodies follow together.
    std::thread::sleep(Duration::from_millis(500));
    for guess in &mut guesses {
        guess.write_all(body.as_bytes()).unwrap();
    }
    let mut looked_at = 0;
    for mut guess in guesses {
        let mut said = String::new();
        guess.read_to_string(&mut said).unwrap();
        looked_at += usize::from(said.starts_with("HTTP/1.1 403"));
    }
    assert!(looked_at <= 30, "{looked_at} guesses were looked at within a minute");
}

#[test]
fn forms_that_never_end_are_few_at_a_time_and_keep_nobody_elses_out() {
    let hall = hall();
    let door = hall.door();
    hall.does(Command::Go { to: Place::Feedback });
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    let ticket = phone.does(&json!({"feedback_ticket": {}}))["ticket"].take();
    // Each of them might make the room keep so many bytes.
    let begun = format!(
        "POST /feedback HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nConnection: close\r\nContent-Length: 131072\r\n\r\n{{",
        door.address
    );
    let hanging: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut stream = door.connect_from("127.0.0.7");
            stream.write_all(begun.as_bytes()).unwrap();
            stream
        })
        .collect();
    let form = json!({"key": "a".repeat(32), "answers": {"usefulness": {"scale": 4}}});
    assert_eq!(door.post("/feedback", &json!({"ticket": ticket, "form": form})).status, 200);
    let mut refused = 0;
    for mut stream in hanging {
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        refused += usize::from(said.starts_with("HTTP/1.1 429"));
    }
    // 68 of them, unless this machine is so busy that the first give up before the last begin.
    assert!(refused >= 20, "only {refused} were refused");
}
