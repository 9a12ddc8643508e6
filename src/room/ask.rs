//! What a phone asks for, as a command to the session for the participant that it stands for.

use crate::room::feedback::Tickets;
use crate::room::protocol::Action;
use crate::room::refusal::Hindrance;
use crate::room::view::is_feedback_open;
use crate::room::view::is_test_open;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Manner;
use crate::session::ParticipantId;
use crate::session::PhoneKey;
use crate::session::Refusal;
use crate::session::State;

/// Phones that may sign in over a whole session: whoever has the token could else fill the journal with made-up people.
const MOST_SIGNED_IN: usize = 2000;

/// What is to be done.
#[derive(Debug)]
pub(super) enum Asked {
    /// To be put before the engine.
    Command(Box<Command>),
    /// A ticket for feedback to be handed over; nothing of it is stored.
    Ticket(String),
}

/// Turns an action into a command for the participant that the phone stands for.
///
/// Whether the command may happen is decided by the session, as for the desk.
pub(super) fn ask(action: Action, key: &PhoneKey, state: &State, tickets: &Tickets) -> Result<Asked, Hindrance> {
    let is_closed = state.closed_at.is_some();
    let participant = || match state.by_phone(key) {
        Some(row) => Ok(row.id),
        None if is_closed => Err(Refusal::SessionClosed.into()),
        None => Err(Hindrance::from(Refusal::NoParticipant(ParticipantId(0)))),
    };
    let command = match action {
        Action::SignIn { details, signature } => {
            if state.phones.len() >= MOST_SIGNED_IN && !state.phones.contains_key(key) {
                return Err(Hindrance::Full);
            }
            let phone = Some(key.clone());
            Command::SignIn { details: details.into(), signature, channel: Channel::Phone, phone }
        }
        Action::ComeBack {} => Command::Return { participant: participant()? },
        Action::Answer { step, round, answer } => {
            let (participant, round) = (participant()?, Some(round));
            Command::Answer { step, round, participant, answer, channel: Channel::Phone }
        }
        Action::StartTest {} => {
            let participant = participant()?;
            // What is refused after the closing is for the session to say: what had arrived has arrived.
            if !is_closed && !is_test_open(state) {
                return Err(Hindrance::TestNotYet);
            }
            Command::StartAttempt { participant, manner: Manner::Phone }
        }
        Action::AnswerTest { attempt, question, answer } => {
            Command::AnswerTest { participant: participant()?, attempt: Some(attempt), question, answer }
        }
        Action::SubmitTest { attempt } => {
            Command::SubmitAttempt { participant: participant()?, attempt: Some(attempt) }
        }
        Action::FeedbackTicket {} => {
            let participant = participant()?;
            if is_closed {
                return Err(Refusal::SessionClosed.into());
            }
            if !state.by_phone(key).is_some_and(|row| row.stands()) {
                return Err(Refusal::IsRemoved(participant).into());
            }
            if !is_feedback_open(state) {
                return Err(Hindrance::FeedbackNotYet);
            }
            return tickets.give(key).map(Asked::Ticket).ok_or(Hindrance::NoTickets);
        }
        Action::AskHandout { address } => Command::AskHandout { participant: participant()?, address },
        Action::SignOut { signature } => {
            Command::SignOut { participant: participant()?, signature, channel: Channel::Phone }
        }
    };
    Ok(Asked::Command(Box::new(command)))
}
