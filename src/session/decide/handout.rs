//! The handout that people take home.

use crate::session::Event;
use crate::session::ParticipantId;
use crate::session::Refusal;
use crate::session::State;
use crate::session::clean::clean_address;
use crate::session::decide::standing;

pub(super) fn release(state: &State) -> Vec<Event> {
    if state.handout_released { Vec::new() } else { vec![Event::HandoutReleased] }
}

pub(super) fn ask(state: &State, participant: ParticipantId, address: Option<&str>) -> Result<Vec<Event>, Refusal> {
    let row = standing(state, participant)?;
    let address = address.map(clean_address).transpose()?;
    Ok(if address == row.handout_to { Vec::new() } else { vec![Event::HandoutAsked { participant, address }] })
}
