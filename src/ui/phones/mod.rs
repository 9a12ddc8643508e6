//! Phones in the room as the trainer sees them: opening, how to join, who is connected, who is missing.

mod card;
mod dialog;
mod doubles;
mod line;
mod network;
mod turnout;
mod words;

pub use card::badges;
pub use card::card;
pub use card::strip;
pub(in crate::ui) use dialog::Around;
pub use dialog::Dialog;
pub use doubles::doubles;
pub use line::Line;
pub use line::line;
pub use network::Kind;
pub use network::Network;
pub use network::networks;
pub use turnout::Turnout;
pub use turnout::missing;
pub use turnout::nudge;
pub use turnout::nudge_button;
pub use turnout::turnout;
pub use words::line_words;
pub use words::reach_words;
pub use words::short_line_words;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::i18n::Message;
use crate::room::Interface;
use crate::room::Interfaces;
use crate::room::OpenError;
use crate::room::Room;
use crate::room::Status;
use crate::room::wifi_text;
use crate::session::Channel;
use crate::session::ParticipantId;
use crate::session::PossibleDouble;
use crate::session::State;
use crate::ui::settings;
use crate::ui::slide::Joining;
use crate::ui::slide::Wifi;
use crate::ui::work::Job;

/// What a screen asks of the room's phones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Open the room on this interface.
    Open(Interface),
    /// Close the room; phones wait until it is opened again.
    Close,
    /// Call the attention of these participants' phones to the question.
    Nudge(Vec<ParticipantId>),
    /// These two rows are two people, whatever they look like.
    TwoPeople(PossibleDouble),
}

/// Why the room did not open.
#[derive(Debug)]
pub enum CannotOpen {
    /// This computer is in no network.
    NoNetwork,
    /// The room could not be opened there.
    Room(OpenError),
}

/// Where the room stands.
#[derive(Debug, Default)]
pub(in crate::ui) enum Stage {
    /// Closed, as it is until the trainer opens it.
    #[default]
    Closed,
    /// Being opened on a thread of its own.
    Opening(Job<Result<(Room, Interface), CannotOpen>>),
    /// Open.
    Open(Room),
    /// Being closed on a thread of its own.
    Closing(Job<()>),
}

/// The room's phones in this window.
pub struct Phones {
    pub(in crate::ui) stage: Stage,
    pub(in crate::ui) find: Interfaces,
    pub(in crate::ui) trouble: Option<Message>,
    pub(in crate::ui) dialog: Option<Dialog>,
    /// The room of this session was open when the program ended: it is opened again.
    pub(in crate::ui) is_to_reopen: bool,
    status: Option<Arc<Status>>,
    two_people: BTreeSet<(ParticipantId, ParticipantId)>,
    doubles: Vec<PossibleDouble>,
    /// How many rows and amendments there were when `doubles` were looked for.
    doubles_of: (usize, usize),
    /// The newest row that has been seen.
    newest: Option<ParticipantId>,
}

impl Default for Phones {
    fn default() -> Self {
        Self {
            stage: Stage::Closed,
            find: Arc::new(crate::room::interfaces),
            trouble: None,
            dialog: None,
            is_to_reopen: false,
            status: None,
            two_people: BTreeSet::new(),
            doubles: Vec::new(),
            doubles_of: (0, 0),
            newest: None,
        }
    }
}

impl std::fmt::Debug for Phones {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phones").field("stage", &self.stage).finish_non_exhaustive()
    }
}

impl Phones {
    /// Another session begins, or none: what was known of the last one is forgotten. The room is let go of off
    /// this thread.
    pub(in crate::ui) fn forget(&mut self) {
        let stage = std::mem::take(&mut self.stage);
        let find = Arc::clone(&self.find);
        *self = Self { find, ..Self::default() };
        if let Stage::Open(room) = stage {
            // Where no thread can be started, the room is closed here.
            let closing = std::thread::Builder::new().name("room-close".to_owned());
            closing.spawn(move || drop(room)).map(drop).unwrap_or_default();
        }
    }

    /// How the room stands, in this frame; none while it is closed.
    pub fn status(&self) -> Option<&Status> {
        self.status.as_deref()
    }

    /// Whether the dialog lies over the screens and has the keys.
    pub fn has_dialog(&self) -> bool {
        self.dialog.is_some()
    }

    /// Whether the room is being opened or closed.
    pub fn is_busy(&self) -> bool {
        self.is_to_reopen || matches!(self.stage, Stage::Opening(_) | Stage::Closing(_))
    }

    /// Why the room did not open.
    pub fn trouble(&self) -> Option<&Message> {
        self.trouble.as_ref()
    }

    /// What is needed to join, while the room is open.
    pub fn joining(&self, kept: &settings::Phones) -> Option<Joining> {
        let status = self.status()?;
        let name = kept.wifi_name.trim();
        let wifi = (!name.is_empty()).then(|| Wifi {
            name: name.to_owned(),
            password: kept.wifi_password.clone(),
            content: wifi_text(name, &kept.wifi_password),
        });
        Some(Joining {
            address: status.address.to_string(),
            code: status.code.clone(),
            join_url: status.join_url.clone(),
            wifi,
        })
    }

    /// Rows that may be one person, apart from those that the trainer knows to be two.
    pub fn doubles(&self) -> impl Iterator<Item = PossibleDouble> {
        self.doubles.iter().copied().filter(|double| !self.two_people.contains(&(double.first, double.later)))
    }

    pub(in crate::ui) fn are_two(&mut self, double: PossibleDouble) {
        self.two_people.insert((double.first, double.later));
    }

    /// Takes in how the room and its people stand; returns who has just joined by phone.
    pub(in crate::ui) fn look(&mut self, state: &State) -> Vec<ParticipantId> {
        self.status = match &self.stage {
            Stage::Open(room) => Some(room.status()),
            Stage::Closed | Stage::Opening(_) | Stage::Closing(_) => None,
        };
        let of = (state.participants.len(), state.amendments.len());
        if self.doubles_of != of {
            self.doubles_of = of;
            self.doubles = state.possible_doubles();
        }
        let newest = state.participants.keys().next_back().copied();
        let before = std::mem::replace(&mut self.newest, newest);
        // Who was there when the session came into this window has not just joined.
        let Some(before) = before.or_else(|| (self.status.is_some()).then_some(ParticipantId(0))) else {
            return Vec::new();
        };
        let new = state.participants.range(ParticipantId(before.0 + 1)..).map(|(_, row)| row);
        new.filter(|row| row.channel == Channel::Phone).map(|row| row.id).collect()
    }
}
