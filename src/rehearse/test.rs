//! The final test in all its manners, and feedback.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::pack::FeedbackKind;
use crate::pack::Question;
use crate::quiz;
use crate::quiz::Random;
use crate::rehearse::RehearseError;
use crate::rehearse::cast::Part;
use crate::rehearse::play::Play;
use crate::session::Answer;
use crate::session::Command;
use crate::session::FeedbackAnswer;
use crate::session::FeedbackForm;
use crate::session::Manner;
use crate::session::ParticipantId;

/// Most people who take the test at the trainer's computer, one after another.
const MOST_AT_DESK: usize = 5;

/// Somebody who takes the test.
struct Taker {
    row: ParticipantId,
    part: Part,
    knows_percent: usize,
    manner: Manner,
}

/// How an attempt is to end.
#[derive(Clone, Copy)]
enum Aim {
    Fail,
    Pass,
    /// Each question is answered rightly with this chance, in per cent.
    Knows(usize),
}

impl Play {
    pub(super) fn final_test(&mut self) -> Result<(), RehearseError> {
        let takers = self.takers();
        // Everybody with a sheet writes at the same time, while the desk serves one after another.
        for taker in takers.iter().filter(|taker| taker.manner == Manner::Paper) {
            self.ask(Command::StartAttempt { participant: taker.row, manner: Manner::Paper })?;
        }
        let share =
            share_of(self.snapshot().state.script.pack.final_test.map_or(0, |rules| rules.minutes), takers.len());
        for taker in &takers {
            self.wait_about(share / 2, share * 3 / 2)?;
            match taker.part {
                Part::FailsOnce => {
                    self.take(taker, Aim::Fail)?;
                    self.take(taker, Aim::Pass)?;
                }
                Part::FailsTwice => {
                    self.take(taker, Aim::Fail)?;
                    self.take(taker, Aim::Fail)?;
                }
                Part::VoidAttempt => {
                    self.take(taker, Aim::Pass)?;
                    let reason = self.words.void_attempt.to_owned();
                    self.ask(Command::VoidAttempt { participant: taker.row, reason })?;
                    self.take(taker, Aim::Pass)?;
                }
                _ => self.take(taker, Aim::Knows(taker.knows_percent))?,
            }
        }
        Ok(())
    }

    fn takers(&self) -> Vec<Taker> {
        let snapshot = self.snapshot();
        let state = &snapshot.state;
        let mut at_desk = 0;
        let here = self.cast.people.iter().filter_map(|person| {
            let row = person.row.filter(|row| state.present().any(|here| here.id == *row))?;
            Some((row, person.part, person.knows_percent))
        });
        let trainer = self.words.trainer;
        let takers = here.map(|(row, part, knows_percent)| {
            let manner = match part {
                Part::OnPaper => Manner::Paper,
                Part::Orally => Manner::Oral { witness: trainer.to_owned() },
                _ if self.has_phone(row) => Manner::Phone,
                _ if at_desk < MOST_AT_DESK => {
                    at_desk += 1;
                    Manner::Desk
                }
                _ => Manner::Paper,
            };
            Taker { row, part, knows_percent, manner }
        });
        takers.collect()
    }

    /// One attempt, from its beginning (if it has not begun) to handing it in.
    fn take(&mut self, taker: &Taker, aim: Aim) -> Result<(), RehearseError> {
        let participant = taker.row;
        let open = |play: &Self| {
            let snapshot = play.snapshot();
            let state = &snapshot.state;
            let row = state.participants.get(&participant)?;
            let attempt = row.open_attempt().map(|attempt| Arc::clone(&attempt.paper));
            let allowed = state.script.pack.final_test.map_or(0, |rules| rules.attempts);
            let may_begin = !row.has_passed() && row.counted_attempts() < allowed;
            (attempt.is_some() || may_begin).then_some(attempt)
        };
        let Some(attempt) = open(self) else {
            return Ok(());
        };
        if attempt.is_none() {
            self.ask(Command::StartAttempt { participant, manner: taker.manner.clone() })?;
        }
        let Some(paper) = open(self).flatten() else {
            return Ok(());
        };
        let pack = Arc::clone(&self.snapshot().state.script.pack);
        let marks = self.marks(aim, paper.questions.len(), pack.final_test.map_or(0, |rules| rules.pass_percent));
        for (drawn, is_right) in paper.questions.iter().zip(marks) {
            let Some((_, question)) = pack.test_question(&drawn.question) else { continue };
            if taker.manner == Manner::Desk {
                self.wait_about(5, 25)?;
            } else if taker.manner != Manner::Phone && !is_right && self.random.chance(15) {
                // Left blank on the sheet.
                continue;
            }
            let answer = reply(question, is_right, &mut self.random);
            self.ask(Command::AnswerTest { participant, attempt: None, question: question.id.clone(), answer })?;
        }
        self.ask(Command::SubmitAttempt { participant, attempt: None })
    }

