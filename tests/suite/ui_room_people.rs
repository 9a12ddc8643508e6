//! The roster and its corrections, feedback, and signing out.

use egui::Key;
use perehdytin::session::Change;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::Details;
use perehdytin::session::FeedbackAnswer;
use perehdytin::session::ParticipantId;
use perehdytin::session::Place;
use perehdytin::ui::Route;

use crate::ui_support::Room;
use crate::ui_support::signature;

fn roster() -> Room {
    let mut room = Room::new();
    room.go_to("welcome");
    room.click("Osallistujat");
    room
}

#[test]
fn the_roster_tells_who_is_here_gone_and_missing() {
    let mut room = roster();
    assert!(room.shows("Paikalla 3 · lähtenyt 0 · puuttuu 1"));
    assert!(room.shows("Daavid Dahl, Kaivu Oy"));
    room.click_containing("Bertta Berg, Kaivu Oy");
    room.click("Lähti");
    room.until("gone", |state| !state.participants[&ParticipantId(2)].is_present());
    assert!(room.shows("Paikalla 2 · lähtenyt 1 · puuttuu 1"));
    room.click("Palasi");
    room.until("back", |state| state.participants[&ParticipantId(2)].is_present());
}

#[test]
fn a_row_is_corrected_with_a_reason_and_the_amendment_is_kept() {
    let mut room = roster();
    room.pass(20);
    room.click_containing("Aino Aalto, Kaivu Oy");
    room.click("Korjaa…");
    room.press(Key::End);
    room.type_text("-Nieminen");
    room.click("Tallenna");
    assert!(room.shows("Kirjoita syy."), "no correction without a reason");
    room.click("Syy");
    room.type_text("kaksoisnimi");
    room.press(Key::Enter);
    room.until("corrected", |state| state.participants[&ParticipantId(1)].details.name == "Aino Aalto-Nieminen");
    assert_eq!(room.state().amendments[0].reason, "kaksoisnimi");
    assert!(!room.shows("Tallenna"), "the dialog stays open");
}

#[test]
fn an_arrival_is_put_right_by_typing_a_time_and_a_wrong_one_is_explained_at_its_field() {
    let mut room = roster();
    room.pass(20);
    room.click_containing("Aino Aalto, Kaivu Oy");
    room.click("Korjaa…");
    room.click("Saapui");
    room.press_with(egui::Modifiers::COMMAND, Key::A);
    room.type_text("9.9");
    room.click("Syy");
    room.type_text("tuli myöhässä");
    room.click("Tallenna");
    assert!(room.shows("Kirjoita kellonaika, esimerkiksi 9.05."));
    room.click("Saapui");
    room.press_with(egui::Modifiers::COMMAND, Key::A);
    room.type_text("9.40");
    room.click("Tallenna");
    let wanted = "2026-11-23T07:40:00Z".parse().unwrap();
    room.until("corrected", |state| state.participants[&ParticipantId(1)].stays[0].from == wanted);
}

#[test]
fn a_refused_correction_leaves_what_was_typed_in_the_dialog() {
    let mut room = roster();
    room.click_containing("Aino Aalto, Kaivu Oy");
    room.click("Korjaa…");
    room.press_with(egui::Modifiers::COMMAND, Key::A);
    room.type_text("Bertta Berg");
    room.click("Syy");
    room.type_text("nimi");
    room.press(Key::Enter);
    std::thread::sleep(std::time::Duration::from_millis(100));
    room.settle();
    assert_eq!(room.state().participants[&ParticipantId(1)].details.name, "Aino Aalto");
    assert!(room.shows("Tallenna"), "the dialog is closed");
}

#[test]
fn a_row_is_removed_and_restored_each_with_its_reason() {
    let mut room = roster();
    room.click_containing("Cecilia Cedercreutz, Kaivu Oy");
    room.click("Poista…");
    room.type_text("väärä henkilö");
    room.press(Key::Enter);
    room.until("removed", |state| !state.participants[&ParticipantId(3)].stands());
    room.click("Palauta…");
    room.type_text("sittenkin oikea");
    room.press(Key::Enter);
    room.until("restored", |state| state.participants[&ParticipantId(3)].stands());
    let state = room.state();
    assert!(
        matches!(state.amendments[..], [ref one, ref two] if one.change == Change::Removed && two.change == Change::Restored)
    );
}

#[test]
fn two_rows_of_one_person_are_merged() {
    let mut room = roster();
    room.click_containing("Cecilia Cedercreutz, Kaivu Oy");
    room.click("Yhdistä…");
    room.click("Aino Aalto, Kaivu Oy");
    room.click("Syy");
    room.type_text("sama henkilö");
    room.press(Key::Enter);
    room.until("merged", |state| state.participants[&ParticipantId(3)].merged_into == Some(ParticipantId(1)));
}

