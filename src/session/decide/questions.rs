//! The room's questions: opened, answered, counted, closed, revealed, and voted on again.

use std::collections::BTreeMap;

use crate::pack::Question;
use crate::quiz;
use crate::session::Answer;
use crate::session::Channel;
use crate::session::Event;
use crate::session::ParticipantId;
use crate::session::Refusal;
use crate::session::Round;
use crate::session::State;
use crate::session::decide::present;
use crate::session::decide::standing;
use crate::text::Id;

type Decision = Result<Vec<Event>, Refusal>;

fn question<'a>(state: &'a State, step: &Id) -> Result<&'a Question, Refusal> {
    let (_, found) = state.script.pack.step(step).ok_or_else(|| Refusal::NoStep(step.clone()))?;
    found.question().ok_or_else(|| Refusal::NoQuestion(step.clone()))
}

fn open_round<'a>(state: &'a State, step: &Id) -> Result<(u32, &'a Round), Refusal> {
    let (number, round) = last_round(state, step).ok_or_else(|| Refusal::NotOpen(step.clone()))?;
    if round.is_open { Ok((number, round)) } else { Err(Refusal::NotOpen(step.clone())) }
}

fn last_round<'a>(state: &'a State, step: &Id) -> Option<(u32, &'a Round)> {
    let rounds = &state.questions.get(step)?.rounds;
    Some((u32::try_from(rounds.len()).ok()?, rounds.last()?))
}

pub(super) fn open(state: &State, step: Id) -> Decision {
    question(state, &step)?;
    let round = match last_round(state, &step) {
        None => 1,
        Some((_, round)) if round.is_open => return Err(Refusal::IsOpen(step)),
        // Once the results were shown, answers make a new round; before that the same one goes on.
        Some((number, round)) if round.is_revealed => number + 1,
        Some((number, _)) => number,
    };
    Ok(vec![Event::QuestionOpened { step, round }])
}

pub(super) fn answer(
    state: &State,
    step: Id,
    meant: Option<u32>,
    participant: ParticipantId,
    answer: Answer,
    channel: Channel,
) -> Decision {
    let asked = question(state, &step)?;
    standing(state, participant)?;
    if meant.is_some_and(|meant| is_stored(state, &step, meant, participant, &answer)) {
        // Sent again by somebody who did not hear that it arrived, perhaps after the question was closed.
        return Ok(Vec::new());
    }
    if let (Some(meant), Some((round, _))) = (meant, last_round(state, &step))
        && meant != round
    {
        return Err(Refusal::StaleRound(step));
    }
    let (round, current) = open_round(state, &step)?;
    present(state, participant)?;
    if !quiz::fits(asked, &answer) {
        return Err(Refusal::BadAnswer(step));
    }
    if is_stored(state, &step, round, participant, &answer) {
        return Ok(Vec::new());
    }
    let hands = hands(asked, &current.hands);
    if hands > 0 && !current.answers.contains_key(&participant) {
        // Whoever answers alone no longer has a hand to raise.
        let left = hands_left(state, current).saturating_sub(1);
        if hands > left {
            return Err(Refusal::TooManyHands { hands, present: left });
        }
    }
    Ok(vec![Event::Answered { step, round, participant, answer, channel }])
}

fn is_stored(state: &State, step: &Id, round: u32, participant: ParticipantId, answer: &Answer) -> bool {
    let rounds = state.questions.get(step).map_or(&[][..], |question| &question.rounds);
    let index = usize::try_from(round).unwrap_or(0).wrapping_sub(1);
    rounds.get(index).and_then(|round| round.answers.get(&participant)).is_some_and(|(stored, _)| stored == answer)
}

pub(super) fn count_hands(state: &State, step: Id, counts: BTreeMap<Id, u32>) -> Decision {
    let asked = question(state, &step)?;
    let (round, current) = open_round(state, &step)?;
    let countable = quiz::countable(asked);
    if countable.is_empty() || !counts.keys().all(|key| countable.contains(key)) {
        return Err(Refusal::BadAnswer(step));
    }
    let (hands, left) = (hands(asked, &counts), hands_left(state, current));
    if hands > left {
        return Err(Refusal::TooManyHands { hands, present: left });
    }
    Ok(vec![Event::HandsCounted { step, round, counts }])
}

/// How many people at least raised their hands: one may raise it for several options only where
/// several are to be chosen.
fn hands(asked: &Question, counts: &BTreeMap<Id, u32>) -> u32 {
    if quiz::chooses_several(asked) {
        counts.values().copied().max().unwrap_or(0)
    } else {
        counts.values().fold(0, |sum, count| sum.saturating_add(*count))
    }
}

/// How many of those present have not answered individually.
fn hands_left(state: &State, round: &Round) -> u32 {
    let left = state.present().filter(|participant| !round.answers.contains_key(&participant.id)).count();
    u32::try_from(left).unwrap_or(u32::MAX)
}

pub(super) fn close(state: &State, step: Id) -> Decision {
    question(state, &step)?;
    let (round, _) = open_round(state, &step)?;
    Ok(vec![Event::QuestionClosed { step, round }])
}

pub(super) fn reveal(state: &State, step: Id) -> Decision {
    question(state, &step)?;
    let (round, current) = last_round(state, &step).ok_or_else(|| Refusal::NotAsked(step.clone()))?;
    let mut events = Vec::new();
    if current.is_open {
        events.push(Event::QuestionClosed { step: step.clone(), round });
    }
    if !current.is_revealed {
        events.push(Event::Revealed { step, round });
    }
    Ok(events)
}
