//! A window over a self-study that somebody has brought to a certain point.

use std::sync::Arc;

use egui::Key;
use jiff::SignedDuration;
use jiff::Timestamp;
use perehdytin::clock::Clock as _;
use perehdytin::engine::Engine;
use perehdytin::engine::NewSession;
use perehdytin::pack::QuestionBody;
use perehdytin::quiz;
use perehdytin::session::State;
use perehdytin::text::Id;

use crate::kill_self_study::next;
use crate::new_session;
use crate::session_support::{nobody, script, small_course};
use crate::ui_desk_support::Desk;
use crate::ui_desk_support::PASSPHRASE;

/// A self-study of the small course, for a data folder of its own.
pub(crate) fn new_study() -> NewSession {
    new_session::new_study(script(&small_course()))
}

impl Desk {
    /// A window at Home, over a self-study in which Aino Ahkera has come to where `is_there` says.
    #[track_caller]
    pub(crate) fn with_study(is_there: impl Fn(&State) -> bool) -> Self {
        Self::with_study_of(new_study(), is_there)
    }

    /// As [`Desk::with_study`], of the given self-study.
    #[track_caller]
    pub(crate) fn with_study_of(new: NewSession, is_there: impl Fn(&State) -> bool) -> Self {
        let desk = Self::new();
        let clock = Arc::clone(&desk.clock);
        let engine = Engine::create(&desk.data, new, Arc::clone(&clock) as _, nobody()).unwrap();
        let client = engine.client();
        let mut now: Timestamp = clock.now();
        for turn in 0..2000 {
            let state = &client.snapshot().state;
            if is_there(state) {
                drop(engine);
                return desk.restarted();
            }
            now += SignedDuration::from_secs(20);
            clock.set(now);
            client.ask(next(state, turn).expect("the study is over")).unwrap();
        }
        panic!("the learner never came there");
    }

    /// As [`Desk::with_study`], with the study open.
    #[track_caller]
    pub(crate) fn studying(is_there: impl Fn(&State) -> bool) -> Self {
        Self::with_study(is_there).goes_on_studying()
    }

    /// Opens the unfinished study.
    #[track_caller]
    pub(crate) fn goes_on_studying(mut self) -> Self {
        self.wait_for("Opiskelu kesken");
        self.press("Jatka opiskelua");
        self.wait("the study", |desk| desk.harness.state().session().is_some());
        self
    }

    /// From the end of the themes to the signed register.
    #[track_caller]
    pub(crate) fn finishes(&mut self) {
        self.wait_for("Allekirjoita ja päätä");
        self.draw_signature();
        self.press("Päätä opiskelu");
        self.signs_own_register();
    }

    /// How the session in the window stands.
    pub(crate) fn state(&self) -> State {
        self.harness.state().session().unwrap().snapshot.state.clone()
    }

    /// Answers the open attempt's questions by letter keys from the first unanswered one on.
    #[track_caller]
    pub(crate) fn answers_test(&mut self, is_right: bool, questions: usize) {
        for _ in 0..questions {
            let state = self.state();
            let attempt = state.learner().unwrap().open_attempt().unwrap();
            let drawn = attempt.paper.questions.iter().find(|drawn| !attempt.answers.contains_key(&drawn.question));
            let Some(drawn) = drawn.cloned() else { return };
            for key in keys(&state, &drawn, is_right) {
                self.key(key);
            }
            self.wait("the answer", |desk| {
                let state = desk.state();
                let attempt = state.learner().unwrap().open_attempt().unwrap();
                attempt.answers.contains_key(&drawn.question)
            });
            self.key(Key::PageDown);
        }
    }

    /// Answers all questions of the open attempt and hands it in.
    #[track_caller]
    pub(crate) fn takes_test(&mut self, is_right: bool) {
        self.answers_test(is_right, usize::MAX);
        self.wait_for("Ennen palautusta");
        self.press("Palauta koe");
        self.wait("the result", |desk| desk.state().learner().unwrap().open_attempt().is_none());
    }

    /// Signs the closed self-study with a key made on the spot.
    #[track_caller]
    pub(crate) fn signs_own_register(&mut self) {
        self.wait_for("Päätit opiskelun");
        self.wait_for("Allekirjoittajan nimi");
        assert_eq!(self.value("Allekirjoittajan nimi").as_deref(), Some("Aino Ahkera"), "the key is the learner's own");
        self.write_secret("Uusi tunnuslause", PASSPHRASE);
        self.write_secret("Tunnuslause uudelleen", PASSPHRASE);
        self.press("Tee allekirjoitusavain");
        self.wait_for("Lähetä rekisteri");
    }
}

/// The letters of a right or wrong answer.
fn keys(state: &State, drawn: &quiz::DrawnQuestion, is_right: bool) -> Vec<Key> {
    let (_, question) = state.script.pack.test_question(&drawn.question).unwrap();
    let letter = |id: &Id| {
        let (letter, _) = ('A'..).zip(&drawn.options).find(|(_, other)| *other == id).unwrap();
        Key::from_name(&letter.to_string()).unwrap()
    };
    match &question.body {
        QuestionBody::Statement { is_true, .. } => vec![if *is_true == is_right { Key::A } else { Key::B }],
        QuestionBody::Order { items, .. } => {
            let mut letters: Vec<Key> = items.iter().map(|item| letter(&item.id)).collect();
            if !is_right {
                letters.reverse();
            }
            letters
        }
        QuestionBody::Choice { .. } | QuestionBody::Scenario { .. } => {
            let right = quiz::right_options(question);
            if is_right {
                right.iter().map(letter).collect()
            } else {
                let wrong = drawn.options.iter().find(|option| !right.contains(*option));
                wrong.map(letter).into_iter().collect()
            }
        }
    }
}
