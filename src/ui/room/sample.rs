//! A small course and session for the tests of the room's views.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::pack::Checklist;
use crate::pack::ChecklistItem;
use crate::pack::ChoiceOption;
use crate::pack::CourseKind;
use crate::pack::CoursePack;
use crate::pack::Discussion;
use crate::pack::Feedback;
use crate::pack::FeedbackKind;
use crate::pack::FeedbackQuestion;
use crate::pack::FinalTest;
use crate::pack::OrderItem;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::pack::ScenarioOption;
use crate::pack::Slide;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::pack::Theme;
use crate::profile::IdentifierKind;
use crate::profile::Profile;
use crate::session::Channel;
use crate::session::Details;
use crate::session::Expected;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::session::Script;
use crate::session::Setup;
use crate::session::Signature;
use crate::session::State;
use crate::session::Stay;
use crate::text::Id;
use crate::text::LangTag;
use crate::text::Text;

/// Half past nine on a Monday in Helsinki.
pub(crate) fn start() -> Timestamp {
    "2026-11-23T07:30:00Z".parse().unwrap()
}

/// A text in both languages.
pub(crate) fn text(words: &str) -> Text {
    let tag = |tag: &str| LangTag(tag.into());
    Text(BTreeMap::from([(tag("fi"), words.to_owned()), (tag("en"), format!("{words} (en)"))]))
}

/// A session in the lobby with Aino, Bertta and Cecilia signed in and Daavid expected.
pub(crate) fn state() -> State {
    let script = Script { pack: Arc::new(pack()), profile: Arc::new(profile()) };
    let mut state = State::open(script, start(), setup());
    for (number, name) in [(1, "Aino Aalto"), (2, "Bertta Berg"), (3, "Cecilia Cedercreutz")] {
        let id = ParticipantId(number);
        state.participants.insert(id, Arc::new(participant(id, name)));
    }
    state
}

fn participant(id: ParticipantId, name: &str) -> Participant {
    Participant {
        id,
        details: Details {
            name: name.to_owned(),
            company: "Kaivu Oy".to_owned(),
            role: "asentaja".to_owned(),
            identifier: None,
        },
        signature: Signature::default(),
        signature_out: None,
        channel: Channel::Desk,
        stays: vec![Stay { from: start(), to: None }],
        signed_out: false,
        removed: None,
        merged_into: None,
        attempts: Vec::new(),
        handout_to: None,
    }
}

fn setup() -> Setup {
    let expected =
        |name: &str| Expected { name: name.to_owned(), company: "Kaivu Oy".to_owned(), ..Expected::default() };
    Setup {
        session: "00112233445566778899aabbccddeeff".to_owned(),
        rehearsal: false,
        course: "course".into(),
        course_title: "Kurssi".to_owned(),
        course_revision: 1,
        course_digest: "0".repeat(64),
        language: LangTag("fi".into()),
        subscriber: "Esimerkkilän Verkko Oy".to_owned(),
        organiser: "Esimerkkilän Verkko Oy".to_owned(),
        place: "Varikko".to_owned(),
        trainer: "Tiina Trainer".to_owned(),
        time_zone: "Europe/Helsinki".to_owned(),
        identifier: IdentifierKind::None,
        seed: 7,
        expected: vec![expected("AINO AALTO"), expected("Daavid Dahl")],
    }
}

fn profile() -> Profile {
    Profile {
        id: "esimerkkila".into(),
        example: true,
        name: text("Esimerkkilän Verkko Oy"),
        forms: BTreeMap::new(),
        logo: None,
        accent: [0, 0x69, 0x5c],
        identifier: IdentifierKind::None,
        contacts: Vec::new(),
        promises: Vec::new(),
        values: Vec::new(),
        may_answer: Vec::new(),
        must_not_answer: Vec::new(),
    }
}

