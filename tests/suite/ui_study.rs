//! The running self-study as the learner sees it: home, steps, questions, the end of a theme, time and notes.

use egui::Key;
use egui::Modifiers;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use egui_kittest::kittest::Queryable as _;
use jiff::SignedDuration;
use perehdytin::clock::Clock as _;
use perehdytin::engine::export_session;
use perehdytin::engine::layout;
use perehdytin::i18n::Lang;
use perehdytin::session::Command;
use perehdytin::session::Place;
use perehdytin::study::notes::Notes;
use perehdytin::text::Id;
use perehdytin::ui::Route;

use crate::ui_support::Room;

fn step(id: &str) -> Place {
    Place::Step(id.into())
}

fn is_finished(room: &Room, id: &str) -> bool {
    room.state().study.finished.contains(&Id::from(id))
}

/// The letter on the option with these words.
fn letter(room: &Room, words: &str) -> Key {
    let name = room.texts().into_iter().find(|text| text.contains(words)).unwrap_or_else(|| panic!("no {words:?}"));
    Key::from_name(&name[..1]).unwrap()
}

/// Answers the scenario at the door with the option of these words.
fn answers_at_the_door(room: &mut Room, words: &str) {
    room.go_to("at-the-door");
    room.until_shows_containing(words);
    let key = letter(room, words);
    room.press(key);
    room.press(Key::Enter);
    room.until("the answer is shown", |state| state.study.finished.contains(&Id::from("at-the-door")));
}

/// Does the first theme with everything right.
fn does_first_theme(room: &mut Room) {
    room.go_to("welcome");
    room.press(Key::Enter);
    room.until("on", |state| state.place == step("at-the-door"));
    answers_at_the_door(room, "Esittäydyn ja kerron");
    room.press(Key::Enter);
    room.until("on", |state| state.place == step("is-it-true"));
    room.press(Key::B);
    room.press(Key::Enter);
    room.until("the answer is shown", |state| state.study.finished.contains(&Id::from("is-it-true")));
    room.press(Key::Enter);
}

#[test]
fn a_self_study_opens_at_the_course_s_home_and_says_what_is_next_and_how_long_it_takes() {
    let mut room = Room::alone();
    assert!(matches!(room.harness.state().route(), Route::Study(_)));
    assert!(room.shows("Seuraavaksi") && room.shows("Ensimmäinen teema"));
    assert!(room.shows("Kestää noin 20 min."));
    assert!(room.shows("0 / 2 teemaa tehty"));
    assert!(room.shows_containing("1, Ensimmäinen teema, 20 min"));
    assert!(room.shows_containing("Loppukoe, 2 teemaa ensin"));
    room.press(Key::Enter);
    room.until("the first step", |state| state.place == step("welcome"));
    assert!(room.shows("1 / 3"));
    assert!(room.shows("Toivota kaikki tervetulleiksi."), "the notes are text to read");
    assert!(room.shows_containing("Tervetuloa kurssille"), "the slide is there, too");
}

#[test]
fn enter_and_the_page_keys_lead_through_a_theme_and_back_and_escape_leads_home() {
    let mut room = Room::alone();
    room.go_to("welcome");
    room.press(Key::PageDown);
    room.until("on", |state| state.place == step("at-the-door"));
    assert!(is_finished(&room, "welcome"));
    room.press(Key::PageUp);
    room.until("back", |state| state.place == step("welcome"));
    room.press(Key::Space);
    room.until("on", |state| state.place == step("at-the-door"));
    room.press(Key::ArrowLeft);
    room.until("back", |state| state.place == step("welcome"));
    room.press(Key::Escape);
    room.until("home", |state| state.place == Place::Lobby);
    assert!(room.shows("Jatka siitä, mihin jäit"));
    assert!(room.shows_containing("Olit tässä: Ovella."));
    room.press(Key::Enter);
    room.until("where it was left", |state| state.place == step("at-the-door"));
}

#[test]
fn a_question_goes_on_only_with_an_answer_and_shows_what_follows_for_whom() {
    let mut room = Room::alone();
    room.go_to("at-the-door");
    room.until_shows("Vastaa");
    room.press(Key::Enter);
    assert!(!is_finished(&room, "at-the-door"));
    room.press(Key::PageDown);
    let focused = room.harness.root().children_recursive().find(|node| node.is_focused());
    let focused = focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default();
    assert!(focused.starts_with("A: "), "the keyboard is on {focused:?}");
    answers_at_the_door(&mut room, "Kävelen suoraan sisään");
    for words in ["Ei paras valinta", "Koti ei ole työmaa.", "Asiakas", "Säikähtää.", "Tilaaja", "Urakoitsija"] {
        assert!(room.shows(words), "{words}; there is:\n{}", room.texts().join("\n"));
    }
    assert!(room.shows("Tämä kysytään uudelleen teeman lopussa."));
    // What another option would have led to is a click away.
    room.click_containing("Lähden pois sanomatta");
    assert!(room.shows("Tämäkään ei ole paras") && room.shows("Käynti menee hukkaan."));
    // The branch follows.
    assert!(room.shows("Katso, miten tilanne jatkuu"));
    room.press(Key::PageDown);
    room.until("the branch", |state| state.place == step("angry"));
    assert!(room.shows("3 / 4"));
    room.press(Key::PageDown);
    room.until("back on the line", |state| state.place == step("is-it-true"));
}

