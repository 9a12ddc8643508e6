//! Questions in one language, as they are shown on a phone.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::i18n::Lang;
use crate::i18n::messages::slides;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::paper::lang_of;
use crate::profile::Profile;
use crate::quiz;
use crate::room::view::common::RoundNow;
use crate::session::Answer;
use crate::session::Script;
use crate::text::Id;
use crate::text::LangTag;
use crate::text::Text;

/// The texts of the course in one of its languages, with the subscriber's names and numbers filled in.
#[derive(Debug)]
pub(in crate::room) struct Wording {
    /// The course's language.
    pub(in crate::room) tag: LangTag,
    /// The program's language nearest to it.
    pub(in crate::room) lang: Lang,
    profile: Arc<Profile>,
    /// The questions of the final test.
    test: BTreeMap<Id, Worded>,
}

impl Wording {
    pub(in crate::room) fn new(script: &Script, tag: &LangTag) -> Self {
        let lang = lang_of(tag.as_str());
        let profile = Arc::clone(&script.profile);
        let mut wording = Self { tag: tag.clone(), lang, profile, test: BTreeMap::new() };
        let bank = script.pack.themes.iter().flat_map(|theme| &theme.test);
        wording.test = bank.map(|question| (question.id.clone(), Worded::new(question, &wording))).collect();
        wording
    }

    pub(in crate::room) fn fill(&self, text: &Text) -> String {
        self.profile.fill(text, &self.tag)
    }

    pub(super) fn test_question(&self, id: &Id) -> Option<&Worded> {
        self.test.get(id)
    }
}

/// A question in words.
#[derive(Debug)]
pub(super) struct Worded {
    pub(super) kind: &'static str,
    pub(super) situation: Option<String>,
    pub(super) text: String,
    /// The options in the author's order.
    options: Vec<(Id, String)>,
}

/// An option as it is shown: its place gives it letter and shape.
#[derive(Debug, Serialize)]
pub(super) struct OptionView<'a> {
    id: &'a Id,
    letter: char,
    shape: &'static str,
    text: &'a str,
}

const SHAPES: [&str; 6] = ["circle", "square", "triangle", "diamond", "pentagon", "hexagon"];

impl Worded {
    pub(super) fn new(question: &Question, wording: &Wording) -> Self {
        let (kind, situation, text, options) = match &question.body {
            QuestionBody::Scenario { title: _, situation, question: ask, picture: _, options } => {
                let options = options.iter().map(|option| (option.id.clone(), wording.fill(&option.text))).collect();
                ("single", Some(wording.fill(situation)), ask, options)
            }
            QuestionBody::Statement { text, is_true: _, explanation: _ } => {
                let options = [(true, slides::statement_true()), (false, slides::statement_false())];
                let options = options.map(|(verdict, message)| (verdict_id(verdict), message.text(wording.lang)));
                ("statement", None, text, options.to_vec())
            }
            QuestionBody::Choice { text, options } => {
                let options = options.iter().map(|option| (option.id.clone(), wording.fill(&option.text))).collect();
                let kind = if quiz::chooses_several(question) { "multiple" } else { "single" };
                (kind, None, text, options)
            }
            QuestionBody::Order { text, items, explanation: _ } => {
                let options = items.iter().map(|item| (item.id.clone(), wording.fill(&item.text))).collect();
                ("order", None, text, options)
            }
        };
        Self { kind, situation, text: wording.fill(text), options }
    }

    /// The options in `order`; in the author's where that is empty.
    pub(super) fn options(&self, order: &[Id]) -> Vec<OptionView<'_>> {
        let mut options: Vec<&(Id, String)> = self.options.iter().collect();
        options.sort_by_key(|(id, _)| order.iter().position(|other| other == id).unwrap_or(usize::MAX));
        options
            .into_iter()
            .zip(('A'..='Z').zip(SHAPES.into_iter().cycle()))
            .map(|((id, text), (letter, shape))| OptionView { id, letter, shape, text })
            .collect()
    }
}

