//! The course of the day: what happens when, through the one door.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::Timestamp;
use serde_json::Value;
use serde_json::json;

use crate::clock::SetClock;
use crate::engine::Client;
use crate::engine::Snapshot;
use crate::quiz::Random;
use crate::rehearse::RehearseError;
use crate::rehearse::cast::{Cast, Part};
use crate::rehearse::hand::signature;
use crate::rehearse::phones::Phones;
use crate::rehearse::words::Words;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Correction;
use crate::session::Details;
use crate::session::FeedbackForm;
use crate::session::Manner;
use crate::session::ParticipantId;
use crate::session::Place;
use crate::session::Signature;

/// How long a beat of activity is that a self-study counts.
const BEAT: SignedDuration = SignedDuration::from_secs(60);

/// Something that happens at its time whatever the room is doing.
#[derive(Clone, Copy, Debug)]
enum Cue {
    SignIn(usize),
    Depart(usize),
    Return(usize),
    SignInAgain(usize),
    SignInStranger,
    RemoveByMistake(usize),
    PutBack(usize),
    CorrectName(usize),
    CorrectArrival(usize),
    CorrectDeparture(usize),
}

/// The play while it runs.
pub(super) struct Play {
    client: Client,
    clock: Arc<SetClock>,
    now: Timestamp,
    pub(super) random: Random,
    pub(super) cast: Cast,
    pub(super) words: &'static Words,
    /// By time, and by the order in which they were thought of.
    cues: BTreeMap<(Timestamp, usize), Cue>,
    cues_thought_of: usize,
    /// The phones of those who have one, when there are phones at all.
    phones: Option<RefCell<Phones>>,
    /// Where the learner of a self-study is active while time passes.
    pub(super) studies: Option<Place>,
}

impl Play {
    pub(super) fn new(
        client: Client,
        clock: Arc<SetClock>,
        now: Timestamp,
        random: Random,
        cast: Cast,
        words: &'static Words,
        phones: Option<Phones>,
    ) -> Self {
        let phones = phones.map(RefCell::new);
        Self {
            client,
            clock,
            now,
            random,
            cast,
            words,
            cues: BTreeMap::new(),
            cues_thought_of: 0,
            phones,
            studies: None,
        }
    }

    pub(super) fn whole_session(&mut self) -> Result<(), RehearseError> {
        self.think_of_everything();
        self.tick_first()?;
        self.wait(SignedDuration::from_mins(20))?;
        self.themes()?;
        let pack = Arc::clone(&self.snapshot().state.script.pack);
        if pack.final_test.is_some() {
            self.ask(Command::Go { to: Place::FinalTest })?;
            self.final_test()?;
        }
        if pack.feedback.is_some() {
            self.ask(Command::Go { to: Place::Feedback })?;
            self.feedback()?;
        }
        self.ask(Command::Go { to: Place::SignOut })?;
        self.sign_out()?;
        for item in pack.checklist.after.iter().take(1) {
            self.ask(Command::Tick { item: item.id.clone(), done: true })?;
        }
        self.wait(SignedDuration::from_mins(2))?;
        // Whatever was to happen after the end happens before it.
        while let Some((_, cue)) = self.cues.pop_first() {
            self.happen(cue)?;
        }
        self.ask(Command::Close)?;
        Ok(())
    }

    /// When each of the people comes and goes; minutes count from the opening, the course begins at 20.
    fn think_of_everything(&mut self) {
        let planned = i64::from(self.snapshot().state.script.pack.planned_minutes());
        for index in 0..self.cast.people.len() {
            let jitter = i64::try_from(self.random.below(600)).unwrap_or(0);
            let arrival = match self.cast.people[index].part {
                Part::Late => 20 * 60 + planned * 8 + jitter,
                Part::EnteredLate => 21 * 60 + jitter / 4,
                _ => 60 + jitter * 7 / 4,
            };
            self.cue(arrival, Cue::SignIn(index));
            let middle = 20 * 60 + planned * 20;
            match self.cast.people[index].part {
                Part::LeavesEarly => self.cue(20 * 60 + planned * 35 + jitter, Cue::Depart(index)),
                Part::AwayForAWhile => {
                    self.cue(middle + jitter / 4, Cue::Depart(index));
                    self.cue(middle + jitter / 4 + planned * 15, Cue::Return(index));
                }
                Part::SignsInTwice => self.cue(middle + 60, Cue::SignInAgain(index)),
                Part::RemovedByMistake => {
                    self.cue(middle + 300, Cue::RemoveByMistake(index));
                    self.cue(middle + 420, Cue::PutBack(index));
                }
                Part::Misspelt => self.cue(middle + 500, Cue::CorrectName(index)),
                Part::EnteredLate => self.cue(middle + 560, Cue::CorrectArrival(index)),
                Part::LeavesUnnoticed => self.cue(20 * 60 + planned * 50, Cue::CorrectDeparture(index)),
                _ => {}
            }
        }
        if self.cast.people.len() > 8 {
            self.cue(12 * 60, Cue::SignInStranger);
        }
    }