fn pack() -> CoursePack {
    CoursePack {
        root: PathBuf::new(),
        id: "course".into(),
        kind: CourseKind::Training,
        revision: 1,
        digest: "0".repeat(64),
        languages: vec![LangTag("fi".into()), LangTag("en".into())],
        title: text("Kurssi"),
        summary: text("Kurssi"),
        example_profile: Arc::new(profile()),
        themes: vec![
            theme(
                "first",
                vec![
                    step("welcome", 5, StepBody::Slide(Slide { title: text("Tervetuloa"), blocks: Vec::new() })),
                    step("at-the-door", 10, StepBody::Question(scenario("at-the-door"))),
                    Step {
                        branch_only: true,
                        ..step(
                            "angry",
                            5,
                            StepBody::Slide(Slide { title: text("Suuttunut asiakas"), blocks: Vec::new() }),
                        )
                    },
                    step("is-it-true", 5, StepBody::Question(statement("is-it-true"))),
                    step("pause", 15, StepBody::Break { title: text("Kahvitauko") }),
                ],
            ),
            theme(
                "second",
                vec![
                    step(
                        "talk",
                        10,
                        StepBody::Discussion(Discussion {
                            title: text("Keskustelu"),
                            prompt: text("Mitä teet?"),
                            vote_again: Some("at-the-door".into()),
                        }),
                    ),
                    step("put-in-order", 5, StepBody::Question(order("put-in-order"))),
                    step("several", 5, StepBody::Question(several("several"))),
                ],
            ),
        ],
        attendance_percent: 80,
        validity_months: None,
        final_test: Some(FinalTest { draw: 2, pass_percent: 80, attempts: 2, minutes: 15, at_least_per_theme: 0 }),
        feedback: Some(Feedback {
            minutes: 5,
            questions: vec![
                FeedbackQuestion {
                    id: "usefulness".into(),
                    text: text("Kuinka hyödyllinen?"),
                    kind: FeedbackKind::Scale { low: text("ei"), high: text("erittäin") },
                },
                FeedbackQuestion {
                    id: "better".into(), text: text("Mitä parantaisit?"), kind: FeedbackKind::FreeText
                },
            ],
        }),
        checklist: Checklist {
            before: vec![ChecklistItem { id: "invite".into(), text: text("Kutsu") }],
            after: vec![ChecklistItem { id: "items".into(), text: text("Vie kehittämiskohteet") }],
        },
        pocket_guide: Vec::new(),
    }
}

fn theme(id: &str, steps: Vec<Step>) -> Theme {
    Theme {
        id: id.into(),
        file: format!("{id}.ron"),
        revision: 1,
        digest: "0".repeat(64),
        title: text(id),
        takeaway: text("Ota mukaan"),
        steps,
        test: Vec::new(),
    }
}

fn step(id: &str, minutes: u32, body: StepBody) -> Step {
    Step { id: id.into(), minutes, branch_only: false, notes: text("Sano näin."), body }
}

fn question(id: &str, body: QuestionBody) -> Question {
    Question { id: id.into(), body, taught_by: None }
}

/// A scenario with the options a (right), b (leads to `angry`) and c.
pub(crate) fn scenario(id: &str) -> Question {
    let option = |id: &str, leads_to: Option<&str>| ScenarioOption {
        id: id.into(),
        text: text(&format!("vaihtoehto {id}")),
        correct: id == "a",
        why: text("siksi"),
        customer: text("asiakkaalle"),
        subscriber: text("tilaajalle"),
        contractor: text("urakoitsijalle"),
        leads_to: leads_to.map(Id::from),
    };
    let options = vec![option("a", None), option("b", Some("angry")), option("c", None)];
    let body = QuestionBody::Scenario {
        title: text("Ovella"),
        situation: text("Asiakas avaa oven."),
        question: text("Mitä teet?"),
        picture: None,
        options,
    };
    question(id, body)
}

/// A statement that is false.
pub(crate) fn statement(id: &str) -> Question {
    let body = QuestionBody::Statement { text: text("Laskusta saa puhua."), is_true: false, explanation: text("Ei.") };
    question(id, body)
}

/// An order of x, y, z.
pub(crate) fn order(id: &str) -> Question {
    let item = |id: &str| OrderItem { id: id.into(), text: text(id) };
    let items = ["x", "y", "z"].map(item).to_vec();
    question(id, QuestionBody::Order { text: text("Järjestä"), items, explanation: text("Näin.") })
}

/// A choice where a and b are right and c is wrong.
pub(crate) fn several(id: &str) -> Question {
    let option = |id: &str| ChoiceOption { id: id.into(), text: text(id), correct: id != "c", why: text("siksi") };
    question(id, QuestionBody::Choice { text: text("Valitse"), options: ["a", "b", "c"].map(option).to_vec() })
}
