//! Taking what happened into the state.

use std::sync::Arc;

use jiff::Timestamp;

use crate::quiz;
use crate::session::Amendment;
use crate::session::Attempt;
use crate::session::AttemptResult;
use crate::session::Change;
use crate::session::Correction;
use crate::session::Event;
use crate::session::Item;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::session::Place;
use crate::session::Round;
use crate::session::State;
use crate::session::Stay;
use crate::session::Visit;
use crate::text::Id;

impl State {
    /// Takes one event in. Infallible: whatever `decide` let through applies, and what it would never
    /// have let through (a foreign journal) is passed over where it makes no sense.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of event")]
    pub fn apply(&mut self, at: Timestamp, event: &Event) {
        match event {
            // Not counted: a form leaves no trace of when it came, and an address none once it is taken back.
            Event::FeedbackGiven(form) => {
                Arc::make_mut(&mut self.feedback).insert(form.key.clone(), form.clone());
                return;
            }
            Event::HandoutAsked { participant, address } => {
                self.with(*participant, |row| row.handout_to.clone_from(address));
                return;
            }
            _ => self.events += 1,
        }
        match event {
            // The first event made this state; the other two were taken above.
            Event::Opened(_) | Event::FeedbackGiven(_) | Event::HandoutAsked { .. } => {}
            Event::SignedIn { participant, details, signature, channel, phone } => {
                let row = Participant {
                    id: *participant,
                    details: details.clone(),
                    signature: signature.clone(),
                    signature_out: None,
                    channel: *channel,
                    stays: vec![Stay { from: at, to: None }],
                    signed_out: false,
                    removed: None,
                    merged_into: None,
                    attempts: Vec::new(),
                    handout_to: None,
                };
                self.participants.insert(*participant, Arc::new(row));
                if let Some(phone) = phone {
                    Arc::make_mut(&mut self.phones).insert(phone.clone(), *participant);
                }
            }
            Event::Departed { participant } => self.with(*participant, |row| row.leave(at)),
            Event::Returned { participant } => self.with(*participant, |row| {
                row.signed_out = false;
                row.stays.push(Stay { from: at, to: None });
            }),
            Event::SignedOut { participant, signature, channel: _ } => self.with(*participant, |row| {
                row.leave(at);
                row.signed_out = true;
                row.signature_out.clone_from(signature);
            }),
            Event::Corrected { participant, correction, reason } => {
                self.correct(at, *participant, correction, reason);
            }
            Event::Removed { participant, reason } => {
                self.with(*participant, |row| row.removed = Some(reason.clone()));
                self.amend(at, *participant, Change::Removed, reason);
            }
            Event::Restored { participant, reason } => {
                self.with(*participant, |row| row.removed = None);
                self.amend(at, *participant, Change::Restored, reason);
            }
            Event::Merged { from, into, reason } => {
                self.merge(*from, *into);
                self.amend(at, *from, Change::Merged { into: *into }, reason);
            }
            Event::Moved { to } => self.go(at, to),
            Event::Skipped { steps, reason } => {
                for step in steps {
                    self.skipped.insert(step.clone(), reason.clone());
                }
            }
            Event::Paused => self.pauses.push((at, None)),
            Event::Resumed => {
                if let Some((_, end @ None)) = self.pauses.last_mut() {
                    *end = Some(at);
                }
            }
            Event::QuestionOpened { step, round } => self.open_question(step, *round),
            Event::Answered { step, round, participant, answer, channel } => self.with_round(step, *round, |round| {
                round.answers.insert(*participant, (answer.clone(), *channel));
            }),
            Event::HandsCounted { step, round, counts } => {
                self.with_round(step, *round, |round| round.hands.clone_from(counts));
            }
            Event::QuestionClosed { step, round } => self.with_round(step, *round, |round| round.is_open = false),
            Event::Revealed { step, round } => self.with_round(step, *round, |round| round.is_revealed = true),
            Event::ItemNoted { item, text, step } => {
                self.next_item = self.next_item.max(item.0.saturating_add(1));
                self.items.insert(*item, Item { id: *item, text: text.clone(), step: step.clone(), at });
            }
            Event::ItemChanged { item, text } => {
                if let Some(item) = self.items.get_mut(item) {
                    item.text.clone_from(text);
                }
            }
            Event::ItemDropped { item } => {
                self.items.remove(item);
            }
            Event::AttemptStarted { participant, attempt, manner } => {
                let Some(paper) = self.participants.get(participant).map(|row| self.paper(row, *attempt)) else {
                    return;
                };
                let attempt = Attempt {
                    number: *attempt,
                    manner: manner.clone(),
                    paper: Arc::new(paper),
                    answers: Default::default(),
                    started_at: at,
                    result: None,
                    void: None,
                };
                self.with(*participant, |row| row.attempts.push(attempt));
            }
            Event::TestAnswered { participant, attempt, question, answer } => {
                self.with_attempt(*participant, *attempt, |attempt| {
                    attempt.answers.insert(question.clone(), answer.clone());
                });
            }
            Event::AttemptSubmitted { participant, attempt } => self.submit(at, *participant, *attempt),
            Event::AttemptVoided { participant, attempt, reason } => {
                self.with_attempt(*participant, *attempt, |attempt| attempt.void = Some(reason.clone()));
                self.amend(at, *participant, Change::AttemptVoided { attempt: *attempt }, reason);
            }
            Event::HandoutReleased => self.handout_released = true,
            Event::Ticked { item, done } => {
                if *done {
                    self.ticked.insert(item.clone());
                } else {
                    self.ticked.remove(item);
                }
            }
            Event::Studied { place, seconds } => Arc::make_mut(&mut self.study).count(at, place, *seconds),
            Event::StepFinished { step } => {
                Arc::make_mut(&mut self.study).finished.insert(step.clone());
            }
            Event::Credited { themes, ground } => {
                let credits = &mut Arc::make_mut(&mut self.study).credits;
                credits.extend(themes.iter().map(|credit| (credit.theme.clone(), (credit.clone(), ground.clone()))));
            }
            Event::Closed { feedback_digest: _ } => self.closed_at = Some(at),
        }
    }

