//! The phones' page for everybody: axe-core finds nothing in any of its states, letters may be twice as large, and the keyboard is enough.

use std::path::Path;

use perehdytin::session::Answer;
use perehdytin::session::Command;
use perehdytin::session::Place;
use serde_json::Value;
use serde_json::json;

use crate::browser_answers::{kinds, right, wrong};
use crate::browser_support::{ARRIVED, Handset, hall_of, row};
use crate::new_session::shipped_course;
use crate::room_support::Hall;
use crate::session_support::small_course;

/// The rules of WCAG 2.2, A and AA.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/// Judges each state of the page that a phone comes to.
struct Judge<'a> {
    phone: &'a Handset,
    axe: String,
    found: Vec<String>,
}

impl<'a> Judge<'a> {
    fn of(phone: &'a Handset) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/judges/axe.min.js");
        let axe = std::fs::read_to_string(path).expect("the judges are missing: run tests/run");
        Self { phone, axe, found: Vec::new() }
    }

    /// Judges the page as it stands: in Finnish and light, in English and dark, and with letters twice as large.
    fn looks_at(&mut self, state: &str) {
        for (lang, scheme) in [("fi", "light"), ("en", "dark")] {
            let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
            self.phone.session.devtools("Emulation.setEmulatedMedia", &media);
            if self.phone.value("document.documentElement.lang") != lang {
                self.phone.taps("#language");
            }
            self.phone.waits_until(&format!(
                "document.documentElement.lang === '{lang}' && matchMedia('(prefers-color-scheme: {scheme})').matches"
            ));
            for violation in self.violations() {
                self.found.push(format!("{state}, {lang}, {scheme}: {violation}"));
            }
            for percent in [100, 200] {
                let wide = self.phone.value(&format!(
                    "(() => {{
                        const root = document.documentElement;
                        root.style.fontSize = '{percent}%';
                        const beyond = Array.from(document.querySelectorAll('body *')).filter((node) =>
                            !node.closest('.unseen') && node.getBoundingClientRect().right > root.clientWidth + 1);
                        const found = root.scrollWidth > root.clientWidth
                            ? root.scrollWidth + ' wide: ' + beyond.map((node) => node.outerHTML.slice(0, 120)).join(' | ') : '';
                        root.style.fontSize = '';
                        return found;
                    }})()"
                ));
                if wide != "" {
                    self.found.push(format!("{state}, {lang}, letters at {percent} %: {wide}"));
                }
            }
        }
    }

    fn violations(&self) -> Vec<String> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             if (!window.axe) {{ {} }}
             axe.run(document, {{runOnly: {}, resultTypes: ['violations'], preload: false}}).then(
                 (result) => done(result.violations.map((rule) =>
                     rule.id + ': ' + rule.nodes.map((node) => node.html.slice(0, 160) + ' ' + node.failureSummary).join(' | '))),
                 (error) => done(['axe: ' + error]));",
            if self.phone.value("Boolean(window.axe)") == true { "" } else { &self.axe },
            json!(RULES),
        );
        let found = self.phone.session.with(async |client| client.execute_async(&script, Vec::new()).await).unwrap();
        found.as_array().unwrap().iter().map(|found| found.as_str().unwrap().to_owned()).collect()
    }

    /// A judge that finds nothing anywhere would be no judge.
    fn sees_what_is_wrong(&mut self) {
        self.phone.value(
            "document.body.insertAdjacentHTML('beforeend', '<div id=bad><input><p>pale</p><p>wide</p></div>'),
            document.querySelector('#bad p').style.color = '#808080',
            document.querySelector('#bad p:last-child').style.width = '13em'",
        );
        let before = self.found.len();
        self.looks_at("a page that is bad on purpose");
        let found = self.found.split_off(before).join("\n");
        for fault in ["fi, light: label:", "en, dark: label:", ": color-contrast:", "fi, letters at 200 %:"] {
            assert!(found.contains(fault), "{fault} {found}");
        }
        assert!(!found.contains("letters at 100 %"), "{found}");
    }

    #[track_caller]
    fn agrees(self) {
        assert!(self.found.is_empty(), "{}", self.found.join("\n"));
    }
}

