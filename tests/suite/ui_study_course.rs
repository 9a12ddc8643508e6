//! The whole shipped course, alone, through the real screens: from Home over every theme to the signed register.

use egui::Key;
use jiff::SignedDuration;
use perehdytin::clock::Clock as _;
use perehdytin::engine::layout;
use perehdytin::pack::QuestionBody;
use perehdytin::pack::Step;
use perehdytin::quiz;
use perehdytin::register::facts;
use perehdytin::register::trust::TrustList;
use perehdytin::register::verify;
use perehdytin::register::verify::Integrity;
use perehdytin::session::Answer;
use perehdytin::session::Place;
use perehdytin::session::State;
use perehdytin::text::Id;
use perehdytin::ui::Route;

use crate::ui_desk_support::Desk;

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

/// Answers the question on the screen by the letters of its options, forty seconds later.
fn answers(desk: &mut Desk, id: &Id, wrong: bool) {
    desk.wait("asked", |desk| desk.state().round(id).is_some_and(|round| round.is_open));
    desk.clock.set(desk.clock.now() + SignedDuration::from_secs(40));
    let state = desk.state();
    let (_, step) = state.script.pack.step(id).unwrap();
    for words in words(&state, step, wrong) {
        let ending = format!(": {words}");
        let found = desk.texts().into_iter().find(|text| text.ends_with(&ending));
        let found = found.unwrap_or_else(|| panic!("no option {words:?}; there is:\n{}", desk.texts().join("\n")));
        desk.key(Key::from_name(&found[..1]).unwrap());
    }
    desk.key(Key::Enter);
    desk.wait("shown", |desk| desk.state().round(id).is_some_and(|round| round.is_revealed));
    let state = desk.state();
    let answer: &Answer = state.shown_answer(id).unwrap();
    let (_, step) = state.script.pack.step(id).unwrap();
    assert_eq!(quiz::is_right(step.question().unwrap(), answer), !wrong, "{id}");
}

/// Whether questions come back now.
fn asks_again(desk: &Desk) -> bool {
    desk.shows("Teema on tehty, kun")
}

/// Goes on until the place or the window is another one.
fn goes_on(desk: &mut Desk) {
    let before = desk.state().place;
    desk.key(Key::Enter);
    desk.wait("on", |desk| desk.state().place != before || desk.shows("Teema tehty") || asks_again(desk));
}

/// Does every theme by the keyboard alone; the first question of each theme is answered wrongly at first.
fn does_every_theme(desk: &mut Desk) {
    let themes = desk.state().script.pack.themes.clone();
    let mut repeated = 0;
    for theme in &themes {
        let mut was_wrong = false;
        // Home or the theme before leads here.
        desk.key(Key::Enter);
        desk.wait("the theme", |desk| match &desk.state().place {
            Place::Step(id) => theme.steps.iter().any(|step| step.id == *id),
            _ => false,
        });
        loop {
            let state = desk.state();
            let Place::Step(id) = state.place.clone() else { panic!("at {:?}", state.place) };
            let (_, step) = state.script.pack.step(&id).unwrap();
            if step.question().is_some() {
                let wrong = !std::mem::replace(&mut was_wrong, true);
                answers(desk, &id, wrong);
            }
            goes_on(desk);
            if desk.shows("Teema tehty") {
                break;
            }
            if asks_again(desk) {
                repeated += 1;
                desk.key(Key::Enter);
                desk.wait("asked again", |desk| {
                    let state = desk.state();
                    let Place::Step(id) = &state.place else { return false };
                    !asks_again(desk) && state.round(id).is_some_and(|round| round.is_open)
                });
            }
        }
        let state = desk.state();
        assert!(state.is_theme_done(theme), "{}", theme.id);
        assert!(desk.shows(&state.script.profile.fill(&theme.takeaway, &state.setup.language)));
    }
    assert!(repeated >= themes.len() / 2, "wrong answers came back: {repeated}");
    assert_eq!(desk.state().themes_left().count(), 0);
}

#[test]
fn the_shipped_course_is_done_alone_from_home_to_the_signed_register() {
    let mut desk = Desk::new();
    desk.press("Opiskele itse");
    desk.wait_for("3 · Sinä");
    desk.write("Nimi", "Aino Ahkera");
    desk.write("Yritys", "Kaivuu Oy");
    desk.draw_signature();
    desk.press("Aloita opiskelu");
    desk.wait("the course", |desk| matches!(desk.route(), Route::Study(_)));
    assert_eq!(desk.state().script.pack.id.as_str(), "laadukas-asiakaspalvelu");
    does_every_theme(&mut desk);
    desk.key(Key::Enter);
    desk.wait("the final test", |desk| desk.state().place == Place::FinalTest);
    desk.press("Aloita koe");
    desk.wait("the attempt", |desk| desk.state().learner().unwrap().open_attempt().is_some());
    desk.takes_test(true);
    desk.wait_for("Kokeesi on hyväksytty");
    desk.press("Jatka");
    desk.wait_for("Mitä mieltä olit?");
    desk.press("En anna palautetta");
    desk.wait_for("Allekirjoita ja päätä");
    desk.draw_signature();
    desk.press("Päätä opiskelu");
    desk.signs_own_register();
    let register = layout::register(&desk.session_folder());
    let trust = TrustList::load(&TrustList::path(&desk.data)).unwrap();
    let options = verify::Options { trust: &trust, render: true, journal: None, now: desk.clock.now() };
    let verdict = verify::verify_file(&register, &options).unwrap();
    assert!(matches!(verdict.integrity, Integrity::Intact), "{:?}", verdict.integrity);
    let told = verdict.facts.unwrap();
    let state = desk.state();
    assert_eq!(told.form, facts::Form::SelfStudy);
    let [row] = &told.participants[..] else { panic!("{} rows", told.participants.len()) };
    assert_eq!(row.name, "Aino Ahkera");
    assert_eq!(row.themes_attended.len(), state.script.pack.themes.len());
    assert!(state.study.active_altogether() > SignedDuration::from_mins(10), "{:?}", state.study.active_altogether());
}