    fn with(&mut self, participant: ParticipantId, change: impl FnOnce(&mut Participant)) {
        if let Some(row) = self.participants.get_mut(&participant) {
            change(Arc::make_mut(row));
        }
    }

    fn with_attempt(&mut self, participant: ParticipantId, number: u32, change: impl FnOnce(&mut Attempt)) {
        self.with(participant, |row| {
            if let Some(attempt) = row.attempts.iter_mut().find(|attempt| attempt.number == number) {
                change(attempt);
            }
        });
    }

    fn with_round(&mut self, step: &Id, number: u32, change: impl FnOnce(&mut Round)) {
        let index = usize::try_from(number).unwrap_or(usize::MAX).wrapping_sub(1);
        let question = self.questions.get_mut(step).map(Arc::make_mut);
        if let Some(round) = question.and_then(|question| question.rounds.get_mut(index)) {
            change(round);
        }
    }

    fn amend(&mut self, at: Timestamp, participant: ParticipantId, change: Change, reason: &str) {
        self.amendments.push(Amendment { at, participant, change, reason: reason.to_owned() });
    }

    fn go(&mut self, at: Timestamp, to: &Place) {
        if self.place == Place::Lobby {
            self.started_at.get_or_insert(at);
        }
        if let Place::Step(step) = to {
            // It was to be left out, and yet it is shown.
            self.skipped.remove(step);
        }
        self.place = to.clone();
        self.visits.push(Visit { place: to.clone(), from: at });
    }

