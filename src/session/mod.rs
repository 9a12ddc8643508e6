//! The induction session as pure data: what may happen, what did, and where it stands.
//!
//! Everything goes through one door: [`decide`] turns a command into events or a [`Refusal`],
//! [`apply`] takes each event into the [`State`]. Time and randomness are passed in.

mod attendance;
mod command;
mod decide;
mod event;
mod pace;
mod state;

pub use attendance::*;
pub use command::*;
pub use decide::decide;
pub use event::*;
pub use pace::*;
pub use state::*;
