//! Faces of questions: asked, with their results, and explained.

use std::collections::BTreeMap;

use crate::i18n::messages::slides;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::quiz;
use crate::session::Answer;
use crate::session::Round;
use crate::text::Id;
use crate::ui::slide::Count;
use crate::ui::slide::Face;
use crate::ui::slide::Node;
use crate::ui::slide::OptionLine;
use crate::ui::slide::Wording;

/// How much of a question is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage<'a> {
    /// The question alone.
    Asked,
    /// The rounds' results, and what is right.
    Results(&'a [Round]),
    /// Why one option is good or bad, and what follows from it. Statements and orders have one explanation for all.
    Explained(&'a Id),
}

/// An option in the order in which the room sees it.
struct Shown {
    id: Id,
    text: String,
    is_right: bool,
}

/// The ids under which answers to `question` are counted, in the order in which the room sees them.
pub fn option_ids(question: &Question, seed: u64) -> Vec<Id> {
    match question.body {
        QuestionBody::Statement { .. } => vec![Id::from("true"), Id::from("false")],
        _ => quiz::room_order(question, seed),
    }
}

/// The options whose explanation can be shown, in the order in which the room sees them.
pub fn explained_ids(question: &Question, seed: u64) -> Vec<Id> {
    match &question.body {
        QuestionBody::Statement { is_true, .. } => vec![Id::from(if *is_true { "true" } else { "false" })],
        QuestionBody::Order { items, .. } => items.iter().take(1).map(|item| item.id.clone()).collect(),
        QuestionBody::Scenario { .. } | QuestionBody::Choice { .. } => option_ids(question, seed),
    }
}

/// The face of a question.
pub fn question_face(question: &Question, wording: Wording<'_>, seed: u64, stage: &Stage<'_>) -> Face {
    let face = match stage {
        Stage::Asked => asked(question, wording, seed),
        Stage::Results(rounds) => results(question, wording, seed, rounds),
        Stage::Explained(option) => explained(question, wording, seed, option),
    };
    Face { lang: wording.lang(), ..face }
}

fn shown(question: &Question, wording: Wording<'_>, seed: u64) -> Vec<Shown> {
    let lang = wording.lang();
    let of = |id: &Id| -> Option<(String, bool)> {
        match &question.body {
            QuestionBody::Scenario { options, .. } => options
                .iter()
                .find(|option| option.id == *id)
                .map(|option| (wording.fill(&option.text), option.correct)),
            QuestionBody::Choice { options, .. } => options
                .iter()
                .find(|option| option.id == *id)
                .map(|option| (wording.fill(&option.text), option.correct)),
            QuestionBody::Order { items, .. } => {
                items.iter().find(|item| item.id == *id).map(|item| (wording.fill(&item.text), false))
            }
            QuestionBody::Statement { is_true, .. } => Some(if id.as_str() == "true" {
                (slides::statement_true().text(lang), *is_true)
            } else {
                (slides::statement_false().text(lang), !*is_true)
            }),
        }
    };
    option_ids(question, seed)
        .into_iter()
        .filter_map(|id| {
            let (text, is_right) = of(&id)?;
            Some(Shown { id, text, is_right })
        })
        .collect()
}

fn title(question: &Question, wording: Wording<'_>) -> String {
    match &question.body {
        QuestionBody::Scenario { title, .. } => wording.fill(title),
        QuestionBody::Statement { text, .. } | QuestionBody::Choice { text, .. } | QuestionBody::Order { text, .. } => {
            wording.fill(text)
        }
    }
}

fn asked(question: &Question, wording: Wording<'_>, seed: u64) -> Face {
    let lang = wording.lang();
    let options: Vec<Node> = shown(question, wording, seed)
        .into_iter()
        .enumerate()
        .map(|(index, option)| Node::Choice(OptionLine { index, text: option.text, ..OptionLine::default() }))
        .collect();
    let mut arrangements = Vec::new();
    match &question.body {
        QuestionBody::Scenario { situation, question: ask, picture, .. } => {
            let situation = Node::Paragraph(wording.fill(situation));
            let ask = Node::Strong(wording.fill(ask));
            let picture = picture.as_ref().and_then(|picture| wording.picture(picture));
            let has_picture = picture.is_some();
            let mut left: Vec<Node> = picture.into_iter().collect();
            left.push(situation.clone());
            let mut right = vec![ask.clone()];
            right.extend(options.clone());
            if !has_picture {
                let mut stacked = vec![situation, ask];
                stacked.extend(options);
                arrangements.push(stacked);
            }
            arrangements.push(vec![Node::Columns(vec![left, right])]);
        }
        QuestionBody::Statement { .. } => {
            let mut nodes = vec![Node::Soft(slides::statement_ask().text(lang))];
            nodes.extend(options);
            arrangements.push(nodes);
        }
        QuestionBody::Choice { options: all, .. } => {
            let is_several = all.iter().filter(|option| option.correct).count() > 1;
            let hint = if is_several { slides::choose_several() } else { slides::choose_one() };
            let mut nodes = vec![Node::Soft(hint.text(lang))];
            nodes.extend(options.clone());
            arrangements.push(nodes);
            arrangements.push(options);
        }
        QuestionBody::Order { .. } => {
            let mut nodes = vec![Node::Soft(slides::order_ask().text(lang))];
            nodes.extend(options.clone());
            arrangements.push(nodes);
            arrangements.push(options);
        }
    }
    Face { title: title(question, wording), arrangements, ..Face::default() }
}

/// Counts of one round by option: individual answers and raised hands together.
pub fn round_counts(round: &Round) -> BTreeMap<Id, u32> {
    let mut counts = round.hands.clone();
    for (answer, _) in round.answers.values() {
        match answer {
            Answer::Options(options) => {
                for option in options {
                    *counts.entry(option.clone()).or_default() += 1;
                }
            }
            Answer::Truth(truth) => {
                *counts.entry(Id::from(if *truth { "true" } else { "false" })).or_default() += 1;
            }
            // An order is right or wrong as a whole: its items have no counts.
            Answer::Order(_) => {}
        }
    }
    counts
}

/// How many answered in one round: individually, and by raised hands as far as those can be told apart.
fn round_total(round: &Round, is_several: bool) -> u32 {
    let answers = u32::try_from(round.answers.len()).unwrap_or(u32::MAX);
    // With several right options one person raises a hand several times; the fullest option is the least there were.
    let hands = if is_several { round.hands.values().copied().max().unwrap_or(0) } else { round.hands.values().sum() };
    answers.saturating_add(hands)
}

fn results(question: &Question, wording: Wording<'_>, seed: u64, rounds: &[Round]) -> Face {
    let lang = wording.lang();
    let rounds: Vec<&Round> = rounds.iter().filter(|round| round.is_revealed).collect();
    let options = shown(question, wording, seed);
    let is_several = options.iter().filter(|option| option.is_right).count() > 1;
    let counts: Vec<(BTreeMap<Id, u32>, u32)> =
        rounds.iter().map(|round| (round_counts(round), round_total(round, is_several))).collect();
    let count_of = |id: &Id| -> Vec<Count> {
        counts
            .iter()
            .enumerate()
            // Where nobody answered there is nothing to compare.
            .filter(|(_, (_, total))| *total > 0)
            .map(|(index, (counts, total))| Count {
                label: if counts_label_needed(&rounds) { slides::round(index + 1).text(lang) } else { String::new() },
                count: counts.get(id).copied().unwrap_or(0),
                total: *total,
            })
            .collect()
    };
    let mut nodes = Vec::new();
    if let QuestionBody::Order { items, .. } = &question.body {
        nodes.push(Node::Soft(slides::order_right().text(lang)));
        for (place, item) in items.iter().enumerate() {
            let index = options.iter().position(|option| option.id == item.id).unwrap_or(place);
            let text = wording.fill(&item.text);
            nodes.push(Node::Choice(OptionLine { index, text, place: Some(place + 1), ..OptionLine::default() }));
        }
        for (number, round) in rounds.iter().enumerate() {
            let right: Vec<&Id> = items.iter().map(|item| &item.id).collect();
            let hits = round
                .answers
                .values()
                .filter(|(answer, _)| matches!(answer, Answer::Order(order) if order.iter().eq(right.iter().copied())))
                .count();
            if !round.answers.is_empty() {
                let said = slides::order_hits(hits, round.answers.len()).text(lang);
                let round =
                    if counts_label_needed(&rounds) { slides::round(number + 1).text(lang) } else { String::new() };
                nodes.push(Node::Strong(format!("{round} {said}").trim().to_owned()));
            }
        }
    } else {
        for (index, option) in options.into_iter().enumerate() {
            nodes.push(Node::Choice(OptionLine {
                index,
                place: None,
                right: option.is_right.then(|| slides::right().text(lang)),
                is_right: Some(option.is_right),
                counts: count_of(&option.id),
                text: option.text,
            }));
        }
    }
    let title = match &question.body {
        QuestionBody::Scenario { question: ask, .. } => wording.fill(ask),
        _ => title(question, wording),
    };
    Face { title, arrangements: vec![nodes], ..Face::default() }
}

fn counts_label_needed(rounds: &[&Round]) -> bool {
    rounds.len() > 1
}

fn explained(question: &Question, wording: Wording<'_>, seed: u64, chosen: &Id) -> Face {
    let lang = wording.lang();
    let options = shown(question, wording, seed);
    let line = |id: &Id| {
        options.iter().position(|option| option.id == *id).map(|index| {
            let option = &options[index];
            let mark = if option.is_right { slides::right() } else { slides::not_best() };
            Node::Choice(OptionLine {
                index,
                text: option.text.clone(),
                place: None,
                right: Some(mark.text(lang)),
                is_right: Some(option.is_right),
                counts: Vec::new(),
            })
        })
    };
    let mut nodes: Vec<Node> = Vec::new();
    let mut face_title = title(question, wording);
    match &question.body {
        QuestionBody::Scenario { options: all, .. } => {
            nodes.extend(line(chosen));
            if let Some(option) = all.iter().find(|option| option.id == *chosen) {
                nodes.push(Node::Paragraph(wording.fill(&option.why)));
                nodes.push(Node::Consequences(vec![
                    (slides::for_customer().text(lang), wording.fill(&option.customer)),
                    (slides::for_subscriber().text(lang), wording.fill(&option.subscriber)),
                    (slides::for_contractor().text(lang), wording.fill(&option.contractor)),
                ]));
            }
        }
        QuestionBody::Choice { options: all, .. } => {
            nodes.extend(line(chosen));
            if let Some(option) = all.iter().find(|option| option.id == *chosen) {
                nodes.push(Node::Paragraph(wording.fill(&option.why)));
            }
        }
        QuestionBody::Statement { text, is_true, explanation } => {
            let verdict = if *is_true { slides::statement_is_true() } else { slides::statement_is_false() };
            face_title = verdict.text(lang);
            nodes.push(Node::Quote { text: wording.fill(text), by: String::new() });
            nodes.push(Node::Paragraph(wording.fill(explanation)));
        }
        QuestionBody::Order { items, explanation, .. } => {
            nodes.push(Node::Numbered(items.iter().map(|item| wording.fill(&item.text)).collect()));
            nodes.push(Node::Paragraph(wording.fill(explanation)));
        }
    }
    Face { title: face_title, arrangements: vec![nodes], ..Face::default() }
}