    /// Which of the questions are answered rightly.
    fn marks(&mut self, aim: Aim, total: usize, pass_percent: u8) -> Vec<bool> {
        let needed = (0..=total).find(|correct| quiz::passes(*correct, total, pass_percent)).unwrap_or(total);
        let right = match aim {
            Aim::Fail => needed.saturating_sub(1 + self.random.below(needed.min(3))),
            Aim::Pass => needed + self.random.below(total - needed + 1),
            Aim::Knows(percent) => (0..total).filter(|_| self.random.chance(percent)).count(),
        };
        let mut marks: Vec<bool> = (0..total).map(|index| index < right).collect();
        self.random.shuffle(&mut marks);
        marks
    }

    /// Four of five give feedback.
    pub(super) fn feedback(&mut self) -> Result<(), RehearseError> {
        let pack = Arc::clone(&self.snapshot().state.script.pack);
        let Some(form) = &pack.feedback else {
            return Ok(());
        };
        let people = self.snapshot().state.present().count();
        let share = share_of(form.minutes, people);
        let mut phones = self.with_phones().into_iter();
        for _ in 0..people {
            let phone = phones.next();
            self.wait_about(share / 2, share * 3 / 2)?;
            if self.random.chance(20) {
                continue;
            }
            let mut answers = BTreeMap::new();
            for question in &form.questions {
                match question.kind {
                    FeedbackKind::Scale { .. } => {
                        let value = [5, 5, 4, 4, 4, 3, 2][self.random.below(7)];
                        answers.insert(question.id.clone(), FeedbackAnswer::Scale(value));
                    }
                    FeedbackKind::FreeText if self.random.chance(35) => {
                        let texts = self.words.feedback;
                        let text = texts[self.random.below(texts.len())].to_owned();
                        answers.insert(question.id.clone(), FeedbackAnswer::Text(text));
                    }
                    FeedbackKind::FreeText => {}
                }
            }
            let key = format!("{:016x}{:016x}", self.random.next_u64(), self.random.next_u64());
            if answers.is_empty() {
                continue;
            }
            let form = FeedbackForm { key, answers };
            match phone {
                Some(index) => self.give_by_phone(index, &form)?,
                None => self.ask(Command::GiveFeedback(form))?,
            }
        }
        Ok(())
    }
}

/// Everybody's share of the planned minutes, in seconds.
fn share_of(minutes: u32, people: usize) -> usize {
    minutes as usize * 60 / people.max(1)
}

/// An answer that fits the question and is right or wrong as asked.
pub(super) fn reply(question: &Question, is_right: bool, random: &mut Random) -> Answer {
    let mut options = quiz::options(question);
    let mut replies = vec![
        Answer::Truth(true),
        Answer::Truth(false),
        Answer::Options(quiz::right_options(question)),
        Answer::Order(options.clone()),
    ];
    random.shuffle(&mut options);
    replies.extend(options.iter().map(|option| Answer::Options([option.clone()].into())));
    if options == quiz::options(question) {
        options.reverse();
    }
    replies.push(Answer::Order(options));
    let fitting = || replies.iter().filter(|reply| quiz::fits(question, reply));
    let wanted = fitting().find(|reply| quiz::is_right(question, reply) == is_right);
    // A question that cannot be answered wrongly is answered rightly.
    wanted.or_else(|| fitting().next()).cloned().unwrap_or(Answer::Truth(is_right))
}
