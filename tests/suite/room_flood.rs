//! A flood of 50,000 malformed and stale messages beside a running session, which must not notice.

use std::io::Write as _;
use std::net::TcpStream;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

use perehdytin::session::Command;
use perehdytin::session::Event;
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

use crate::room_support::{Door, Hall, Phone, answering, hall, secret};

/// Messages of the flood.
const FLOOD: usize = 50_000;
/// Those who flood.
const FLOODERS: usize = 4;
/// Messages sent over one connection.
const EACH: usize = 100;
/// Phones that take part.
const PHONES: u32 = 8;
/// Rounds of the session that are measured without the flood.
const QUIET_ROUNDS: usize = 12;
/// Everything ends within this time.
const AT_MOST: Duration = Duration::from_mins(4);

#[test]
fn a_session_does_not_notice_a_flood() {
    let hall = hall();
    let mut phones: Vec<Phone> =
        (1..=PHONES).map(|number| hall.signed_in(number, &format!("Osallistuja {number}"))).collect();
    hall.signed_in(666, "Häirikkö").cut();
    hall.asks("ovi-auki");
    let mut round = 1;
    let quiet: Vec<Duration> = (0..QUIET_ROUNDS).map(|_| plays(&hall, &mut phones, &mut round)).collect();

    let (door, sent, is_over) = (hall.door(), AtomicUsize::new(0), AtomicBool::new(false));
    let started = Instant::now();
    let mut flooded = Vec::new();
    std::thread::scope(|scope| {
        let (door, sent, is_over) = (&door, &sent, &is_over);
        let flooders: Vec<_> =
            (0..FLOODERS).map(|number| scope.spawn(move || floods(door, number, sent, is_over))).collect();
        while flooders.iter().any(|flooder| !flooder.is_finished()) {
            flooded.push(plays(&hall, &mut phones, &mut round));
            if started.elapsed() > AT_MOST {
                is_over.store(true, Ordering::Relaxed);
            }
        }
    });
    assert!(sent.load(Ordering::Relaxed) >= FLOOD, "only {} sent within {AT_MOST:?}", sent.load(Ordering::Relaxed));
    assert!(flooded.len() >= 3, "the session went on meanwhile");

    // Every command was acknowledged, else it would have said so. Each stands in the journal once, and nothing else.
    let answers: Vec<(u32, u32)> = hall
        .record()
        .events
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Answered { round, participant, .. } => Some((*round, participant.0)),
            _ => None,
        })
        .collect();
    let expected: Vec<(u32, u32)> =
        (1..round).flat_map(|round| (1..=PHONES).map(move |phone| (round, phone))).collect();
    assert_eq!(answers, expected);
    hall.phone(700).hears_nothing();

    // The machine is the flood's too; what must not be is that commands wait for it to be over.
    let (quiet, noisy) = (median(quiet), median(flooded.clone()));
    let worst = flooded.into_iter().max().unwrap_or_default();
    assert!(
        noisy < quiet * 25 + Duration::from_millis(250),
        "a round takes {noisy:?}, and {quiet:?} without the flood"
    );
    assert!(worst < Duration::from_secs(10), "a round took {worst:?}");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// A round of the session: everybody answers, the results are shown, and the question is asked again.
fn plays(hall: &Hall, phones: &mut [Phone], round: &mut u32) -> Duration {
    let start = Instant::now();
    for phone in phones.iter_mut() {
        phone.until(|view| view["question"]["round"] == *round && view["question"]["open"] == true);
        phone.does(&answering("ovi-auki", *round, "a"));
    }
    hall.does(Command::Reveal { step: "ovi-auki".into() });
    let took = start.elapsed();
    *round += 1;
    hall.does(Command::OpenQuestion { step: "ovi-auki".into() });
    // A phone is heard of at least as often as it would be for real.
    for phone in phones {
        phone.until(|view| view["question"]["round"] == *round);
    }
    took
}

/// Floods by every way there is in turn, until all flooders together have sent enough.
fn floods(door: &Door, number: usize, sent: &AtomicUsize, is_over: &AtomicBool) {
    for turn in number.. {
        if sent.load(Ordering::Relaxed) >= FLOOD || is_over.load(Ordering::Relaxed) {
            return;
        }
        let count = match turn % 6 {
            0..=2 => stale(door),
            3 => malformed(door, turn),
            4 => wrong_tokens(door),
            _ => no_http(door, turn),
        };
        sent.fetch_add(count, Ordering::Relaxed);
    }
}

/// Answers to rounds that are over or were never held, from somebody who has signed in.
fn stale(door: &Door) -> usize {
    let Ok(socket) = door.socket(&format!("http://{}", door.address)) else { return 1 };
    let mut phone = Phone::on(socket);
    phone.hello(&door.token, 666, "fi");
    let mut refused = 0;
    for id in 0..EACH {
        let round = u32::try_from(id).unwrap() + 1_000_000;
        phone.says(&json!({"id": id, "do": answering("ovi-auki", round, "a")}).to_string());
    }
    while refused < EACH {
        let message = phone.next();
        if message.get("close").is_some() {
            break;
        }
        // The flood comes in anew while this is on its way, which the room does not trust then.
        refused += usize::from(message["refused"]["code"] == "stale" || message["refused"]["code"] == "busy");
    }
    assert_eq!(refused, EACH, "each is refused");
    EACH
}

/// Messages that are none, from somebody who has come in.
fn malformed(door: &Door, turn: usize) -> usize {
    let Ok(socket) = door.socket(&format!("http://{}", door.address)) else { return 1 };
    let mut phone = Phone::on(socket);
    phone.hello(&door.token, 666, "fi");
    for _ in 0..EACH {
        match turn % 4 {
            0 => phone.says("{\"id\":1,\"do\":{\"answer\":{\"step\":7}}}"),
            1 => phone.says(&"[".repeat(2000)),
            2 => drop(phone.socket.send(Message::binary(vec![0xFF; 200]))),
            _ => phone.says("\u{0}\u{FFFF}"),
        }
    }
    EACH
}

/// Hellos with a token that was guessed, from another device: who guesses without end is soon turned away unheard.
fn wrong_tokens(door: &Door) -> usize {
    for guess in 0..5 {
        let Ok(socket) = door.socket_from("127.0.0.9", &format!("http://{}", door.address)) else { continue };
        let mut phone = Phone::on(socket);
        phone.hello(&secret(guess), 667, "fi");
    }
    5
}

/// Bytes that are no request, or one without an end.
fn no_http(door: &Door, turn: usize) -> usize {
    let long = vec![b'A'; 20_000];
    for kind in 0..5 {
        let Ok(mut stream) = TcpStream::connect(door.address) else { continue };
        let bytes: &[u8] = match (turn + kind) % 4 {
            0 => b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
            1 => b"GET /ws HTTP/1.1\r\nHost: x\r\n\r\n",
            2 => &long,
            _ => b"POST /feedback HTTP/1.1\r\nContent-Length: 5\r\n\r\n",
        };
        // The room may have hung up before the end.
        drop(stream.write_all(bytes));
    }
    5
}
