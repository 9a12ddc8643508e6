//! The whole shipped course, alone, through the real screens: every theme from its first step to its end.

use std::path::Path;

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use perehdytin::pack::QuestionBody;
use perehdytin::pack::Step;
use perehdytin::quiz;
use perehdytin::session::Answer;
use perehdytin::session::Place;
use perehdytin::session::State;
use perehdytin::text::Id;

use crate::ui_support::Room;

/// The words of the options that make a right answer, in the order in which they are to be chosen; `wrong` instead
/// gives those of a wrong one.
fn words(state: &State, step: &Step, wrong: bool) -> Vec<String> {
    let fill = |text| state.script.profile.fill(text, &state.setup.language);
    match &step.question().unwrap().body {
        QuestionBody::Scenario { options, .. } => {
            options.iter().filter(|option| option.correct != wrong).take(1).map(|option| fill(&option.text)).collect()
        }
        QuestionBody::Choice { options, .. } => {
            let chosen = options.iter().filter(|option| option.correct != wrong).map(|option| fill(&option.text));
            if wrong { chosen.take(1).collect() } else { chosen.collect() }
        }
        QuestionBody::Statement { is_true, .. } => {
            vec![if *is_true == wrong { "Ei totta" } else { "Totta" }.to_owned()]
        }
        QuestionBody::Order { items, .. } => {
            let mut items: Vec<String> = items.iter().map(|item| fill(&item.text)).collect();
            if wrong {
                items.reverse();
            }
            items
        }
    }
}

/// Answers the question on the screen by the letters of its options.
fn answers(room: &mut Room, id: &Id, wrong: bool) {
    room.until("asked", |state| state.round(id).is_some_and(|round| round.is_open));
    let state = room.state();
    let (_, step) = state.script.pack.step(id).unwrap();
    for words in words(&state, step, wrong) {
        let ending = format!(": {words}");
        let found = room.texts().into_iter().find(|text| text.ends_with(&ending));
        let found = found.unwrap_or_else(|| panic!("no option {words:?}; there is:\n{}", room.texts().join("\n")));
        room.press(Key::from_name(&found[..1]).unwrap());
    }
    room.press(Key::Enter);
    room.until("shown", |state| state.round(id).is_some_and(|round| round.is_revealed));
    let state = room.state();
    let answer: &Answer = state.shown_answer(id).unwrap();
    let (_, step) = state.script.pack.step(id).unwrap();
    assert_eq!(quiz::is_right(step.question().unwrap(), answer), !wrong, "{id}");
}

/// Goes on until the place or the window is another one.
fn goes_on(room: &mut Room) {
    let before = room.state().place;
    room.press(Key::Enter);
    room.until_drawn("on", |room| {
        room.state().place != before
            || room.shows("Teema tehty")
            || room.shows_containing("uudelleen (")
            || room.shows("Vastaa uudelleen")
    });
}

/// Does every theme; the first question of each theme is answered wrongly at first.
pub(crate) fn does_every_theme(room: &mut Room) {
    let themes = room.state().script.pack.themes.clone();
    let mut repeated = 0;
    for theme in &themes {
        let mut was_wrong = false;
        // Home or the theme before leads here.
        room.press(Key::Enter);
        room.until("the theme", |state| {
            matches!(&state.place, Place::Step(id) if state.script.pack.step(id).is_some_and(|(of, _)| of.id == theme.id))
        });
        loop {
            let state = room.state();
            let Place::Step(id) = state.place.clone() else { panic!("at {:?}", state.place) };
            let (_, step) = state.script.pack.step(&id).unwrap();
            if step.question().is_some() {
                let wrong = !std::mem::replace(&mut was_wrong, true);
                answers(room, &id, wrong);
            }
            goes_on(room);
            if room.shows("Teema tehty") {
                break;
            }
            if room.harness.query_all_by_label("Vastaa uudelleen").next().is_some() {
                repeated += 1;
                room.press(Key::Enter);
                room.settle();
            }
        }
        let state = room.state();
        assert!(state.is_theme_done(theme), "{}", theme.id);
        assert!(room.shows(&state.script.profile.fill(&theme.takeaway, &state.setup.language)));
    }
    assert!(repeated >= themes.len() / 2, "wrong answers came back: {repeated}");
    assert_eq!(room.state().themes_left().count(), 0);
}

#[test]
fn the_shipped_course_is_done_alone_theme_by_theme_to_the_final_test() {
    let course = Path::new(env!("CARGO_MANIFEST_DIR")).join("courses/laadukas-asiakaspalvelu");
    let mut room = Room::alone_on(&course);
    does_every_theme(&mut room);
    room.press(Key::Enter);
    room.until("the final test", |state| state.place == Place::FinalTest);
}
