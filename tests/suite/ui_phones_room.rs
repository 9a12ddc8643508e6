//! Phones in the window: the room is opened, people join, answer, drop and come back, all on the trainer's screens.

use egui::Key;
use perehdytin::session::Command;
use perehdytin::session::Place;
use perehdytin::ui::Route;

use crate::ui_phones_support::Phone;
use crate::ui_support::Room;

const DOOR: &str = "at-the-door";

#[test]
fn the_room_is_closed_until_the_trainer_opens_it_and_can_be_closed_again() {
    let mut room = Room::new();
    assert!(room.joining().is_none());
    let joining = room.open_phones();
    let address = joining.address.clone();
    assert!(std::net::TcpStream::connect(&address).is_ok(), "nobody answers at {address}");
    room.press(Key::F7);
    assert!(room.shows(&address));
    room.click("Sulje huone puhelimilta");
    room.until_drawn("a closed room", |room| room.joining().is_none());
    room.until_drawn("nobody answers", |_| std::net::TcpStream::connect(&address).is_err());
}

#[test]
fn without_a_network_the_dialog_says_what_to_do() {
    let mut room = Room::new();
    room.harness.state_mut().find_networks_with(std::sync::Arc::new(Vec::new));
    room.press(Key::F7);
    room.until_shows_containing("Tämä kone ei ole missään verkossa.");
    room.click("Avaa huone");
    assert!(room.joining().is_none());
}

#[test]
fn somebody_who_joins_by_phone_is_told_on_the_console_and_stands_in_the_roster_as_connected() {
    let mut room = Room::new();
    let joining = room.open_phones();
    let phone = Phone::signed_in(&joining, 1, "Eeva Eklund");
    room.until_shows("Eeva Eklund (Kaivu Oy) ilmoittautui puhelimella.");
    room.click("Osallistujat");
    room.until_shows_containing("Eeva Eklund, Kaivu Oy · 9.30– · puhelin yhteydessä, paikalla");
    phone.drop_off();
    room.until_shows_containing(", puhelin pudonnut klo ");
    let _back = Phone::join(&joining, 1);
    room.until_shows_containing("puhelin yhteydessä, paikalla");
}

#[test]
fn an_open_question_shows_who_has_answered_who_is_missing_and_who_dropped() {
    let mut room = Room::new();
    let joining = room.open_phones();
    let mut eeva = Phone::signed_in(&joining, 1, "Eeva Eklund");
    let frans = Phone::signed_in(&joining, 2, "Frans Fors");
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until_shows("0/5 vastannut");
    eeva.answer(DOOR, "greet");
    room.until_shows("1/5 vastannut");
    frans.drop_off();
    room.until_shows("1/5 vastannut, 1 pudonnut");
    assert!(room.shows("Frans Fors") && room.shows_containing("puhelin pudonnut klo "));
    assert!(room.shows("Aino Aalto") && room.shows("ilman puhelinta"));
    assert!(!room.shows("Eeva Eklund"), "who has answered is not missing");
}

#[test]
fn those_who_have_not_answered_are_reminded_on_their_phones_alone() {
    let mut room = Room::new();
    let joining = room.open_phones();
    let mut eeva = Phone::signed_in(&joining, 1, "Eeva Eklund");
    let mut frans = Phone::signed_in(&joining, 2, "Frans Fors");
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until_shows_containing("Muistuta puhelimia (2)");
    eeva.answer(DOOR, "greet");
    room.until_shows_containing("Muistuta puhelimia (1)");
    room.press(Key::R);
    frans.hear(|_, message| message.get("nudge").is_some());
    room.until_shows("Yhtä puhelinta muistutettiin.");
    frans.answer(DOOR, "walk-in");
    room.until_shows("2/5 vastannut");
    eeva.answer(DOOR, "greet");
    assert_eq!((eeva.nudges, frans.nudges), (0, 1));
}