    fn cue(&mut self, seconds: i64, cue: Cue) {
        let at = self.snapshot().state.opened_at + SignedDuration::from_secs(seconds);
        self.cues_thought_of += 1;
        self.cues.insert((at, self.cues_thought_of), cue);
    }

    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        self.client.snapshot()
    }

    /// Asks for something: by the phone of the person whom it concerns, if theirs is in the room.
    pub(super) fn ask(&self, command: Command) -> Result<(), RehearseError> {
        if let Some((phones, index, what)) = self.by_phone(&command) {
            phones.borrow_mut().ask(index, &what)?;
        } else {
            self.client.ask(command)?;
        }
        Ok(())
    }

    /// Lets everybody ask for theirs: phones all at once, as a room does, the others after them.
    pub(super) fn ask_all(&self, commands: Vec<Command>) -> Result<(), RehearseError> {
        let mut at_once = Vec::new();
        let mut others = Vec::new();
        for command in commands {
            match self.by_phone(&command) {
                Some((_, index, what)) => at_once.push((index, what)),
                None => others.push(command),
            }
        }
        if let Some(phones) = self.phones.as_ref().filter(|_| !at_once.is_empty()) {
            phones.borrow_mut().ask_all(at_once)?;
        }
        others.into_iter().try_for_each(|command| self.ask(command))
    }

    /// The command as the phone of the person says it whom it concerns; `None` when it is the trainer's or the desk's.
    fn by_phone(&self, command: &Command) -> Option<(&RefCell<Phones>, usize, Value)> {
        let phones = self.phones.as_ref()?;
        let snapshot = self.snapshot();
        let open = |participant: &ParticipantId| {
            snapshot
                .state
                .participants
                .get(participant)
                .and_then(|row| row.open_attempt().filter(|attempt| attempt.manner == Manner::Phone))
                .map(|attempt| attempt.number)
        };
        let (participant, what) = match command {
            Command::Answer { step, participant, answer, .. } => {
                let rounds = &snapshot.state.questions.get(step)?.rounds;
                (participant, json!({"answer": {"step": step, "round": rounds.len(), "answer": answer}}))
            }
            Command::StartAttempt { participant, manner: Manner::Phone } => (participant, json!({"start_test": {}})),
            Command::AnswerTest { participant, question, answer, .. } => {
                let attempt = open(participant)?;
                let what = json!({"attempt": attempt, "question": question, "answer": answer});
                (participant, json!({ "answer_test": what }))
            }
            Command::SubmitAttempt { participant, .. } => {
                (participant, json!({"submit_test": {"attempt": open(participant)?}}))
            }
            Command::SignOut { participant, signature, .. } => {
                (participant, json!({"sign_out": {"signature": signature}}))
            }
            _ => return None,
        };
        let index = self.cast.people.iter().position(|person| person.row == Some(*participant))?;
        phones.borrow().is_here(index).then_some((phones, index, what))
    }

    /// Whether the person's phone is in the room.
    pub(super) fn has_phone(&self, participant: ParticipantId) -> bool {
        let index = self.cast.people.iter().position(|person| person.row == Some(participant));
        self.phones.as_ref().zip(index).is_some_and(|(phones, index)| phones.borrow().is_here(index))
    }

    /// The people whose phones are in the room.
    pub(super) fn with_phones(&self) -> Vec<usize> {
        let Some(phones) = &self.phones else { return Vec::new() };
        (0..self.cast.people.len()).filter(|index| phones.borrow().is_here(*index)).collect()
    }

    /// Gives feedback from a person's phone.
    pub(super) fn give_by_phone(&self, index: usize, form: &FeedbackForm) -> Result<(), RehearseError> {
        if let Some(phones) = &self.phones {
            phones.borrow_mut().give_feedback(index, form)?;
        }
        Ok(())
    }

    /// Lets time pass, and with it what happens in it.
    pub(super) fn wait(&mut self, time: SignedDuration) -> Result<(), RehearseError> {
        let until = self.now + time;
        if let Some(place) = self.studies.clone() {
            return self.study_until(&place, until);
        }
        while let Some(entry) = self.cues.first_entry().filter(|entry| entry.key().0 <= until) {
            let ((at, _), cue) = entry.remove_entry();
            self.now = self.now.max(at);
            self.clock.set(self.now);
            self.happen(cue)?;
        }
        // What happened may have taken longer than was waited for.
        self.now = self.now.max(until);
        self.clock.set(self.now);
        Ok(())
    }

    /// Lets time pass in beats of activity, as the window counts them.
    fn study_until(&mut self, place: &Place, until: Timestamp) -> Result<(), RehearseError> {
        while self.now < until {
            let beat = until.duration_since(self.now).min(BEAT);
            self.now += beat;
            self.clock.set(self.now);
            let seconds = u32::try_from(beat.as_secs()).unwrap_or(0);
            self.ask(Command::Study { place: place.clone(), seconds })?;
        }
        Ok(())
    }

    /// Waits for a random time of `from` to `to` seconds.
    pub(super) fn wait_about(&mut self, from: usize, to: usize) -> Result<(), RehearseError> {
        let seconds = from + self.random.below(to.saturating_sub(from) + 1);
        self.wait(SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(0)))
    }

    fn happen(&mut self, cue: Cue) -> Result<(), RehearseError> {
        match cue {
            Cue::SignIn(index) => self.sign_in(index),
            Cue::Depart(index) => {
                if let Some(phones) = &self.phones {
                    phones.borrow_mut().is_cut(index);
                }
                self.for_row(index, |participant| Command::Depart { participant })
            }
            Cue::Return(index) => self.come_back(index),
            Cue::SignInAgain(index) => self.sign_in_again(index),
            Cue::SignInStranger => self.sign_in_stranger(),
            Cue::RemoveByMistake(index) => {
                let reason = self.words.not_a_participant.to_owned();
                self.for_row(index, |participant| Command::Remove { participant, reason })
            }
            Cue::PutBack(index) => {
                let reason = self.words.right_after_all.to_owned();
                self.for_row(index, |participant| Command::Restore { participant, reason })
            }
            Cue::CorrectName(index) => {
                let correction = Correction::Details(self.cast.people[index].details.clone());
                self.correct(index, correction, self.words.misspelt)
            }
            Cue::CorrectArrival(index) => {
                let arrival = self.snapshot().state.opened_at + SignedDuration::from_mins(17);
                self.correct(index, Correction::Arrival(arrival), self.words.came_earlier)
            }
            Cue::CorrectDeparture(index) => {
                let row = self.cast.people[index].row;
                let snapshot = self.snapshot();
                let last = row.and_then(|row| snapshot.state.participants.get(&row)?.stays.last());
                let Some(last) = last else { return Ok(()) };
                let departure = (self.now - SignedDuration::from_mins(12)).max(last.from);
                self.correct(index, Correction::Departure(departure), self.words.left_unnoticed)
            }
        }
    }

    fn for_row(&self, index: usize, command: impl FnOnce(ParticipantId) -> Command) -> Result<(), RehearseError> {
        self.cast.people[index].row.map_or(Ok(()), |row| self.ask(command(row)))
    }

    /// Whoever was away comes back: with the phone that kept its secret, or past the desk.
    fn come_back(&self, index: usize) -> Result<(), RehearseError> {
        match self.phones.as_ref().filter(|phones| phones.borrow().is_known(index)) {
            Some(phones) => {
                let mut phones = phones.borrow_mut();
                phones.come_in(index)?;
                phones.ask(index, &json!({"come_back": {}}))?;
                Ok(())
            }
            None => self.for_row(index, |participant| Command::Return { participant }),
        }
    }

    fn correct(&self, index: usize, correction: Correction, reason: &str) -> Result<(), RehearseError> {
        let reason = reason.to_owned();
        self.for_row(index, |participant| Command::Correct { participant, correction, reason })
    }

    pub(super) fn sign_in(&mut self, index: usize) -> Result<(), RehearseError> {
        let person = self.cast.people[index].clone();
        let mut details = person.details;
        let channel = if person.part == Part::SignsOnPaper { Channel::Paper } else { Channel::Desk };
        if person.part == Part::Misspelt {
            // A letter fell out; the correction puts it back.
            details.name =
                details.name.chars().enumerate().filter(|(at, _)| *at != 1).map(|(_, letter)| letter).collect();
        }
        let row = match &self.phones {
            Some(phones) if uses_phone(person.part, index) => {
                let signature = signature(&mut self.random);
                let key = phones.borrow_mut().sign_in(index, &details, &signature, &mut self.random)?;
                self.client.snapshot().state.by_phone(&key).map(|row| row.id)
            }
            _ => Some(self.enter(details, channel)?),
        };
        self.cast.people[index].row = row;
        Ok(())
    }

    /// Enters somebody at the desk and tells their number.
    fn enter(&mut self, details: Details, channel: Channel) -> Result<ParticipantId, RehearseError> {
        let signature = match channel {
            Channel::Paper | Channel::Oral => Signature::default(),
            Channel::Desk | Channel::Phone => signature(&mut self.random),
        };
        let snapshot = self.client.ask(Command::SignIn { details, signature, channel, phone: None })?;
        let row = snapshot.state.participants.keys().next_back().copied();
        Ok(row.unwrap_or(ParticipantId(0)))
    }

    fn sign_in_again(&mut self, index: usize) -> Result<(), RehearseError> {
        let details = Details {
            name: format!("{} (2)", self.cast.people[index].details.name),
            identifier: self.cast.spare_identifier(index),
            ..self.cast.people[index].details.clone()
        };
        let from = self.enter(details, Channel::Desk)?;
        self.wait_about(60, 120)?;
        let reason = self.words.signed_in_twice.to_owned();
        self.for_row(index, |into| Command::Merge { from, into, reason })
    }

    /// Somebody of the house signs in by mistake and is taken off for good.
    fn sign_in_stranger(&mut self) -> Result<(), RehearseError> {
        let details = Details {
            name: "Vahtimestari Kuvitelma".to_owned(),
            company: "Harjoitussali".to_owned(),
            role: String::new(),
            identifier: self.cast.spare_identifier(8999),
        };
        let participant = self.enter(details, Channel::Desk)?;
        self.wait_about(20, 40)?;
        self.ask(Command::Remove { participant, reason: self.words.not_a_participant.to_owned() })
    }

    fn tick_first(&self) -> Result<(), RehearseError> {
        for item in &self.snapshot().state.script.pack.checklist.before {
            self.ask(Command::Tick { item: item.id.clone(), done: true })?;
        }
        Ok(())
    }

    pub(super) fn sign_out(&mut self) -> Result<(), RehearseError> {
        let people = self.cast.people.len();
        for index in 0..self.cast.people.len() {
            let person = &self.cast.people[index];
            let (row, part) = (person.row, person.part);
            let is_here = row.is_some_and(|row| self.snapshot().state.present().any(|here| here.id == row));
            // The one who signed on paper goes without a word; closing marks them as gone.
            if let Some(participant) = row.filter(|_| is_here && part != Part::SignsOnPaper) {
                // They stand in line, and in a large room in several.
                self.wait_about(1, 1000 / people.max(50))?;
                let signature = Some(signature(&mut self.random));
                self.ask(Command::SignOut { participant, signature, channel: Channel::Desk })?;
            }
        }
        Ok(())
    }
}

/// Whether somebody comes in with a phone of their own: most do, and nobody has to.
fn uses_phone(part: Part, index: usize) -> bool {
    match part {
        Part::SignsOnPaper | Part::OnPaper | Part::Orally | Part::EnteredLate => false,
        // Every seventh of the others has none, or leaves it in the pocket.
        _ => index % 7 != 6,
    }
}