#[test]
fn a_digit_answers_as_a_letter_does_and_arrows_reach_every_option() {
    let mut room = Room::alone();
    room.go_to("is-it-true");
    room.until_shows("Vastaa");
    room.press(Key::Num1);
    room.until("stored before it is shown", |state| {
        state.round(&"is-it-true".into()).is_some_and(|round| round.answers.len() == 1)
    });
    room.press(Key::Num2);
    room.press(Key::Enter);
    room.until("shown", |state| state.study.finished.contains(&Id::from("is-it-true")));
    assert!(room.shows("Oikein") && room.shows("Laskut kuuluvat tilaajalle."));
    let mut room = Room::alone();
    room.go_to("is-it-true");
    room.until_shows("Vastaa");
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Enter, Key::Enter] {
        room.press(key);
    }
    room.until("shown", |state| state.study.finished.contains(&Id::from("is-it-true")));
    assert!(room.shows("Oikein"), "there is:\n{}", room.texts().join("\n"));
}

#[test]
fn wrong_answers_come_back_at_the_end_of_the_theme_until_they_are_right() {
    let mut room = Room::alone();
    room.ask(Command::FinishStep { step: "welcome".into() });
    answers_at_the_door(&mut room, "Lähden pois sanomatta");
    room.press(Key::Enter);
    room.until("on", |state| state.place == step("is-it-true"));
    room.press(Key::A);
    room.press(Key::Enter);
    room.until("shown", |state| state.study.finished.contains(&Id::from("is-it-true")));
    room.press(Key::Enter);
    room.until_shows("2 kysymystä uudelleen");
    assert!(room.shows_containing("Lue ensin: Tervetuloa kurssille"));
    room.press(Key::Enter);
    room.until("asked again", |state| state.round(&"at-the-door".into()).is_some_and(|round| round.is_open));
    assert_eq!(room.state().place, step("at-the-door"));
    let key = letter(&room, "Esittäydyn ja kerron");
    room.press(key);
    room.press(Key::Enter);
    room.until_shows("Hyvä valinta");
    room.press(Key::Enter);
    room.until("the other one", |state| {
        state.place == step("is-it-true") && state.round(&"is-it-true".into()).is_some_and(|round| round.is_open)
    });
    room.press(Key::B);
    room.press(Key::Enter);
    room.until_shows("Oikein");
    room.press(Key::Enter);
    room.until_shows("Teema tehty");
    assert!(room.shows("Tervehdi ensin."), "the sentence to take along");
    assert!(room.shows_containing("Oikein heti: 0 / 2."));
    assert!(room.shows("Seuraava: Toinen teema"));
    room.press(Key::Enter);
    room.until("the next theme", |state| state.place == step("talk"));
}

#[test]
fn the_home_shows_how_far_every_theme_is_and_opens_any_of_them() {
    let mut room = Room::alone();
    does_first_theme(&mut room);
    room.until_shows("Teema tehty");
    room.press(Key::Escape);
    room.until("home", |state| state.place == Place::Lobby);
    assert!(room.shows("1 / 2 teemaa tehty"));
    assert!(room.shows_containing("1, Ensimmäinen teema, Tehty"));
    assert!(room.shows_containing("Loppukoe, yksi teema ensin"));
    room.click_containing("1, Ensimmäinen teema, Tehty");
    room.until("to read again", |state| state.place == step("welcome"));
    room.press(Key::Escape);
    room.until("home", |state| state.place == Place::Lobby);
    room.click_containing("2, Toinen teema");
    room.until("the other theme", |state| state.place == step("talk"));
}

