//! The themes: steps, questions with hands and answers, discussions, branches, a pause.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::SignedDuration;

use crate::pack::CoursePack;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::quiz;
use crate::rehearse::RehearseError;
use crate::rehearse::play::Play;
use crate::rehearse::test::reply;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Place;
use crate::text::Id;

/// Most people whose answers are entered one by one; the others raise hands.
const MOST_SINGLE_ANSWERS: usize = 3;

impl Play {
    pub(super) fn themes(&mut self) -> Result<(), RehearseError> {
        let pack = Arc::clone(&self.snapshot().state.script.pack);
        let left_out = left_out(&pack);
        let mut items = 0;
        for (count, (_, step)) in pack.steps().filter(|(_, step)| !step.branch_only).enumerate() {
            if Some(&step.id) == left_out.as_ref() {
                self.ask(Command::Skip { steps: vec![step.id.clone()], reason: self.words.skip_reason.to_owned() })?;
                continue;
            }
            self.ask(Command::Go { to: Place::Step(step.id.clone()) })?;
            if count == 3 {
                self.pause()?;
            }
            match &step.body {
                StepBody::Slide(_) | StepBody::Break { .. } => self.spend(step, 100)?,
                StepBody::Question(question) => {
                    self.spend(step, 30)?;
                    self.question(step, question, 60)?;
                    self.branch(&pack, question)?;
                }
                StepBody::Discussion(discussion) => {
                    self.spend(step, 50)?;
                    self.note(&step.id, &mut items)?;
                    self.spend(step, 40)?;
                    self.note(&step.id, &mut items)?;
                    let again = discussion.vote_again.as_ref().and_then(|id| pack.step(id));
                    if let Some((_, again)) = again {
                        self.vote_again(again)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Spends about this share of the step's planned time.
    pub(super) fn spend(&mut self, step: &Step, percent: usize) -> Result<(), RehearseError> {
        let planned = step.minutes as usize * 60 * percent / 100;
        self.wait_about(planned * 80 / 100, planned * 125 / 100)
    }

    fn pause(&mut self) -> Result<(), RehearseError> {
        self.wait_about(10, 20)?;
        self.ask(Command::Pause)?;
        self.wait_about(60, 150)?;
        self.ask(Command::Resume)
    }

    /// The room answers: phones for themselves, of the others a few at the desk and the rest by hands; then the
    /// results are shown.
    pub(super) fn question(
        &mut self,
        step: &Step,
        question: &Question,
        right_percent: usize,
    ) -> Result<(), RehearseError> {
        self.ask(Command::OpenQuestion { step: step.id.clone() })?;
        self.spend(step, 20)?;
        let present: Vec<_> = self.snapshot().state.present().map(|row| row.id).collect();
        let (phones, present): (Vec<_>, Vec<_>) = present.into_iter().partition(|row| self.has_phone(*row));
        let countable = quiz::countable(question);
        let single = if countable.is_empty() { present.len().min(8) } else { present.len().min(MOST_SINGLE_ANSWERS) };
        let mut answers = Vec::new();
        for participant in phones.iter().chain(present.iter().take(single)) {
            let is_right = self.random.chance(right_percent);
            let answer = reply(question, is_right, &mut self.random);
            let (step, participant, channel) = (step.id.clone(), *participant, Channel::Desk);
            answers.push(Command::Answer { step, round: None, participant, answer, channel });
        }
        self.ask_all(answers)?;
        let hands = u32::try_from(present.len() - single).unwrap_or(0);
        if hands > 0 && !countable.is_empty() {
            let counts = self.hands(question, &countable, hands, right_percent);
            self.ask(Command::CountHands { step: step.id.clone(), counts })?;
        }
        self.spend(step, 10)?;
        self.ask(Command::CloseQuestion { step: step.id.clone() })?;
        self.ask(Command::Reveal { step: step.id.clone() })?;
        self.spend(step, 40)
    }

    fn hands(&mut self, question: &Question, countable: &[Id], hands: u32, right_percent: usize) -> BTreeMap<Id, u32> {
        let mut counts: BTreeMap<Id, u32> = countable.iter().map(|option| (option.clone(), 0)).collect();
        for _ in 0..hands {
            let is_right = self.random.chance(right_percent);
            let chosen = match reply(question, is_right, &mut self.random) {
                quiz::Answer::Options(chosen) => chosen.into_iter().collect(),
                quiz::Answer::Truth(verdict) => vec![Id::from(if verdict { "true" } else { "false" })],
                quiz::Answer::Order(_) => Vec::new(),
            };
            for option in chosen {
                *counts.entry(option).or_default() += 1;
            }
        }
        counts
    }

    /// After some scenarios the room looks at where a wrong choice leads.
    fn branch(&mut self, pack: &CoursePack, question: &Question) -> Result<(), RehearseError> {
        let QuestionBody::Scenario { options, .. } = &question.body else {
            return Ok(());
        };
        let target = options.iter().find_map(|option| option.leads_to.as_ref()).and_then(|id| pack.step(id));
        let Some((_, step)) = target.filter(|(_, step)| step.branch_only) else {
            return Ok(());
        };
        self.ask(Command::Go { to: Place::Step(step.id.clone()) })?;
        self.spend(step, 30)?;
        if let Some(asked) = step.question() {
            self.question(step, asked, 75)?;
        }
        Ok(())
    }

    fn vote_again(&mut self, step: &Step) -> Result<(), RehearseError> {
        let Some(question) = step.question() else {
            return Ok(());
        };
        self.ask(Command::Go { to: Place::Step(step.id.clone()) })?;
        self.question(step, question, 92)
    }

    /// Writes down what the room says; the first note is reworded, the third dropped.
    pub(super) fn note(&mut self, step: &Id, items: &mut usize) -> Result<(), RehearseError> {
        let Some(text) = self.words.items.get(*items) else {
            return Ok(());
        };
        *items += 1;
        self.ask(Command::NoteItem { text: (*text).to_owned(), step: Some(step.clone()) })?;
        self.wait(SignedDuration::from_secs(20))?;
        let last = self.snapshot().state.items.keys().next_back().copied();
        match (*items, last) {
            (1, Some(item)) => self.ask(Command::ChangeItem { item, text: self.words.reworded_item.to_owned() }),
            (3, Some(item)) => self.ask(Command::DropItem { item }),
            _ => Ok(()),
        }
    }
}

/// A slide of the last theme that the room leaves out, if the theme has slides to spare.
fn left_out(pack: &CoursePack) -> Option<Id> {
    let slides = |step: &&Step| matches!(step.body, StepBody::Slide(_)) && !step.branch_only;
    let last: Vec<&Step> = pack.themes.last()?.steps.iter().filter(slides).collect();
    last.get(1).filter(|_| last.len() > 2).map(|step| step.id.clone())
}
