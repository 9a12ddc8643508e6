//! The induction session as pure data: what may happen, what did, and where it stands.
//!
//! Everything goes through one door: [`decide`] turns a command into events or a [`Refusal`],
//! [`State::apply`] takes each event into the [`State`]. Time and randomness are passed in.

mod apply;
mod attendance;
mod clean;
mod command;
mod decide;
mod doubles;
mod event;
mod feedback;
mod pace;
mod state;
mod study;
mod tally;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use attendance::*;
pub(crate) use clean::is_bad;
pub use clean::{LONGEST_ADDRESS, LONGEST_NAME, LONGEST_REASON, LONGEST_TEXT, MOST_SIGNATURE_POINTS};
pub use clean::{clean_address, clean_details, clean_expected, clean_identifier, clean_line, clean_lines, clean_setup};
pub(crate) use clean::{fold, folds_alike};
pub use command::*;
pub use decide::decide;
pub use doubles::PossibleDouble;
pub use event::*;
pub use feedback::feedback_digest;
pub(crate) use feedback::hex;
pub use pace::*;
pub use state::*;
pub use study::*;
pub use tally::*;
