//! Phones whose network is cut, silent or slow, that reload, and whose room starts again or moves: nothing is lost.

use std::time::Duration;
use std::time::SystemTime;

use perehdytin::engine::Engine;
use perehdytin::room::Plan;
use perehdytin::room::Room;
use perehdytin::session::Answer;
use perehdytin::session::Event;

use crate::browser_proxy::{Proxy, Way};
use crate::browser_support::{ARRIVED, Handset, hall_of, hall_with_plan, row};
use crate::room_support::{Hall, interface, wandering};
use crate::session_support::{nobody, small_course};

/// Back at the same person and place within this time of the network's return.
const BACK_WITHIN: Duration = Duration::from_secs(2);
/// The page knocks at least this often while there is no network.
const KNOCKS_WITHIN: Duration = Duration::from_secs(1);

/// Through this network, what the QR code says.
fn joining(hall: &Hall, proxy: &Proxy) -> String {
    format!("http://{}/#{}", proxy.address, hall.door().token)
}

fn option(id: &str) -> Answer {
    Answer::Options([perehdytin::text::Id::from(id)].into())
}

/// Every answer that the journal holds for this step, in its order.
fn stored(hall: &Hall, step: &str) -> Vec<Answer> {
    let entries = hall.record().events.into_iter();
    entries
        .filter_map(|entry| match entry.event {
            Event::Answered { step: of, answer, .. } if of.as_str() == step => Some(answer),
            _ => None,
        })
        .collect()
}

/// Notes in the page when it is connected again and shows this screen.
fn watch_for(phone: &Handset, screen: &str) {
    phone.value(&format!(
        "(() => {{
            window.back = null;
            const look = () => {{
                const isBack = document.querySelector('#link').dataset.link === 'on'
                    && document.querySelector('main').dataset.screen === '{screen}';
                if (isBack && window.back === null) window.back = Date.now();
            }};
            new MutationObserver(look).observe(document.body, {{attributes: true, subtree: true, childList: true}});
        }})()"
    ));
}

/// How long after `moment` the page was back.
fn back_after(phone: &Handset, moment: SystemTime) -> Duration {
    phone.waits_until("window.back !== null");
    let at = Duration::from_millis(phone.value("window.back").as_u64().unwrap());
    at.saturating_sub(moment.duration_since(SystemTime::UNIX_EPOCH).unwrap())
}

/// As soon as it must be, with as much again for a machine that is busy elsewhere.
#[track_caller]
fn is_back_soon_after(phone: &Handset, moment: SystemTime) {
    let back = back_after(phone, moment);
    assert!(back <= 2 * BACK_WITHIN, "{back:?}");
}

#[test]
fn a_phone_whose_network_was_cut_is_back_at_the_room_within_two_seconds() {
    let hall = hall_of(&small_course());
    let proxy = Proxy::to(hall.door().address);
    let phone = Handset::signed_in(&joining(&hall, &proxy), "Aino Ahkera");
    let (mut soonest_knock, mut soonest_back) = (Duration::MAX, Duration::MAX);
    let screens = [("ovi-auki", "question"), ("soitto", "step"), ("alaikainen", "question")];
    for (step, screen) in screens {
        proxy.becomes(Way::Cut);
        phone.link_is("off");
        // The room goes on meanwhile.
        match screen {
            "question" => hall.asks(step),
            _ => hall.does(perehdytin::session::Command::Go { to: perehdytin::session::Place::Step(step.into()) }),
        };
        watch_for(&phone, screen);
        let returned = proxy.becomes(Way::Open);
        let back = back_after(&phone, returned);
        let knocked = proxy.first_taken_after(returned).unwrap().duration_since(returned).unwrap();
        soonest_knock = soonest_knock.min(knocked);
        soonest_back = soonest_back.min(back);
        assert!(phone.text("h1").len() > 3);
    }
    // The soonest of three: a machine that is busy elsewhere is no fault of the page.
    assert!(soonest_knock <= KNOCKS_WITHIN, "{soonest_knock:?}");
    assert!(soonest_back <= BACK_WITHIN, "{soonest_back:?}");
    assert_eq!(hall.client().snapshot().state.participants.len(), 1);
}

#[test]
fn an_answer_given_without_a_network_arrives_once_and_is_shown_as_arrived_only_then() {
    let hall = hall_of(&small_course());
    let proxy = Proxy::to(hall.door().address);
    let phone = Handset::signed_in(&joining(&hall, &proxy), "Aino Ahkera");
    hall.asks("ovi-auki");
    phone.is_at("question");
    for (way, id) in [(Way::Cut, "a"), (Way::Silent, "b")] {
        proxy.becomes(way);
        phone.chooses(&option(id)).link_is("off");
        phone.sees("[data-k=arrival] .note.caution");
        assert!(phone.value(&format!("document.querySelector('{ARRIVED}')")).is_null());
        assert!(!stored(&hall, "ovi-auki").contains(&option(id)));
        watch_for(&phone, "question");
        let returned = proxy.becomes(Way::Open);
        phone.sees(ARRIVED).link_is("on");
        is_back_soon_after(&phone, returned);
        assert_eq!(stored(&hall, "ovi-auki").last(), Some(&option(id)));
    }
    assert_eq!(stored(&hall, "ovi-auki"), [option("a"), option("b")]);
    // What arrived is there after a reload, and is not sent again.
    phone.session.with(async |client| client.refresh().await).unwrap();
    phone.is_at("question").sees(ARRIVED).sees("[data-option=b][aria-pressed=true]");
    assert_eq!(stored(&hall, "ovi-auki").len(), 2);
}

