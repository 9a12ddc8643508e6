//! A small course and session for the tests of the room's views.

use std::sync::Arc;

use jiff::Timestamp;

use crate::pack::CoursePack;
use crate::pack::Discussion;
use crate::pack::FinalTest;
use crate::pack::Question;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::quiz::testing;
use crate::quiz::testing::question;
use crate::quiz::testing::slide;
use crate::quiz::testing::step;
use crate::quiz::testing::text;
use crate::quiz::testing::theme;
use crate::session::Expected;
use crate::session::Script;
use crate::session::Setup;
use crate::session::State;
use crate::session::decide;
use crate::session::testing::details;
use crate::session::testing::setup;
use crate::session::testing::sign_in;

/// Half past nine on a Monday in Helsinki.
pub(crate) fn start() -> Timestamp {
    "2026-11-23T07:30:00Z".parse().unwrap()
}

/// A session in the lobby with Aino, Bertta and Cecilia signed in and Daavid expected.
pub(crate) fn state() -> State {
    let pack = pack();
    let profile = Arc::clone(&pack.example_profile);
    let expected =
        |name: &str| Expected { name: name.to_owned(), company: details(name).company, ..Expected::default() };
    let setup = Setup { expected: ["AINO AALTO", "Daavid Dahl"].map(expected).to_vec(), ..setup() };
    let mut state = State::open(Script { pack: Arc::new(pack), profile }, start(), setup);
    for name in ["Aino Aalto", "Bertta Berg", "Cecilia Cedercreutz"] {
        for event in decide(&state, start(), sign_in(name)).unwrap() {
            state.apply(start(), &event);
        }
    }
    state
}

/// Two themes of 20 minutes each, a break of 15 after the first, a test of 15 and feedback of 5.
fn pack() -> CoursePack {
    let asked = |question: Question, minutes| step(question.id.clone().as_str(), minutes, StepBody::Question(question));
    let talk =
        Discussion { title: text("Keskustelu"), prompt: text("Mitä teet?"), vote_again: Some("at-the-door".into()) };
    let first = vec![
        slide("welcome", 5),
        asked(scenario("at-the-door"), 10),
        Step { branch_only: true, ..slide("angry", 5) },
        asked(statement("is-it-true"), 5),
        step("pause", 15, StepBody::Break { title: text("Kahvitauko") }),
    ];
    let second = vec![
        step("talk", 10, StepBody::Discussion(talk)),
        asked(order("put-in-order"), 5),
        asked(several("several"), 5),
    ];
    CoursePack {
        themes: vec![theme("first", first, Vec::new()), theme("second", second, Vec::new())],
        final_test: Some(FinalTest { draw: 2, pass_percent: 80, attempts: 2, minutes: 15, at_least_per_theme: 0 }),
        ..testing::pack()
    }
}

/// A scenario with the options a (right), b (leads to `angry`) and c.
pub(crate) fn scenario(id: &str) -> Question {
    question(id, testing::scenario("a", "abc", "angry"))
}

/// A statement that is false.
pub(crate) fn statement(id: &str) -> Question {
    question(id, testing::statement(false))
}

/// An order of x, y, z.
pub(crate) fn order(id: &str) -> Question {
    question(id, testing::order("xyz"))
}

/// A choice where a and b are right and c is wrong.
pub(crate) fn several(id: &str) -> Question {
    question(id, testing::choice("ab", "abc"))
}
