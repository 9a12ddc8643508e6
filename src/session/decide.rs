//! What may happen next.

use jiff::Timestamp;

use crate::session::command::{Command, Refusal};
use crate::session::event::Event;
use crate::session::state::State;

/// Turns a command into the events it means, or says why it may not happen.
///
/// # Errors
/// The first reason that stands against it; the state is untouched.
pub fn decide(state: &State, at: Timestamp, command: Command) -> Result<Vec<Event>, Refusal> {
    todo!("{state:?} {at} {command:?}")
}
