//! A whole day with the shipped course, through the real screens, from preparing to the written register.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use jiff::SignedDuration;
use perehdytin::clock::Clock as _;
use perehdytin::engine::layout;
use perehdytin::pack::QuestionBody;
use perehdytin::register::facts::Row;
use perehdytin::register::facts::TestResult;
use perehdytin::register::trust::TrustList;
use perehdytin::register::verify;
use perehdytin::session::ParticipantId;
use perehdytin::session::Place;
use perehdytin::session::State;
use perehdytin::ui::Route;

use crate::ui_desk_support::Desk;

/// A day at the desk: what the trainer does, and what the session then says.
struct Day(Desk);

impl Day {
    fn state(&self) -> State {
        self.0.harness.state().session().expect("a session is open").client.snapshot().state.clone()
    }

    fn passes(&self, minutes: u32) {
        let clock = &self.0.clock;
        clock.set(clock.now() + SignedDuration::from_mins(i64::from(minutes)));
    }

    #[track_caller]
    fn until(&mut self, what: &str, is_so: impl Fn(&State) -> bool) {
        self.0.wait(what, |desk| is_so(&desk.harness.state().session().expect("a session").client.snapshot().state));
    }

    fn types(&mut self, text: &str) {
        for letter in text.chars() {
            self.0.harness.event(egui::Event::Text(letter.to_string()));
            self.0.harness.run_ok();
        }
    }

    #[track_caller]
    fn clicks(&mut self, label: &str) {
        let found = self.0.harness.query_all_by_label(label).last();
        let Some(node) = found else { panic!("nothing is called {label:?}: {:#?}", self.0.texts()) };
        let rect = node.rect();
        self.0.press_at(rect);
    }

    /// Everybody raises a hand for the first option; the trainer counts, reveals and explains.
    fn asks(&mut self, step: &perehdytin::text::Id, people: usize) {
        self.0.key(Key::Q);
        self.until("the question opens", |state| state.round(step).is_some_and(|round| round.is_open));
        self.0.is_named("a question that is open");
        let state = self.state();
        let (_, found) = state.script.pack.step(step).expect("the step");
        let question = found.question().expect("a question").clone();
        // An order is not voted on by hands; the room calls it out.
        if !matches!(question.body, QuestionBody::Order { .. }) {
            self.0.key(Key::H);
            self.types(&people.to_string());
            let options = perehdytin::ui::slide::option_ids(&question, state.setup.seed).len();
            for _ in 0..options {
                self.0.key(Key::Enter);
            }
            self.until("the hands are counted", |state| {
                state.round(step).is_some_and(|round| round.hands.values().sum::<u32>() as usize == people)
            });
        }
        // Lets go of whatever field has the keyboard.
        self.0.key(Key::Escape);
        self.0.key(Key::Q);
        self.until("the result shows", |state| state.round(step).is_some_and(|round| round.is_revealed));
    }

    /// One participant takes the test at the computer, with every answer right.
    fn takes_the_test(&mut self, id: ParticipantId) {
        let name = self.state().participants[&id].details.name.clone();
        self.clicks(&format!("Anna kone seuraavalle: {name}"));
        self.0.is_named("the test handed over");
        self.clicks("Aloita koe");
        self.until("the test begins", |state| state.participants[&id].open_attempt().is_some());
        let state = self.state();
        let attempt = state.participants[&id].open_attempt().expect("an attempt").clone();
        for drawn in &attempt.paper.questions {
            let (_, question) = state.script.pack.test_question(&drawn.question).expect("in the bank");
            let letters: Vec<char> = match &question.body {
                QuestionBody::Statement { is_true, .. } => vec![if *is_true { 'A' } else { 'B' }],
                QuestionBody::Choice { options, .. } => ('A'..)
                    .zip(&drawn.options)
                    .filter(|(_, shown)| options.iter().any(|option| option.id == **shown && option.correct))
                    .map(|(letter, _)| letter)
                    .collect(),
                other => panic!("the shipped bank has no {other:?}"),
            };
            for letter in letters {
                self.0.key(Key::from_name(&letter.to_string()).expect("a letter"));
            }
            self.until("the answer is stored", |state| {
                let attempt = state.participants[&id].open_attempt();
                attempt.is_some_and(|attempt| attempt.answers.contains_key(&drawn.question))
            });
            self.0.key(Key::PageDown);
        }
        self.clicks("Palauta koe");
        self.until("the test is passed", |state| state.participants[&id].has_passed());
        self.clicks("Valmis");
        self.clicks("Perehdyttäjä: takaisin omaan näkymään");
        self.clicks("Kyllä, avaa perehdyttäjän näkymä");
    }