#[test]
fn a_thought_stays_on_this_computer_unless_it_is_sent() {
    let mut room = Room::alone();
    room.go_to("talk");
    room.until_shows("Milloin viimeksi onnistuit?");
    let field =
        |room: &Room| room.harness.get_by_role_and_label(Role::MultilineTextInput, "Mitä sinä ajattelet?").rect();
    assert!(field(&room).is_positive());
    room.harness.get_by_role_and_label(Role::MultilineTextInput, "Mitä sinä ajattelet?").focus();
    room.settle();
    room.type_text("Soitin etukäteen.");
    // Enter begins a line and leads nowhere; a page key goes on also while something is written.
    room.press(Key::Enter);
    assert_eq!(room.state().place, step("talk"));
    room.type_text("Ovi aukesi.");
    room.press(Key::PageDown);
    room.until("on", |state| state.place == step("t-again"));
    assert!(room.state().items.is_empty());
    let folder = room.session_folder();
    let room = room.restarted();
    let notes = Notes::load(&folder).unwrap();
    assert_eq!(notes.on(&"talk".into()), "Soitin etukäteen.\nOvi aukesi.");
    let mut room = room;
    room.go_to("talk");
    room.until_drawn("the note", |room| room.field_holds("Soitin etukäteen."));
    room.click("Lähetä kehittämiskohteena");
    room.until("sent", |state| state.items.len() == 1);
    room.until_shows("Lähtee kehittämiskohteena, jos lähetät palautteesi");
    room.click_containing("Peru lähetys: Soitin");
    room.until("taken back", |state| state.items.is_empty());
    room.ask(Command::Close);
    room.press_with(Modifiers::ALT, Key::Home);
    let out = tempfile::tempdir().unwrap();
    let exported = export_session(&folder, out.path()).unwrap();
    assert!(!layout::notes(&exported).exists() && layout::notes(&folder).exists());
}

#[test]
fn only_active_time_counts_and_it_is_shown() {
    let mut room = Room::alone();
    room.go_to("welcome");
    for minute in 1..=5 {
        // The minute is over when the key is pressed, and nothing was drawn in between.
        room.clock.set(room.clock.now() + SignedDuration::from_mins(1));
        room.press(Key::Num9);
        room.until("counted", |state| state.study.active_at(&step("welcome")) == SignedDuration::from_mins(minute));
    }
    assert!(room.shows("Opiskeltu 5 min"), "there is:\n{}", room.texts().join("\n"));
    room.pass(20);
    assert!(room.shows("Kello seisoo · 5 min"));
    room.press(Key::Num9);
    assert!(room.shows("Opiskeltu 5 min"));
    room.clock.set(room.clock.now() + SignedDuration::from_secs(20));
    // Leaving takes the last seconds along.
    room.press_with(Modifiers::ALT, Key::Home);
    assert!(matches!(room.harness.state().route(), Route::Home(_)), "a self-study is left without being asked");
    room.until("the last seconds", |state| state.study.active_altogether() >= SignedDuration::from_secs(5 * 60 + 20));
    assert!(room.state().study.active_altogether() < SignedDuration::from_mins(6));
}

#[test]
fn it_goes_on_exactly_where_it_stood_also_in_the_middle_of_a_question() {
    let mut room = Room::alone();
    room.ask(Command::FinishStep { step: "welcome".into() });
    room.go_to("is-it-true");
    room.until_shows("Vastaa");
    room.press(Key::A);
    room.until("stored", |state| state.round(&"is-it-true".into()).is_some_and(|round| round.answers.len() == 1));
    let mut room = room.restarted();
    assert_eq!(room.state().place, step("is-it-true"));
    let picked = room.harness.get_by_label("A: Totta");
    assert_eq!(picked.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    room.press(Key::Enter);
    room.until_shows("Ei aivan");
}

#[test]
fn the_text_grows_by_key_and_the_rooms_keys_do_nothing() {
    let mut room = Room::alone();
    room.go_to("welcome");
    let height = |room: &Room| room.rect_of("Kerro ohjelma.").height();
    let before = height(&room);
    room.press_with(Modifiers::COMMAND, Key::Plus);
    assert!(height(&room) > before);
    for key in [Key::F5, Key::F6, Key::F7, Key::F8, Key::P] {
        room.press(key);
    }
    assert!(!room.harness.state().projector().is_shown);
    assert!(!room.state().is_paused());
}

#[test]
fn every_step_is_shown_whole_at_small_and_large_windows_in_both_languages() {
    for lang in Lang::ALL {
        for size in [[800.0, 560.0], [1366.0, 768.0], [1920.0, 1080.0]] {
            let mut room = Room::alone_in(lang, size);
            for id in ["welcome", "at-the-door", "is-it-true", "talk", "t-again", "put-in-order"] {
                room.go_to(id);
                room.settle();
                let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
                let buttons = room.harness.query_all_by_role(Role::Button);
                let out: Vec<_> = buttons
                    .filter(|node| {
                        let rect = node.rect();
                        rect.left() < -0.5 || rect.right() > window.right() + 0.5
                    })
                    .filter_map(|node| node.accesskit_node().label())
                    .collect();
                assert!(out.is_empty(), "{lang:?} {size:?} {id}: {out:?} stick out");
            }
        }
    }
}