#[test]
fn axe_finds_nothing_in_any_state_of_the_page_before_and_in_the_questions() {
    let mut hall = hall_of(&shipped_course());
    let status = hall.room().status();
    let phone = Handset::new();
    let mut judge = Judge::of(&phone);
    phone.opens(&status.url).is_at("code");
    judge.looks_at("code");
    phone.types("#field-code", "AAAAAA").act("code").sees("[aria-invalid=true]");
    judge.looks_at("a wrong code");
    phone.opens(&status.join_url).is_at("sign_in");
    judge.looks_at("sign-in");
    phone.act("sign_in").sees("[aria-invalid=true]").taps("summary").sees("details[open]");
    judge.looks_at("sign-in with everything missing");
    phone.signs_in("Aino Ahkera").is_at("lobby");
    judge.looks_at("lobby");
    hall.does(Command::Pause).does(Command::Go { to: Place::Step(a_step(&hall, false)) });
    phone.is_at("step").sees("#notices .note");
    judge.looks_at("a pause");
    hall.does(Command::Resume).does(Command::Go { to: Place::Step(a_step(&hall, true)) });
    phone.sees("main .card");
    judge.looks_at("a break");
    for (kind, (step, question)) in kinds(&hall.client().snapshot().state.script.pack) {
        hall.asks(step.as_str());
        phone.sees("main[data-screen=question] [data-k=arrival]");
        judge.looks_at(kind);
        phone.answers(&wrong(&question));
        judge.looks_at("an answer that has arrived");
        hall.does(Command::CloseQuestion { step: step.clone() });
        phone.sees("[data-k=settled]");
        judge.looks_at("a closed question");
        hall.does(Command::Reveal { step: step.clone() });
        phone.sees(".is-right");
        judge.looks_at("a revealed question");
        hall.does(Command::OpenQuestion { step });
        phone.sees(".note.again").answers(&right(&question));
    }
    judge.looks_at("a question that is asked again");
    hall.room = None;
    phone.link_is("off").sees("#notices details").taps("#notices summary").sees("#field-server");
    judge.looks_at("a lost network");
    judge.agrees();
}

#[test]
fn axe_finds_nothing_in_the_test_the_feedback_and_the_end() {
    let hall = hall_of(&small_course());
    let phone = Handset::signed_in(&hall.room().status().join_url, "Aino Ahkera");
    let mut judge = Judge::of(&phone);
    hall.does(Command::Go { to: Place::FinalTest });
    phone.is_at("test");
    judge.looks_at("before the test");
    phone.act("start_test").sees("progress");
    judge.looks_at("a question of the test");
    phone.act("review").sees("[data-act=hand_in]");
    judge.looks_at("a test with questions unanswered");
    phone.taps("[data-act=question][data-at='0']");
    let pack = &hall.client().snapshot().state.script.pack;
    for drawn in &row(&hall, "Aino Ahkera").attempts[0].paper.questions {
        let (_, question) = pack.test_question(&drawn.question).unwrap();
        phone.answers(&wrong(question)).act("next");
    }
    phone.act("hand_in").sees("#sure");
    judge.looks_at("handing the test in");
    phone.act("submit_test").sees_no("progress");
    judge.looks_at("a test not passed");
    hall.does(Command::Go { to: Place::Feedback });
    phone.is_at("feedback").taps("details summary");
    judge.looks_at("feedback");
    phone.taps("fieldset label:nth-of-type(2)").sees("label.chosen").act("feedback").sees(".note.wait");
    judge.looks_at("feedback on its way");
    phone.sees_no("[data-act=feedback]");
    judge.looks_at("thanks");
    hall.does(Command::Go { to: Place::SignOut });
    phone.is_at("sign_out").act("go_handout").is_at("handout");
    judge.looks_at("the material before its time");
    phone.types("#field-address", "aino").act("ask_handout").sees("[aria-invalid=true]");
    judge.looks_at("an address that is none");
    hall.does(Command::ReleaseHandout);
    phone.sees("[data-act=download]").act("back").is_at("sign_out");
    judge.looks_at("signing out");
    phone.act("sign_out").is_at("away");
    judge.looks_at("signed out");
    hall.does(Command::Close);
    phone.is_at("closed");
    judge.looks_at("the end");
    judge.sees_what_is_wrong();
    judge.agrees();
}