#[test]
fn hands_are_counted_only_of_those_who_have_not_answered_by_phone() {
    let mut room = Room::new();
    let joining = room.open_phones();
    let mut phone = Phone::signed_in(&joining, 1, "Eeva Eklund");
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until_shows("0/4 vastannut");
    phone.answer(DOOR, "greet");
    room.until_shows("1/4 vastannut");
    room.press(Key::H);
    assert!(
        room.shows("Yksi on jo vastannut puhelimella tai koneella. Laske vain muiden kädet: enintään 3."),
        "{:#?}",
        room.texts()
    );
}

#[test]
fn two_rows_that_may_be_one_person_are_merged_or_kept_apart() {
    let mut room = Room::new();
    let joining = room.open_phones();
    let _aino = Phone::signed_in(&joining, 1, "aino aalto");
    let _bertta = Phone::signed_in(&joining, 2, "Bertta  Berg");
    room.until_shows("Sama henkilö kahdesti? (2)");
    room.click("Osallistujat");
    room.click("Kaksi eri henkilöä");
    room.until_shows("Sama henkilö kahdesti?");
    assert!(!room.shows("Sama henkilö kahdesti? (2)"));
    room.click("Yhdistä samaksi");
    room.until("one row", |state| state.standing().count() == 4);
    room.until_drawn("no doubles", |room| !room.shows("Sama henkilö kahdesti?"));
    let amendments = room.state().amendments.clone();
    assert_eq!(amendments[0].reason, "Sama henkilö ilmoittautui kahdesti.");
}

#[test]
fn somebody_removed_in_the_lobby_comes_back_by_phone() {
    let mut room = Room::new();
    let joining = room.open_phones();
    room.harness.state_mut().go(Route::Lobby(Default::default()));
    room.settle();
    let mut phone = Phone::signed_in(&joining, 1, "Eeva Eklund");
    room.until_shows("Eeva Eklund, Kaivu Oy: korjaa, yhdistä tai poista");
    room.click("Eeva Eklund, Kaivu Oy: korjaa, yhdistä tai poista");
    room.click("Poista…");
    room.type_text("väärä tilaisuus");
    room.click("Poista rivi");
    room.until("removed", |state| state.standing().count() == 3);
    room.until_shows("Poistetut");
    phone.hear(|phone, _| phone.view["me"]["state"] == "removed");
    phone.sign_in("Eeva Eklund");
    room.until("back", |state| state.standing().count() == 4);
}

#[test]
fn the_projector_shows_how_to_join_in_the_lobby_at_breaks_and_when_it_is_asked_for() {
    let mut room = Room::new();
    let seen = |room: &Room| room.harness.state().shown().speech();
    let joining = room.open_phones();
    let ways = [joining.address.clone(), perehdytin::ui::slide::spaced(&joining.code)];
    let shows = |room: &Room| ways.iter().all(|way| seen(room).contains(way)) && seen(room).contains("Avaa sivu");
    assert!(shows(&room), "the lobby: {}", seen(&room));
    room.go_to("welcome");
    assert!(!seen(&room).contains(&joining.address), "{}", seen(&room));
    room.press(Key::F8);
    assert!(shows(&room), "on demand: {}", seen(&room));
    room.go_to(DOOR);
    assert!(!seen(&room).contains("Avaa sivu"), "{}", seen(&room));
    assert!(seen(&room).contains("Mukaan puhelimella"), "for latecomers: {}", seen(&room));
    room.go_to("pause");
    assert!(shows(&room), "the break: {}", seen(&room));
    assert!(seen(&room).contains("Jatkamme klo"), "{}", seen(&room));
    room.ask(Command::Go { to: Place::SignOut });
    assert!(seen(&room).contains("Allekirjoita puhelimellasi tai perehdyttäjän koneella"), "{}", seen(&room));
}