    fn open_question(&mut self, step: &Id, number: u32) {
        let rounds = &mut Arc::make_mut(self.questions.entry(step.clone()).or_default()).rounds;
        if rounds.len() < usize::try_from(number).unwrap_or(0) {
            rounds.push(Round::default());
        }
        self.with_round(step, number, |round| round.is_open = true);
    }

    fn correct(&mut self, at: Timestamp, participant: ParticipantId, correction: &Correction, reason: &str) {
        let Some(row) = self.participants.get_mut(&participant).map(Arc::make_mut) else {
            return;
        };
        let before = match correction {
            Correction::Details(details) => {
                Some(Correction::Details(std::mem::replace(&mut row.details, details.clone())))
            }
            Correction::Arrival(arrival) => {
                row.stays.first_mut().map(|stay| Correction::Arrival(std::mem::replace(&mut stay.from, *arrival)))
            }
            Correction::Departure(departure) => {
                row.stays.last_mut().map(|stay| Correction::Departure(stay.to.replace(*departure).unwrap_or(at)))
            }
        };
        if let Some(before) = before {
            self.amend(at, participant, Change::Corrected { before, after: correction.clone() }, reason);
        }
    }

    /// The row `into` takes over the stays, attempts and answers of `from`; its phone stands for `into` from now on.
    fn merge(&mut self, from: ParticipantId, into: ParticipantId) {
        let Some(source) = self.participants.get_mut(&from).map(Arc::make_mut) else {
            return;
        };
        source.merged_into = Some(into);
        let (stays, attempts) = (source.stays.clone(), source.attempts.clone());
        let signed_out = source.signed_out.then(|| source.signature_out.clone());
        self.with(into, |target| {
            target.stays.extend(stays);
            target.stays = united(std::mem::take(&mut target.stays));
            for attempt in attempts {
                target.attempts.push(Attempt { number: target.next_attempt(), ..attempt });
            }
            if let Some(signature) = signed_out.filter(|_| !target.signed_out && !target.is_present()) {
                target.signed_out = true;
                target.signature_out = target.signature_out.take().or(signature);
            }
        });
        for question in self.questions.values_mut() {
            if question.rounds.iter().any(|round| round.answers.contains_key(&from)) {
                for round in &mut Arc::make_mut(question).rounds {
                    if let Some(answer) = round.answers.remove(&from) {
                        round.answers.entry(into).or_insert(answer);
                    }
                }
            }
        }
    }

    fn submit(&mut self, at: Timestamp, participant: ParticipantId, number: u32) {
        let pack = Arc::clone(&self.script.pack);
        self.with_attempt(participant, number, |attempt| {
            let is_right = |id: &Id| {
                let question = pack.test_question(id).map(|(_, question)| question);
                question.zip(attempt.answers.get(id)).is_some_and(|(question, answer)| quiz::is_right(question, answer))
            };
            let total = attempt.paper.questions.len();
            let correct = attempt.paper.questions.iter().filter(|drawn| is_right(&drawn.question)).count();
            let pass_percent = pack.final_test.map_or(100, |rules| rules.pass_percent);
            let passed = quiz::passes(correct, total, pass_percent);
            attempt.result = Some(AttemptResult { at, correct, total, passed });
        });
    }
}

impl Participant {
    fn leave(&mut self, at: Timestamp) {
        if let Some(stay) = self.stays.last_mut().filter(|stay| stay.to.is_none()) {
            stay.to = Some(at);
        }
    }
}

/// Stays in their order, those that overlap or touch made one.
fn united(mut stays: Vec<Stay>) -> Vec<Stay> {
    stays.sort_by_key(|stay| stay.from);
    let mut united: Vec<Stay> = Vec::new();
    for stay in stays {
        match united.last_mut() {
            Some(last) if last.to.is_none_or(|to| stay.from <= to) => {
                last.to = last.to.zip(stay.to).map(|(one, two)| one.max(two));
            }
            _ => united.push(stay),
        }
    }
    united
}
