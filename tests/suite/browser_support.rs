//! A person with a phone: sees the page, taps, types and draws on it, with patience.

use std::path::Path;
use std::time::Duration;
use std::time::Instant;

use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, PointerAction, TouchActions};
use perehdytin::engine::Engine;
use perehdytin::engine::NewSession;
use perehdytin::room::Plan;
use perehdytin::room::Room;
use perehdytin::session::Answer;
use perehdytin::session::Participant;
use serde_json::Value;
use serde_json::json;

use crate::browser_driver::Session;
use crate::room_support::Hall;
use crate::session_support::{bench, new_session, nobody, script};

/// Nothing takes longer on two slow cores, unless something is wrong.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// A session of this course with its room open.
pub(crate) fn hall_of(course: &Path) -> Hall {
    hall_with_plan(course, Plan::loopback())
}

pub(crate) fn hall_with_plan(course: &Path, plan: Plan) -> Hall {
    hall_of_session(new_session(script(course)), plan)
}

/// A session of only these themes of the course, with its room open.
pub(crate) fn hall_of_part(course: &Path, themes: &[&str]) -> Hall {
    let themes = themes.iter().map(|theme| (*theme).into()).collect();
    hall_of_session(NewSession { themes, ..new_session(script(course)) }, Plan::loopback())
}

fn hall_of_session(new: NewSession, plan: Plan) -> Hall {
    let bench = bench();
    let engine = Engine::create(&bench.data, new, bench.clock(), nobody()).unwrap();
    let room = Room::open(engine.client(), plan, nobody()).unwrap();
    Hall { room: Some(room), engine: Some(engine), bench }
}

/// The row of somebody, once there is one.
pub(crate) fn row(hall: &Hall, name: &str) -> Participant {
    let snapshot = hall.client().snapshot();
    let found = snapshot.state.standing().find(|row| row.details.name == name);
    found.unwrap_or_else(|| panic!("{name} has not signed in")).clone()
}

/// A phone in somebody's hand.
pub(crate) struct Handset {
    pub(crate) session: Session,
}

impl Handset {
    pub(crate) fn new() -> Self {
        Self { session: Session::start() }
    }

    /// A phone whose owner has signed in and stands in the lobby or wherever the room is.
    #[track_caller]
    pub(crate) fn signed_in(url: &str, name: &str) -> Self {
        let phone = Self::new();
        phone.opens(url).signs_in(name);
        phone
    }

    #[track_caller]
    pub(crate) fn opens(&self, url: &str) -> &Self {
        self.session.with(async |client| client.goto(url).await).unwrap();
        self
    }

