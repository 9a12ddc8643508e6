//! What the room answered, counted.

use std::collections::BTreeMap;

use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::quiz;
use crate::session::Answer;
use crate::session::Round;
use crate::session::State;
use crate::text::Id;

/// The answers of one round, hands and individual answers together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How often each option was chosen; `true` and `false` for a statement. Every option has its
    /// count, 0 included. Empty for an order.
    pub counts: BTreeMap<Id, u32>,
    /// How many answered: individually, and by hands where one hand is one person.
    pub answered: u32,
    /// How many individual answers there are.
    pub individual: u32,
    /// How many of the individual answers are right; hands for several options tell no whole answers.
    pub individual_right: u32,
    /// How many answers can be judged right or wrong: hands as well, where one hand is one whole answer.
    pub judged: u32,
    /// How many of those are right.
    pub right: u32,
}

impl State {
    /// The tally of a round of the question on `step`; `round` counts from 1. Answers of rows that do
    /// not stand are left out.
    pub fn tally(&self, step: &Id, round: u32) -> Option<Tally> {
        let index = usize::try_from(round).ok()?.checked_sub(1)?;
        let round = self.questions.get(step)?.rounds.get(index)?;
        self.tally_of(step, round)
    }

    /// The tally of the current round of the question on `step`.
    pub fn current_tally(&self, step: &Id) -> Option<Tally> {
        self.tally_of(step, self.round(step)?)
    }

    fn tally_of(&self, step: &Id, round: &Round) -> Option<Tally> {
        let (_, found) = self.script.pack.step(step)?;
        let question = found.question()?;
        let mut tally = Tally::default();
        for option in quiz::countable(question) {
            let hands = round.hands.get(&option).copied().unwrap_or(0);
            tally.counts.insert(option, hands);
        }
        tally.answered = if quiz::chooses_several(question) {
            round.hands.values().copied().max().unwrap_or(0)
        } else {
            round.hands.values().fold(0, |sum, count| sum.saturating_add(*count))
        };
        if !quiz::chooses_several(question) {
            let right = round.hands.iter().filter(|(option, _)| quiz::is_right(question, &chosen(question, option)));
            (tally.right, tally.judged) = (sum(right.map(|(_, hands)| *hands)), tally.answered);
        }
        let answers = round.answers.iter().filter(|(id, _)| self.participants.get(id).is_some_and(|row| row.stands()));
        for (answer, _) in answers.map(|(_, answer)| answer) {
            tally.answered = tally.answered.saturating_add(1);
            tally.individual += 1;
            tally.individual_right += u32::from(quiz::is_right(question, answer));
            tally.judged = tally.judged.saturating_add(1);
            tally.right = tally.right.saturating_add(u32::from(quiz::is_right(question, answer)));
            match answer {
                Answer::Options(chosen) => chosen.iter().for_each(|option| tally.count(option)),
                Answer::Truth(verdict) => tally.count(&Id::from(if *verdict { "true" } else { "false" })),
                Answer::Order(_) => {}
            }
        }
        Some(tally)
    }
}

/// The answer of somebody who raises their hand for `option`.
fn chosen(question: &Question, option: &Id) -> Answer {
    match &question.body {
        QuestionBody::Statement { .. } => Answer::Truth(option.as_str() == "true"),
        QuestionBody::Scenario { .. } | QuestionBody::Choice { .. } | QuestionBody::Order { .. } => {
            Answer::Options([option.clone()].into())
        }
    }
}

fn sum(counts: impl Iterator<Item = u32>) -> u32 {
    counts.fold(0, u32::saturating_add)
}

impl Tally {
    fn count(&mut self, option: &Id) {
        if let Some(count) = self.counts.get_mut(option) {
            *count = count.saturating_add(1);
        }
    }
}
