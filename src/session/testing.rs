//! A session in memory for tests: minutes are told, everything else goes through the one door.

use std::sync::Arc;

use jiff::SignedDuration;
use jiff::Timestamp;

use crate::profile::IdentifierKind;
use crate::quiz;
use crate::session::{
    Channel, Command, Details, Event, Form, ParticipantId, Place, Refusal, Script, Setup, Signature, State, decide,
};
use crate::text::LangTag;

/// The test course with its example profile.
pub(crate) fn script() -> Script {
    let pack = quiz::testing::pack();
    let profile = Arc::clone(&pack.example_profile);
    Script { pack: Arc::new(pack), profile }
}

/// Minutes after the opening at 09:00 Helsinki time.
pub(crate) fn minute(minute: i64) -> Timestamp {
    Timestamp::from_second(1_763_881_200).unwrap() + SignedDuration::from_mins(minute)
}

pub(crate) fn setup() -> Setup {
    Setup {
        session: "0".repeat(32),
        rehearsal: false,
        course: "koe".into(),
        course_title: "Koekurssi".to_owned(),
        course_revision: 3,
        course_digest: "1".repeat(64),
        language: LangTag("fi".into()),
        subscriber: "Esimerkkilän Energia".to_owned(),
        organiser: "Esimerkkilän Energia".to_owned(),
        place: "Kerhotalo".to_owned(),
        trainer: "Taina Tarkka".to_owned(),
        time_zone: "Europe/Helsinki".to_owned(),
        identifier: IdentifierKind::None,
        seed: 7,
        expected: Vec::new(),
        form: Form::Room,
        ground: None,
        themes: Vec::new(),
    }
}

pub(crate) fn drawn() -> Signature {
    Signature { width: 300, height: 100, strokes: vec![vec![[10, 50], [60, 20], [120, 80]]] }
}

pub(crate) fn details(name: &str) -> Details {
    Details { name: name.to_owned(), company: "Kaivuu Oy".to_owned(), role: "asentaja".to_owned(), identifier: None }
}

pub(crate) fn sign_in(name: &str) -> Command {
    Command::SignIn { details: details(name), signature: drawn(), channel: Channel::Desk, phone: None }
}

pub(crate) fn go(step: &str) -> Command {
    Command::Go { to: Place::Step(step.into()) }
}

/// A session whose clock is moved by the test.
pub(crate) struct Session {
    pub(crate) state: State,
    pub(crate) now: Timestamp,
    pub(crate) events: Vec<(Timestamp, Event)>,
}

/// A self-study that Aino Ahkera has signed in to.
pub(crate) fn alone() -> Session {
    let mut session = Session::with(Setup { form: Form::SelfStudy, ..setup() });
    session.signs_in("Aino Ahkera");
    session
}

impl Session {
    pub(crate) fn new() -> Self {
        Self::with(setup())
    }

    pub(crate) fn with(setup: Setup) -> Self {
        let now = minute(0);
        Self { state: State::open(script(), now, setup), now, events: Vec::new() }
    }

    /// Puts the clock to `at` minutes after the opening.
    pub(crate) fn at(&mut self, at: i64) -> &mut Self {
        self.now = minute(at);
        self
    }

    /// Asks; what was refused changes nothing.
    pub(crate) fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        let events = decide(&self.state, self.now, command)?;
        for event in &events {
            self.state.apply(self.now, event);
            self.events.push((self.now, event.clone()));
        }
        Ok(events)
    }

    /// Asks for what must not be refused.
    #[track_caller]
    pub(crate) fn does(&mut self, command: Command) -> &mut Self {
        let asked = format!("{command:?}");
        if let Err(refusal) = self.ask(command) {
            panic!("{asked}: {refusal}");
        }
        self
    }

    /// Signs somebody in.
    #[track_caller]
    pub(crate) fn signs_in(&mut self, name: &str) -> ParticipantId {
        self.does(sign_in(name));
        *self.state.participants.keys().next_back().unwrap()
    }
}
