//! The room's address: kept over a restart, followed when it changes, forgotten when the session closes.

use std::time::Duration;

use perehdytin::engine;
use perehdytin::room::Interface;
use perehdytin::room::Network;
use perehdytin::room::OpenError;
use perehdytin::room::Plan;
use perehdytin::room::Reach;
use perehdytin::room::Room;
use perehdytin::session::Command;
use serde_json::json;

use crate::room_support::{Phone, hall, hall_with, interface, signing_in, wandering};
use crate::session_support::nobody;

#[test]
fn the_room_follows_its_interface_to_another_address() {
    let (plan, there) = wandering();
    let hall = hall_with(plan);
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    let before = hall.door();
    assert_eq!(hall.room().status().network, Network::Same);

    *there.lock().unwrap() = vec![Interface { name: "eth0".to_owned(), ..interface("127.0.0.3") }];
    hall.waits_for(|status| status.network == Network::Lost);
    phone.hears_nothing();

    *there.lock().unwrap() = vec![interface("127.0.0.2")];
    let from = "127.0.0.1".parse().unwrap();
    hall.waits_for(|status| status.network == Network::Moved { from });
    let status = hall.room().status();
    assert_eq!(status.url, format!("http://127.0.0.2:{}/", before.address.port()), "the port stays");
    assert_eq!(phone.next(), json!({"close": [1001, "the room closes"]}));
    assert!(std::net::TcpStream::connect(before.address).is_err(), "nobody answers at the old address");
    let door = hall.door();
    assert_eq!(door.token, before.token);
    assert_eq!(door.phone(1).view["me"]["name"], "Aino Ahkera");
    assert!(door.get("/").header("content-security-policy").unwrap().contains("ws://127.0.0.2:"));
    let old_name = format!("GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", before.address);
    assert_eq!(door.raw(old_name.as_bytes()).status, 400);

    *there.lock().unwrap() = vec![interface("127.0.0.1")];
    hall.waits_for(|status| status.network == Network::Same);
    assert_eq!(hall.door(), before);
}

#[test]
fn a_room_that_has_moved_answers_at_once_and_is_not_taken_for_blocked() {
    let (plan, there) = wandering();
    let hall = hall_with(plan);
    hall.waits_for(|status| status.reach == Reach::OnlyUs);
    *there.lock().unwrap() = vec![interface("127.0.0.2")];
    let from = "127.0.0.1".parse().unwrap();
    hall.waits_for(|status| status.network == Network::Moved { from });
    let knocked = std::time::Instant::now();
    assert_eq!(hall.door().get("/icon.svg").status, 200);
    let waited = knocked.elapsed();
    assert!(waited < Duration::from_secs(2), "a phone waited {waited:?} at the new address");
    hall.waits_for(|status| status.reach != Reach::Untested);
    assert_ne!(hall.room().status().reach, Reach::Blocked);
}

#[test]
fn phones_that_find_the_room_again_without_fetching_the_page_show_that_it_is_reached() {
    let mut hall = hall();
    drop(hall.signed_in(1, "Aino Ahkera"));
    hall.room = None;
    hall.room = Some(Room::open(hall.client(), Plan::loopback(), nobody()).unwrap());
    hall.waits_for(|status| status.reach == Reach::OnlyUs);
    let door = hall.door();
    let mut phone = Phone::on(door.socket_from("127.0.0.5", &format!("http://{}", door.address)).unwrap());
    phone.hello(&door.token, 1, "fi");
    phone.expects("welcome");
    hall.waits_for(|status| status.reach == Reach::Reached { devices: 1 });
}

#[test]
fn a_room_that_was_closed_before_the_session_leaves_no_keys_either() {
    let mut hall = hall();
    let kept = hall.folder().join("room.json");
    hall.signed_in(1, "Aino Ahkera");
    hall.room = None;
    assert!(kept.exists());
    hall.does(Command::Close);
    let folder = hall.folder();
    hall.engine = None;
    assert!(folder.exists() && !kept.exists(), "the token outlives its session");
}

#[test]
fn the_keys_live_as_long_as_the_session_and_are_never_exported() {
    let mut hall = hall();
    let kept = hall.folder().join("room.json");
    let door = hall.door();
    assert!(std::fs::read_to_string(&kept).unwrap().contains(&door.token));
    hall.signed_in(1, "Aino Ahkera");
    hall.room = None;
    assert!(kept.exists(), "a room that is opened again is the same");
    hall.room = Some(Room::open(hall.client(), Plan::loopback(), nobody()).unwrap());
    assert_eq!(hall.door(), door);
    hall.does(Command::Close);
    let start = std::time::Instant::now();
    while kept.exists() {
        assert!(start.elapsed() < Duration::from_secs(10), "the keys of a closed session are still there");
        std::thread::sleep(Duration::from_millis(5));
    }
    hall.room = None;
    assert!(matches!(Room::open(hall.client(), Plan::loopback(), nobody()), Err(OpenError::Closed)));
    // Even were they left by a crash.
    std::fs::write(&kept, "{}").unwrap();
    let folder = hall.folder();
    hall.engine = None;
    let copy = engine::export_session(&folder, hall.bench.root.path()).unwrap();
    assert!(copy.join("journal.sqlite").exists() && !copy.join("room.json").exists());
}

#[test]
fn an_address_that_is_not_ours_or_taken_is_named() {
    let mut hall = hall();
    let taken = Plan { port: Some(hall.door().address.port()), ..Plan::loopback() };
    assert!(matches!(Room::open(hall.client(), taken, nobody()), Err(OpenError::NoAddress { .. })));
    let foreign = Plan::new(interface("192.0.2.1"));
    let error = Room::open(hall.client(), foreign, nobody()).unwrap_err();
    let text = perehdytin::room::open_message(&error).text(perehdytin::i18n::Lang::En);
    assert!(text.contains("no longer has this address") && text.contains("192.0.2.1"), "{text}");
    // A port that somebody else took since is no reason to stay closed.
    let port = hall.door().address.port();
    hall.room = None;
    let other = std::net::TcpListener::bind(("127.0.0.1", port)).unwrap();
    hall.room = Some(Room::open(hall.client(), Plan::loopback(), nobody()).unwrap());
    assert_ne!(hall.door().address.port(), port);
    drop(other);
}

#[test]
fn the_room_knows_whether_it_is_reached_by_itself_alone_or_by_others() {
    let hall = hall();
    hall.waits_for(|status| status.reach == Reach::OnlyUs);
    let own = hall.door();
    assert_eq!(own.get("/").status, 200);
    let from_elsewhere = |device: &str| {
        use std::io::{Read as _, Write as _};
        let mut stream = own.connect_from(device);
        let request = format!("GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", own.address);
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        assert!(answer.starts_with(b"HTTP/1.1 200"));
    };
    from_elsewhere("127.0.0.5");
    hall.waits_for(|status| status.reach == Reach::Reached { devices: 1 });
    from_elsewhere("127.0.0.5");
    from_elsewhere("127.0.0.6");
    hall.waits_for(|status| status.reach == Reach::Reached { devices: 2 });
}

#[test]
fn the_joining_address_carries_the_token_where_no_browser_sends_it() {
    let hall = hall();
    let status = hall.room().status();
    let (url, token) = status.join_url.split_once('#').unwrap();
    assert_eq!(url, status.url);
    assert_eq!(token.len(), 32);
    assert!(perehdytin::room::Matrix::of(&status.join_url).unwrap().width() <= 37, "readable from the last row");
    assert_eq!(hall.phone(1).does(&signing_in("Aino Ahkera"))["ok"], true);
}