#[test]
fn feedback_goes_round_without_names_and_only_its_number_is_shown() {
    let mut room = Room::new();
    room.ask(Command::Go { to: Place::Feedback });
    assert!(room.shows("Palautteita 0, osallistujia 3"));
    room.click("Anna kone palautteen antajille");
    for name in ["Aino", "Bertta", "Cecilia", "Tiina"] {
        assert!(!room.shows_containing(name), "{name} is named");
    }
    assert!(!room.shows("Aloitusnäyttö"), "the shell is reachable");
    room.click("4");
    room.click("Mitä parantaisit?");
    room.type_text("Bussi q");
    room.click("Lähetä palaute");
    room.until("given", |state| state.feedback.len() == 1);
    room.until_shows("Seuraava antaa palautteen");
    assert!(!room.shows_containing("Bussi"), "the next person sees it");
    room.click("Seuraava antaa palautteen");
    assert!(!room.shows_containing("Bussi"));
    let state = room.state();
    let form = state.feedback.values().next().unwrap();
    assert_eq!(form.answers[&"usefulness".into()], FeedbackAnswer::Scale(4));
    assert_eq!(form.answers[&"better".into()], FeedbackAnswer::Text("Bussi q".to_owned()));
    room.click("Perehdyttäjä: takaisin omaan näkymään");
    assert!(!room.shows("Palautteita 1, osallistujia 3"), "one click is no deliberate step");
    room.click("Kyllä, avaa perehdyttäjän näkymä");
    assert!(room.shows("Palautteita 1, osallistujia 3"));
    assert!(!room.shows_containing("Bussi"), "the trainer reads it");
}

#[test]
fn feedback_that_is_refused_stays_in_the_form_with_the_reason_and_is_thanked_only_once_stored() {
    let mut room = Room::new();
    room.ask(Command::Go { to: Place::Feedback });
    room.click("Anna kone palautteen antajille");
    room.click("4");
    room.click("Mitä parantaisit?");
    room.type_text("Bus\u{200B}si");
    room.click("Lähetä palaute");
    room.until_shows_containing("U+200B");
    assert!(room.state().feedback.is_empty());
    assert!(!room.shows("Seuraava antaa palautteen"), "thanked for nothing");
    assert!(room.field_holds("Bus\u{200B}si"), "what was typed is gone");
    room.click("Mitä parantaisit?");
    room.press(Key::End);
    for _ in 0.."\u{200B}si".chars().count() {
        room.press(Key::Backspace);
    }
    room.type_text("si");
    room.click("Lähetä palaute");
    room.until_shows("Seuraava antaa palautteen");
    let state = room.state();
    let form = state.feedback.values().next().expect("thanked before it was stored");
    assert_eq!(form.answers[&"usefulness".into()], FeedbackAnswer::Scale(4));
    assert_eq!(form.answers[&"better".into()], FeedbackAnswer::Text("Bussi".to_owned()));
}

#[test]
fn people_sign_out_with_and_without_a_signature_and_closing_is_next() {
    let mut room = Room::new();
    room.ask(Command::Go { to: Place::SignOut });
    let pad = room.rect_of("Allekirjoitus:");
    room.draw(pad);
    room.click("Kuittaa lähtö allekirjoituksella");
    room.until("signed out", |state| state.participants[&ParticipantId(1)].signed_out);
    assert!(room.state().participants[&ParticipantId(1)].signature_out.is_some());
    room.click_containing("Cecilia Cedercreutz");
    room.click("Kuittaa lähtö ilman allekirjoitusta");
    room.until("signed out", |state| state.participants[&ParticipantId(3)].signed_out);
    assert!(room.state().participants[&ParticipantId(3)].signature_out.is_none());
    assert!(room.shows_containing("Yksi on vielä paikalla"));
    room.click("Siirry päättämiseen");
    assert!(matches!(room.harness.state().route(), Route::Finish(_)));
}

#[test]
fn in_a_full_room_somebody_is_found_by_typing_their_name() {
    let mut room = Room::new();
    for number in 4..=20 {
        let details = Details {
            name: format!("Osallistuja {number}"),
            company: "Kaivu Oy".to_owned(),
            role: "asentaja".to_owned(),
            identifier: None,
        };
        room.ask(Command::SignIn { details, signature: signature(), channel: Channel::Desk, phone: None });
    }
    room.ask(Command::Go { to: Place::SignOut });
    // The roster beside it has a search of its own, which the other tab hides.
    room.click("Kohteet");
    room.click("Hae nimellä tai yrityksellä");
    room.type_text("ja 17");
    room.click("Kuittaa lähtö ilman allekirjoitusta");
    room.until("signed out", |state| state.participants[&ParticipantId(17)].signed_out);
    let state = room.state();
    assert_eq!(state.participants.values().filter(|one| one.signed_out).count(), 1);
}
