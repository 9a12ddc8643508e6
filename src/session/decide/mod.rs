//! What may happen next.

mod ending;
mod handout;
mod people;
mod questions;
mod room;
mod study;
mod test;

use jiff::Timestamp;

use crate::session::Channel;
use crate::session::Command;
use crate::session::Event;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::session::Refusal;
use crate::session::State;

/// Turns a command into the events it means, or says why it may not happen.
///
/// A command that would change nothing gives no events: what a phone sends again because it heard no answer is stored
/// once.
///
/// # Errors
/// The first reason that stands against it; the state is untouched.
pub fn decide(state: &State, at: Timestamp, command: Command) -> Result<Vec<Event>, Refusal> {
    if state.closed_at.is_none() {
        return decide_open(state, at, command);
    }
    // What had arrived before the closing has arrived, though its sender heard of the closing first.
    let was_done = may_come_again(&command) && decide_open(state, at, command).is_ok_and(|events| events.is_empty());
    if was_done { Ok(Vec::new()) } else { Err(Refusal::SessionClosed) }
}

/// Whether a phone sends this again until it hears that it arrived, or the window of a self-study may send it late.
fn may_come_again(command: &Command) -> bool {
    match command {
        Command::SignIn { phone, .. } => phone.is_some(),
        Command::Answer { round, .. } => round.is_some(),
        Command::AnswerTest { attempt, .. } | Command::SubmitAttempt { attempt, .. } => attempt.is_some(),
        Command::SignOut { channel, .. } => *channel == Channel::Phone,
        Command::Study { .. } | Command::GiveFeedback(_) | Command::AskHandout { .. } => true,
        _ => false,
    }
}

/// What a command means while the session is open.
fn decide_open(state: &State, at: Timestamp, command: Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::SignIn { details, signature, channel, phone } => {
            people::sign_in(state, &details, signature, channel, phone)
        }
        Command::Depart { participant } => people::depart(state, participant),
        Command::Return { participant } => people::come_back(state, participant),
        Command::SignOut { participant, signature, channel } => {
            people::sign_out(state, participant, signature, channel)
        }
        Command::Correct { participant, correction, reason } => {
            people::correct(state, at, participant, correction, &reason)
        }
        Command::Remove { participant, reason } => people::remove(state, participant, &reason),
        Command::Restore { participant, reason } => people::restore(state, participant, &reason),
        Command::Merge { from, into, reason } => people::merge(state, from, into, &reason),
        Command::Go { to } => room::go(state, to),
        Command::Skip { steps, reason } => room::skip(state, steps, &reason),
        Command::Pause => room::pause(state),
        Command::Resume => room::resume(state),
        Command::NoteItem { text, step } => room::note_item(state, &text, step),
        Command::ChangeItem { item, text } => room::change_item(state, item, &text),
        Command::DropItem { item } => room::drop_item(state, item),
        Command::Tick { item, done } => room::tick(state, item, done),
        Command::OpenQuestion { step } => questions::open(state, step),
        Command::Answer { step, round, participant, answer, channel } => {
            questions::answer(state, step, round, participant, answer, channel)
        }
        Command::CountHands { step, counts } => questions::count_hands(state, step, counts),
        Command::CloseQuestion { step } => questions::close(state, step),
        Command::Reveal { step } => questions::reveal(state, step),
        Command::StartAttempt { participant, manner } => test::start(state, participant, manner),
        Command::AnswerTest { participant, attempt, question, answer } => {
            test::answer(state, participant, attempt, question, answer)
        }
        Command::SubmitAttempt { participant, attempt } => test::submit(state, participant, attempt),
        Command::VoidAttempt { participant, reason } => test::void(state, participant, &reason),
        Command::GiveFeedback(form) => ending::give_feedback(state, form),
        Command::ReleaseHandout => Ok(handout::release(state)),
        Command::AskHandout { participant, address } => handout::ask(state, participant, address.as_deref()),
        Command::Study { place, seconds } => study::count(state, at, place, seconds),
        Command::FinishStep { step } => study::finish(state, step),
        Command::Credit { themes, ground } => study::credit(state, themes, ground),
        Command::Close => ending::close(state),
    }
}

/// The participant, if their row stands on the register.
fn standing(state: &State, id: ParticipantId) -> Result<&Participant, Refusal> {
    let participant = state.participants.get(&id).ok_or(Refusal::NoParticipant(id))?;
    if participant.stands() { Ok(participant) } else { Err(Refusal::IsRemoved(id)) }
}

/// The participant, if they are here now.
fn present(state: &State, id: ParticipantId) -> Result<&Participant, Refusal> {
    let participant = standing(state, id)?;
    if participant.is_present() { Ok(participant) } else { Err(Refusal::NotPresent(id)) }
}