    /// The value of an expression in the page.
    #[track_caller]
    pub(crate) fn value(&self, expression: &str) -> Value {
        self.session
            .with(async |client| client.execute(&format!("return ({expression});"), Vec::new()).await)
            .unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Waits until an expression in the page is true.
    #[track_caller]
    pub(crate) fn waits_until(&self, expression: &str) -> &Self {
        let start = Instant::now();
        let script = format!("return Boolean({expression});");
        loop {
            // While the page changes there may be nothing to ask.
            let said = self.session.with(async |client| client.execute(&script, Vec::new()).await);
            if matches!(said, Ok(Value::Bool(true))) {
                return self;
            }
            if start.elapsed() > PATIENCE {
                let page = self.value("location.href + ' ' + document.body.innerText");
                panic!("{expression} did not come ({said:?}): {page}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until something is on the page.
    #[track_caller]
    pub(crate) fn sees(&self, css: &str) -> &Self {
        self.waits_until(&format!("document.querySelector({})", json!(css)))
    }

    /// Waits until nothing like this is on the page.
    #[track_caller]
    pub(crate) fn sees_no(&self, css: &str) -> &Self {
        self.waits_until(&format!("!document.querySelector({})", json!(css)))
    }

    /// Waits until these words are on the page.
    #[track_caller]
    pub(crate) fn reads(&self, words: &str) -> &Self {
        self.waits_until(&format!("document.body.innerText.includes({})", json!(words)))
    }

    #[track_caller]
    pub(crate) fn is_at(&self, screen: &str) -> &Self {
        self.sees(&format!("main[data-screen={screen}]"))
    }

    #[track_caller]
    pub(crate) fn link_is(&self, state: &str) -> &Self {
        self.sees(&format!("#link[data-link={state}]"))
    }

    pub(crate) fn text(&self, css: &str) -> String {
        let found = self.value(&format!("document.querySelector({}).innerText", json!(css)));
        found.as_str().unwrap().to_owned()
    }

    /// Taps something, once it is there and nothing lies over it.
    #[track_caller]
    pub(crate) fn taps(&self, css: &str) -> &Self {
        self.sees(css);
        let start = Instant::now();
        loop {
            let tapped = self.session.with(async |client| client.find(Locator::Css(css)).await?.click().await);
            match tapped {
                Ok(()) => return self,
                Err(error) => {
                    assert!(start.elapsed() < PATIENCE, "{css}: {error}");
                    // Under the bar that stays at the top a finger would scroll a little.
                    self.value(&format!("document.querySelector({})?.scrollIntoView({{block: 'center'}})", json!(css)));
                }
            }
        }
    }

    #[track_caller]
    pub(crate) fn act(&self, act: &str) -> &Self {
        self.taps(&format!("[data-act={act}]"))
    }

    #[track_caller]
    pub(crate) fn types(&self, css: &str, text: &str) -> &Self {
        self.sees(css);
        self.session.with(async |client| client.find(Locator::Css(css)).await?.send_keys(text).await).unwrap();
        self
    }

    /// Types into whatever has the keyboard.
    #[track_caller]
    pub(crate) fn keys(&self, text: &str) -> &Self {
        self.session.with(async |client| client.active_element().await?.send_keys(text).await).unwrap();
        self
    }

    /// Draws a stroke with a finger on a pad.
    #[track_caller]
    pub(crate) fn draws(&self, css: &str, to: &[(f64, f64)]) -> &Self {
        self.sees(css);
        self.value(&format!("document.querySelector({}).scrollIntoView({{block: 'center'}})", json!(css)));
        self.session
            .with(async |client| {
                let pad = client.find(Locator::Css(css)).await?;
                let duration = Some(Duration::from_millis(20));
                let at = |(x, y): (f64, f64)| PointerAction::MoveToElement { element: pad.clone(), duration, x, y };
                let mut finger =
                    TouchActions::new("finger".to_owned()).then(at(to[0])).then(PointerAction::Down { button: 0 });
                for point in &to[1..] {
                    finger = finger.then(at(*point));
                }
                client.perform_actions(finger.then(PointerAction::Up { button: 0 })).await
            })
            .unwrap();
        self
    }

    #[track_caller]
    pub(crate) fn signs(&self, css: &str) -> &Self {
        self.draws(css, &[(-80.0, 20.0), (-20.0, -30.0), (30.0, 25.0), (90.0, -10.0)])
    }

    #[track_caller]
    pub(crate) fn signs_in(&self, name: &str) -> &Self {
        self.is_at("sign_in");
        self.types("#field-name", name).types("#field-company", "Kaivuu Oy").types("#field-role", "asentaja");
        self.signs("#pad-in").act("sign_in").sees_no("main[data-screen=sign_in]")
    }

    /// Gives an answer as a finger does, up to sending it.
    #[track_caller]
    pub(crate) fn chooses(&self, answer: &Answer) -> &Self {
        match answer {
            Answer::Truth(verdict) => self.option(&verdict.to_string()),
            Answer::Options(options) => {
                self.sees("[data-act=option]");
                let is_several = !self.value("document.querySelector('[data-act=option][role=checkbox]')").is_null();
                let is_on = |id: &str| {
                    self.value(&format!("document.querySelector('[data-option={id}]').ariaChecked")) == "true"
                };
                if !is_several {
                    return self.option(options.first().unwrap().as_str());
                }
                let offered =
                    self.value("Array.from(document.querySelectorAll('[data-act=option]'), (o) => o.dataset.option)");
                for id in offered.as_array().unwrap().iter().map(|id| id.as_str().unwrap()) {
                    if is_on(id) != options.iter().any(|wanted| wanted.as_str() == id) {
                        self.option(id);
                    }
                }
                self.act("send")
            }
            Answer::Order(order) => {
                self.sees("li[data-option]");
                for (place, id) in order.iter().enumerate() {
                    loop {
                        let at = self.value(&format!(
                            "Array.from(document.querySelectorAll('li[data-option]'), (o) => o.dataset.option).indexOf({})",
                            json!(id.as_str())
                        ));
                        if at == place {
                            break;
                        }
                        self.taps(&format!("li[data-option={id}] [data-act=up]"));
                    }
                }
                self.act("send")
            }
        }
    }

    #[track_caller]
    fn option(&self, id: &str) -> &Self {
        self.taps(&format!("[data-act=option][data-option={id}]"))
    }

    /// Gives an answer and waits until the page says that it has arrived.
    #[track_caller]
    pub(crate) fn answers(&self, answer: &Answer) -> &Self {
        self.chooses(answer).sees(ARRIVED)
    }
}

/// The line below an answer that the room has.
pub(crate) const ARRIVED: &str = "[data-k=arrival] .note.good";