#[test]
fn what_is_typed_and_drawn_but_not_sent_is_there_after_a_reload_and_a_lost_network() {
    let hall = hall_of(&small_course());
    let proxy = Proxy::to(hall.door().address);
    let phone = Handset::new();
    phone.opens(&joining(&hall, &proxy)).is_at("sign_in");
    assert_eq!(phone.value("location.hash"), "", "the token is not left in the bar");
    phone.types("#field-name", "Aino Ahkera").signs("#pad-in");
    proxy.becomes(Way::Cut);
    phone.link_is("off").types("#field-company", "Kaivuu Oy");
    proxy.becomes(Way::Open);
    phone.link_is("on");
    phone.session.with(async |client| client.refresh().await).unwrap();
    phone.is_at("sign_in");
    assert_eq!(phone.value("document.querySelector('#field-name').value"), "Aino Ahkera");
    assert_eq!(phone.value("document.querySelector('#field-company').value"), "Kaivuu Oy");
    proxy.becomes(Way::Cut);
    phone.link_is("off").act("sign_in").sees("main[data-screen=sign_in] .note.caution");
    assert_eq!(hall.client().snapshot().state.participants.len(), 0);
    proxy.becomes(Way::Open);
    phone.is_at("lobby").reads("Aino");
    assert_eq!(row(&hall, "Aino Ahkera").signature.strokes.len(), 1);

    hall.asks("mukaan");
    phone.taps("[data-option=a]").taps("[data-option=b]").sees("[data-option=b][aria-checked=true]");
    phone.session.with(async |client| client.refresh().await).unwrap();
    phone.sees("[data-option=a][aria-checked=true]").sees("[data-option=b][aria-checked=true]");
    assert!(stored(&hall, "mukaan").is_empty());
    phone.act("send").sees(ARRIVED);
    assert_eq!(stored(&hall, "mukaan").len(), 1);
}

#[test]
fn a_slow_network_is_enough_to_join_and_answer() {
    let hall = hall_of(&small_course());
    let proxy = Proxy::to(hall.door().address);
    proxy.becomes(Way::Slow(20 * 1024, Duration::from_millis(300)));
    let phone = Handset::signed_in(&joining(&hall, &proxy), "Aino Ahkera");
    hall.asks("ovi-auki");
    phone.is_at("question").answers(&option("c")).link_is("on");
    assert_eq!(stored(&hall, "ovi-auki"), [option("c")]);
}

#[test]
fn a_second_tab_is_the_same_person_and_each_shows_what_the_other_did() {
    let hall = hall_of(&small_course());
    let status = hall.room().status();
    let phone = Handset::signed_in(&status.join_url, "Aino Ahkera");
    hall.asks("ovi-auki");
    phone.is_at("question");
    let first = phone.session.with(async |client| client.window().await).unwrap();
    let second = phone.session.with(async |client| client.new_window(true).await).unwrap().handle;
    phone.session.with(async |client| client.switch_to_window(second).await).unwrap();
    phone.opens(&status.url).is_at("question").answers(&option("a"));
    phone.session.with(async |client| client.switch_to_window(first).await).unwrap();
    phone.sees("[data-option=a][aria-pressed=true]").sees(ARRIVED).answers(&option("b"));
    assert_eq!(stored(&hall, "ovi-auki"), [option("a"), option("b")]);
    assert_eq!(hall.client().snapshot().state.participants.len(), 1);
}

#[test]
fn a_room_that_starts_again_on_its_port_finds_its_phones() {
    let mut hall = hall_of(&small_course());
    let before = hall.door();
    let phone = Handset::signed_in(&hall.room().status().join_url, "Aino Ahkera");
    hall.asks("ovi-auki");
    phone.is_at("question");
    let folder = hall.folder();
    hall.room = None;
    hall.engine = None;
    phone.link_is("off").chooses(&option("b")).sees("[data-k=arrival] .note.caution");
    watch_for(&phone, "question");
    let engine = Engine::resume(&folder, hall.bench.clock(), nobody()).unwrap();
    hall.room = Some(Room::open(engine.client(), Plan::loopback(), nobody()).unwrap());
    hall.engine = Some(engine);
    let returned = SystemTime::now();
    assert_eq!(hall.door(), before);
    phone.sees(ARRIVED);
    is_back_soon_after(&phone, returned);
    assert_eq!(stored(&hall, "ovi-auki"), [option("b")]);
}

#[test]
fn a_phone_follows_to_the_address_on_the_screen_with_all_that_it_kept() {
    let (plan, there) = wandering();
    let hall = hall_with_plan(&small_course(), plan);
    let phone = Handset::signed_in(&hall.room().status().join_url, "Aino Ahkera");
    hall.asks("mukaan");
    phone.taps("[data-option=a]").sees("[data-option=a][aria-checked=true]");
    *there.lock().unwrap() = vec![interface("127.0.0.2")];
    hall.waits_for(|status| status.url.contains("127.0.0.2"));
    let url = hall.room().status().url.clone();
    phone.link_is("off").taps("#notices summary").types("#field-server", url.trim_start_matches("http://"));
    phone.act("move").waits_until("location.hostname === '127.0.0.2'");
    phone.is_at("question").sees("[data-option=a][aria-checked=true]");
    assert_eq!(phone.value("location.hash"), "");
    phone.taps("[data-option=b]").act("send").sees(ARRIVED);
    assert_eq!(stored(&hall, "mukaan").len(), 1);
    assert_eq!(hall.client().snapshot().state.participants.len(), 1, "the same person");
}
