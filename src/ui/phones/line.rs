//! How somebody takes part: with a phone that is connected or not, or without one.

use jiff::Timestamp;

use crate::room::Status;
use crate::session::Channel;
use crate::session::Participant;

/// How somebody takes part while the room is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Their phone was connected and is not any more.
    Dropped {
        /// When it was last heard of.
        since: Timestamp,
    },
    /// They signed in with a phone that has not been back since the room was opened again.
    NotBack,
    /// Their phone is connected.
    Connected,
    /// They take part without a phone.
    Desk,
}

impl Line {
    /// Whether there is a phone that hears nothing.
    pub fn is_dropped(self) -> bool {
        matches!(self, Self::Dropped { .. } | Self::NotBack)
    }
}

/// How `participant` takes part.
pub fn line(status: &Status, participant: &Participant) -> Line {
    match status.links.get(&participant.id) {
        Some(link) if link.connections > 0 => Line::Connected,
        Some(link) => Line::Dropped { since: link.last_seen },
        None if participant.channel == Channel::Phone => Line::NotBack,
        None => Line::Desk,
    }
}