/// A step without a question: a break, or any other.
fn a_step(hall: &Hall, is_break: bool) -> perehdytin::text::Id {
    let pack = &hall.client().snapshot().state.script.pack;
    let found = pack.steps().find(|(_, step)| step.question().is_none() && step.is_break() == is_break);
    found.unwrap().1.id.clone()
}

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";

/// Goes on with the tabulator until something has the keyboard.
#[track_caller]
fn tabs_to(phone: &Handset, css: &str) {
    for _ in 0..40 {
        let focus = phone.value(&format!(
            "(() => {{
                const node = document.activeElement;
                const box = node.getBoundingClientRect();
                const shown = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
                return [node.matches({}), node === document.body || node.contains(shown)];
            }})()",
            json!(css)
        ));
        assert!(
            focus[1] == true,
            "what has the keyboard is hidden: {}",
            phone.value("document.activeElement.outerHTML")
        );
        if focus[0] == true {
            return;
        }
        phone.keys(TAB);
    }
    panic!("{css} is not reached by the keyboard: {}", phone.value("document.body.innerText"));
}

#[test]
fn the_keyboard_alone_signs_in_and_answers() {
    let hall = hall_of(&small_course());
    let phone = Handset::new();
    phone.opens(&hall.room().status().join_url).is_at("sign_in");
    tabs_to(&phone, "#field-name");
    phone.keys("Aino Ahkera").keys(TAB).keys("Kaivuu Oy");
    tabs_to(&phone, "#pad-in");
    phone.keys(" ").keys(RIGHT).keys(RIGHT).keys(DOWN).keys(" ").keys(RIGHT);
    tabs_to(&phone, "[data-act=sign_in]");
    phone.keys(ENTER).is_at("lobby");
    let signature = row(&hall, "Aino Ahkera").signature;
    assert_eq!((signature.strokes.len(), signature.strokes[0].len()), (1, 4), "{signature:?}");

    hall.asks("ovi-auki");
    phone.is_at("question");
    tabs_to(&phone, "[data-option=b]");
    phone.keys(" ").sees(ARRIVED);
    assert_eq!(phone.value("document.activeElement.dataset.option"), "b", "the keyboard stays where it was");

    hall.asks("mukaan");
    phone.sees("[role=checkbox]");
    tabs_to(&phone, "[data-option=a]");
    phone.keys(" ").sees("[data-option=a][aria-checked=true]");
    tabs_to(&phone, "[data-option=b]");
    phone.keys(ENTER).sees("[data-option=b][aria-checked=true]");
    tabs_to(&phone, "[data-act=send]");
    phone.keys(ENTER).sees(ARRIVED);

    hall.asks("viive");
    phone.sees("li[data-option]");
    let order = "Array.from(document.querySelectorAll('li[data-option]'), (item) => item.dataset.option)";
    let mut before = phone.value(order).as_array().unwrap().clone();
    let first = before[0].as_str().unwrap().to_owned();
    tabs_to(&phone, &format!("li[data-option={first}] [data-act=down]"));
    phone.keys(" ");
    before.swap(0, 1);
    phone.waits_until(&format!("JSON.stringify({order}) === {:?}", Value::from(before).to_string()));
    assert_eq!(phone.value("document.activeElement.closest('li').dataset.option"), first.as_str(), "it moves along");
    tabs_to(&phone, "[data-act=send]");
    phone.keys(ENTER).sees(ARRIVED);

    let answers = |step: &str| {
        let snapshot = hall.client().snapshot();
        snapshot.state.round(&step.into()).unwrap().answers.values().next().unwrap().0.clone()
    };
    assert_eq!(answers("ovi-auki"), Answer::Options(["b".into()].into()));
    assert_eq!(answers("mukaan"), Answer::Options(["a".into(), "b".into()].into()));
    assert!(matches!(answers("viive"), Answer::Order(_)));
}
