//! A small course in memory for the tests of the modules that play one.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::pack::{
    Block, Checklist, ChecklistItem, ChoiceOption, CourseKind, CoursePack, Discussion, Feedback, FeedbackKind,
    FeedbackQuestion, FinalTest, OrderItem, Question, QuestionBody, ScenarioOption, Slide, Step, StepBody, Theme,
    ThemeOrder,
};
use crate::profile::IdentifierKind;
use crate::profile::Profile;
use crate::text::{LangTag, Text};

/// A text that says the same in both languages.
pub(crate) fn text(words: &str) -> Text {
    Text(["fi", "en"].into_iter().map(|tag| (LangTag(tag.into()), words.to_owned())).collect())
}

pub(crate) fn step(id: &str, minutes: u32, body: StepBody) -> Step {
    Step { id: id.into(), minutes, branch_only: false, notes: text("Muistiinpano."), reading: None, body }
}

pub(crate) fn slide(id: &str, minutes: u32) -> Step {
    step(id, minutes, StepBody::Slide(Slide { title: text(id), blocks: vec![Block::Paragraph(text("Leipäteksti."))] }))
}

pub(crate) fn question(id: &str, body: QuestionBody) -> Question {
    Question { id: id.into(), body, taught_by: Some("alku".into()) }
}

fn asked(id: &str, minutes: u32, body: QuestionBody) -> Step {
    step(id, minutes, StepBody::Question(question(id, body)))
}

pub(crate) fn statement(is_true: bool) -> QuestionBody {
    QuestionBody::Statement { text: text("Väite."), is_true, explanation: text("Siksi.") }
}

pub(crate) fn choice(correct: &str, ids: &str) -> QuestionBody {
    let options = ids.chars().map(|id| ChoiceOption {
        id: id.to_string().as_str().into(),
        text: text(&id.to_string()),
        correct: correct.contains(id),
        why: text("Siksi."),
    });
    QuestionBody::Choice { text: text("Mikä?"), options: options.collect() }
}

/// A scenario whose option b leads to the step `branch`.
pub(crate) fn scenario(correct: &str, ids: &str, branch: &str) -> QuestionBody {
    let options = ids.chars().map(|id| ScenarioOption {
        id: id.to_string().as_str().into(),
        text: text(&id.to_string()),
        correct: correct.contains(id),
        why: text("Siksi."),
        customer: text("Asiakas."),
        subscriber: text("Tilaaja."),
        contractor: text("Urakoitsija."),
        leads_to: (id == 'b').then(|| branch.into()),
    });
    QuestionBody::Scenario {
        title: text("Tilanne"),
        situation: text("Ovella."),
        question: text("Mitä teet?"),
        picture: None,
        options: options.collect(),
    }
}

pub(crate) fn order(ids: &str) -> QuestionBody {
    let items = ids.chars().map(|id| OrderItem { id: id.to_string().as_str().into(), text: text(&id.to_string()) });
    QuestionBody::Order { text: text("Järjestä."), items: items.collect(), explanation: text("Siksi.") }
}

pub(crate) fn theme(id: &str, steps: Vec<Step>, test: Vec<Question>) -> Theme {
    Theme {
        id: id.into(),
        file: format!("{id}.ron"),
        revision: 1,
        digest: "0".repeat(64),
        title: text(id),
        takeaway: text("Muista tämä."),
        steps,
        test,
    }
}

/// Three themes of 10, 5 and 3 minutes, a break of 15 after the first, ten test questions, five drawn.
pub(crate) fn pack() -> CoursePack {
    let mut branch = slide("haara", 2);
    branch.branch_only = true;
    let talk =
        Discussion { title: text("Puhutaan"), prompt: text("Mitä mieltä?"), vote_again: Some("kuittaus".into()) };
    let first = theme(
        "palvelu",
        vec![
            slide("alku", 2),
            asked("kuittaus", 3, scenario("ac", "abc", "haara")),
            branch,
            step("keskustelu", 4, StepBody::Discussion(talk)),
            asked("vaite", 1, statement(false)),
            step("tauko", 15, StepBody::Break { title: text("Tauko") }),
        ],
        vec![
            question("t1", statement(true)),
            question("t2", choice("b", "abcd")),
            question("t3", choice("ab", "abc")),
            question("t4", order("abcd")),
        ],
    );
    let second = theme(
        "ovella-teema",
        vec![asked("ovella", 2, order("abc")), asked("mukaan", 3, choice("ab", "abc"))],
        vec![
            question("t5", statement(false)),
            question("t6", scenario("a", "abc", "haara")),
            question("t7", choice("c", "abc")),
            question("t8", order("abc")),
        ],
    );
    let third = theme(
        "lopuksi",
        vec![slide("loppu", 3)],
        vec![question("t9", statement(true)), question("t10", choice("a", "ab"))],
    );
    CoursePack {
        root: PathBuf::new(),
        id: "koe".into(),
        kind: CourseKind::Training,
        revision: 3,
        digest: "1".repeat(64),
        languages: vec![LangTag("fi".into()), LangTag("en".into())],
        title: text("Koekurssi"),
        summary: text("Lyhyt."),
        example_profile: Arc::new(profile()),
        themes: vec![first, second, third],
        theme_order: ThemeOrder::Any,
        new_employer: crate::pack::NewEmployer::Keep,
        attendance_percent: 80,
        validity_months: None,
        final_test: Some(FinalTest { draw: 5, pass_percent: 80, attempts: 2, minutes: 10, at_least_per_theme: 1 }),
        feedback: Some(Feedback {
            minutes: 5,
            questions: vec![
                FeedbackQuestion {
                    id: "usefulness".into(),
                    text: text("Hyöty?"),
                    kind: FeedbackKind::Scale { low: text("Ei"), high: text("Kyllä") },
                },
                FeedbackQuestion { id: "better".into(), text: text("Parannettavaa?"), kind: FeedbackKind::FreeText },
            ],
        }),
        checklist: Checklist {
            before: vec![ChecklistItem { id: "kutsu".into(), text: text("Kutsu.") }],
            after: vec![ChecklistItem { id: "kohteet".into(), text: text("Kirjaa.") }],
        },
        pocket_guide: Vec::new(),
        part_of: None,
    }
}

/// A made-up subscriber that asks for no identifier.
pub(crate) fn profile() -> Profile {
    Profile {
        id: "esimerkkila".into(),
        example: true,
        name: text("Esimerkkilän Energia"),
        forms: BTreeMap::new(),
        logo: None,
        accent: [0, 105, 92],
        identifier: IdentifierKind::None,
        contacts: Vec::new(),
        promises: Vec::new(),
        values: Vec::new(),
        may_answer: Vec::new(),
        must_not_answer: Vec::new(),
    }
}