fn verdict_id(verdict: bool) -> Id {
    Id::from(if verdict { "true" } else { "false" })
}

/// The room's question as every phone is shown it.
#[derive(Debug)]
pub(super) struct Asked {
    step: Id,
    round: u32,
    worded: Worded,
    order: Vec<Id>,
    open: bool,
    solution: Option<Solution>,
}

/// What is shown after the reveal.
#[derive(Debug)]
struct Solution {
    right: Answer,
    explanation: Option<String>,
    consequences: Vec<Consequence>,
}

/// Why an option is good or bad, and what follows from it.
#[derive(Debug, Serialize)]
struct Consequence {
    id: Id,
    why: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subscriber: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contractor: Option<String>,
}

/// The room's question as one phone is shown it.
#[derive(Debug, Serialize)]
pub(super) struct RoomQuestion<'a> {
    step: &'a Id,
    round: u32,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    situation: Option<&'a str>,
    text: &'a str,
    options: Vec<OptionView<'a>>,
    open: bool,
    revealed: bool,
    mine: Option<&'a Answer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<&'a Answer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consequences: Option<&'a [Consequence]>,
}

impl Asked {
    pub(super) fn new(question: &Question, seed: u64, wording: &Wording, round: RoundNow) -> Self {
        let order = quiz::room_order(question, seed);
        Self {
            step: question.id.clone(),
            round: round.number,
            worded: Worded::new(question, wording),
            open: round.is_open,
            solution: round.is_revealed.then(|| Solution::of(question, wording).sorted(&order)),
            order,
        }
    }

    pub(super) fn with<'a>(&'a self, mine: Option<&'a Answer>) -> RoomQuestion<'a> {
        let Self { step, round, worded, order, open, solution } = self;
        let solution = solution.as_ref();
        RoomQuestion {
            step,
            round: *round,
            kind: worded.kind,
            situation: worded.situation.as_deref(),
            text: &worded.text,
            options: worded.options(order),
            open: *open,
            revealed: solution.is_some(),
            mine,
            right: solution.map(|solution| &solution.right),
            explanation: solution.and_then(|solution| solution.explanation.as_deref()),
            consequences: solution.map(|solution| &solution.consequences[..]),
        }
    }
}

impl Solution {
    /// The consequences in the order in which the room sees the options.
    fn sorted(mut self, order: &[Id]) -> Self {
        self.consequences.sort_by_key(|each| order.iter().position(|other| *other == each.id).unwrap_or(usize::MAX));
        self
    }

    fn of(question: &Question, wording: &Wording) -> Self {
        match &question.body {
            QuestionBody::Statement { text: _, is_true, explanation } => Self {
                right: Answer::Truth(*is_true),
                explanation: Some(wording.fill(explanation)),
                consequences: Vec::new(),
            },
            QuestionBody::Order { text: _, items, explanation } => Self {
                right: Answer::Order(items.iter().map(|item| item.id.clone()).collect()),
                explanation: Some(wording.fill(explanation)),
                consequences: Vec::new(),
            },
            QuestionBody::Choice { text: _, options } => Self {
                right: Answer::Options(quiz::right_options(question)),
                explanation: None,
                consequences: options
                    .iter()
                    .map(|option| Consequence {
                        id: option.id.clone(),
                        why: wording.fill(&option.why),
                        customer: None,
                        subscriber: None,
                        contractor: None,
                    })
                    .collect(),
            },
            QuestionBody::Scenario { options, .. } => Self {
                right: Answer::Options(quiz::right_options(question)),
                explanation: None,
                consequences: options
                    .iter()
                    .map(|option| Consequence {
                        id: option.id.clone(),
                        why: wording.fill(&option.why),
                        customer: Some(wording.fill(&option.customer)),
                        subscriber: Some(wording.fill(&option.subscriber)),
                        contractor: Some(wording.fill(&option.contractor)),
                    })
                    .collect(),
            },
        }
    }
}