    fn gives_feedback(&mut self) {
        self.clicks("Anna kone palautteen antajille");
        self.0.is_named("feedback handed over");
        let scales: Vec<_> = self.0.harness.query_all_by_label("4").map(|node| node.rect().center()).collect();
        for at in scales {
            self.0.harness.drag_at(at);
            self.0.harness.drop_at(at);
            self.0.harness.run_ok();
        }
        self.clicks("Lähetä palaute");
        self.until("the feedback is stored", |state| state.feedback.len() == 1);
        self.0.wait_for("Seuraava antaa palautteen");
        self.clicks("Perehdyttäjä: takaisin omaan näkymään");
        self.clicks("Kyllä, avaa perehdyttäjän näkymä");
    }
}

#[test]
fn a_whole_day_goes_through_the_screens_from_preparing_to_the_written_register() {
    let mut desk = Desk::new();
    desk.opens_a_session();
    for (name, company) in [("Aino Laine", "Kaivuu Oy"), ("Õie Kask", "Võrk OÜ"), ("Ольга Примерова", "Kaivuu Oy")]
    {
        desk.signs_in(name, company);
    }
    desk.press("Aloita kurssi");
    desk.wait("the room", |desk| matches!(desk.route(), Route::Room(_)));
    let mut day = Day(desk);
    day.until("the course begins", |state| state.started_at.is_some());

    let mut steps = 0;
    while let Place::Step(id) = day.state().place {
        day.0.is_named(id.as_str());
        steps += 1;
        let state = day.state();
        let (_, step) = state.script.pack.step(&id).expect("the step");
        if step.question().is_some() {
            day.asks(&id, 3);
        }
        day.passes(step.minutes);
        day.0.key(Key::PageDown);
        day.until("the next step", |state| state.place != Place::Step(id.clone()));
    }
    let shown = day.state();
    let line = shown.script.pack.steps().filter(|(_, step)| !step.branch_only).count();
    assert_eq!(steps, line, "a step of the course was passed over");
    assert_eq!(shown.place, Place::FinalTest);
    day.0.is_named("the final test");

    day.takes_the_test(ParticipantId(1));
    day.passes(15);
    day.0.key(Key::PageDown);
    day.until("feedback", |state| state.place == Place::Feedback);
    day.gives_feedback();
    day.0.key(Key::PageDown);
    day.until("sign-out", |state| state.place == Place::SignOut);
    day.0.is_named("sign-out");
    day.0.draw_signature();
    day.clicks("Kuittaa lähtö allekirjoituksella");
    day.until("signed out", |state| state.participants[&ParticipantId(1)].signed_out);
    day.clicks("Siirry päättämiseen");
    let mut desk = day.0;
    desk.wait("closing", |desk| matches!(desk.route(), Route::Finish(_)));
    desk.press("Päätä tilaisuus…");
    desk.press("Päätä nyt");
    desk.wait_for("Allekirjoita rekisteri");
    desk.signs_with_new_key();

    let out = layout::out(&desk.session_folder());
    let bytes = std::fs::read(out.join("register.pdf")).unwrap();
    let trust = TrustList::load(&TrustList::path(&desk.data)).unwrap();
    let options = verify::Options { trust: &trust, render: true, journal: None, now: jiff::Timestamp::now() };
    let verdict = verify::verify(&bytes, &options);
    assert!(verdict.is_fine(), "{verdict:?}");
    let facts = verdict.facts.expect("the attached data");
    assert!(!facts.rehearsal && facts.themes.len() == 12);
    let [aino, kask, olga] = &facts.participants[..] else { panic!("{:?}", facts.participants) };
    assert_eq!((aino.name.as_str(), olga.name.as_str()), ("Aino Laine", "Ольга Примерова"));
    assert_eq!(aino.themes_attended.len(), 12, "{aino:?}");
    let test = |row: &Row| row.test.as_ref().expect("the course has a test").result;
    assert_eq!((test(aino), test(kask)), (TestResult::Passed, TestResult::NotTaken));
    assert!(aino.signed_out && aino.signature_out.is_some() && !kask.signed_out);
}