#[test]
fn a_wifi_is_kept_for_the_next_time_in_a_file_of_its_owner_and_its_code_comes_first() {
    let mut room = Room::new();
    room.press(Key::F7);
    room.until_shows_containing("127.0.0.1");
    room.fill("Verkon nimi", "Varikko");
    room.fill("Verkon salasana", "lyhyt");
    assert!(room.shows_containing("Wi-Fin salasanassa on 8–63 merkkiä."), "{:#?}", room.texts());
    room.fill("Verkon salasana", "kaivuri;2026");
    assert!(!room.field_holds("kaivuri;2026"), "the password is not hidden");
    room.click("Näytä salasana");
    assert!(room.field_holds("kaivuri;2026"));
    room.click("Avaa huone");
    room.until_drawn("an open room", |room| room.joining().is_some());
    room.press(Key::F7);
    let wifi = room.joining().unwrap().wifi.unwrap();
    assert_eq!(wifi.content, r"WIFI:T:WPA;S:Varikko;P:kaivuri\;2026;;");
    let seen = room.harness.state().shown().speech();
    assert!(seen.find("1. Liity Wi-Fiin") < seen.find("2. Avaa sivu"), "{seen}");
    assert!(seen.contains("Wi-Fi-verkko: Varikko") && seen.contains("Salasana: kaivuri;2026"), "{seen}");
    let file = room.session_folder().ancestors().nth(2).unwrap().join("settings.json");
    let is_kept = || std::fs::read_to_string(&file).is_ok_and(|text| text.contains("kaivuri;2026"));
    room.until_drawn("kept settings", |_| is_kept());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "others may read the password");
    }
}

#[test]
fn a_room_that_was_open_is_open_again_when_the_session_comes_back_and_one_that_was_closed_is_not() {
    let mut room = Room::new();
    let before = room.open_phones();
    let mut phone = Phone::join(&before, 1);
    phone.sign_in("Eeva Eklund");
    drop(phone);
    let mut room = room.restarted();
    room.until_drawn("an open room", |room| room.joining().is_some());
    let after = room.joining().unwrap();
    assert!(after == before, "address, code and token are the same");
    let back = Phone::join(&after, 1);
    assert_eq!(back.view["me"]["name"], "Eeva Eklund");
    room.press(Key::F7);
    room.click("Sulje huone puhelimilta");
    room.until_drawn("a closed room", |room| room.joining().is_none() && !room.harness.state().phones().is_busy());
    let mut room = room.restarted();
    room.settle();
    assert!(!room.harness.state().phones().is_busy() && room.joining().is_none());
}

#[test]
fn with_an_open_room_the_window_rests_while_nothing_happens() {
    let mut room = Room::new();
    let joining = room.open_phones();
    let phone = Phone::signed_in(&joining, 1, "Eeva Eklund");
    room.until_shows_containing("ilmoittautui puhelimella");
    room.go_to(DOOR);
    room.press(Key::Q);
    room.until_shows("0/4 vastannut");
    let frames = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counter = std::sync::Arc::clone(&frames);
    room.harness.ctx.set_request_repaint_callback(move |info| {
        if info.delay.is_zero() {
            counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        }
    });
    std::thread::sleep(std::time::Duration::from_secs(2));
    let idle = frames.load(std::sync::atomic::Ordering::Relaxed);
    assert!(idle <= 1, "the window was woken {idle} times with nothing to show");
    phone.drop_off();
    let is_woken = || frames.load(std::sync::atomic::Ordering::Relaxed) > idle;
    let woken = crate::display::wait_for(std::time::Duration::from_secs(10), || is_woken().then_some(()));
    assert!(woken.is_some(), "a phone that drops does not wake the window");
}

#[test]
fn a_room_that_cannot_open_by_itself_says_so_where_the_trainer_is() {
    let mut room = Room::new();
    room.open_phones();
    let mut room = room.restarted_without_network();
    room.until_shows_containing("Tämä kone ei ole missään verkossa.");
    assert!(room.joining().is_none());
}
