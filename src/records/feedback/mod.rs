//! What was said in sessions: feedback, development items and how questions were answered, brought together.
//!
//! It comes in the feedback files that lie beside registers. They are not signed: each is tied to its register by the
//! session it names, and is told apart where there is none, or where the two say different things. A file's bytes are
//! kept in the tables themselves. One file speaks for a session: another one that says something else is set aside until
//! somebody leaves the first one out.

mod change;
mod compare;
mod items;
mod judge;
mod keep;
mod occasion;
mod read;
mod sources;
mod table;
mod tables;
mod trend;
mod words;

pub use change::{Changed, Due, ItemChange, ItemState};
pub use compare::{FEWEST, Measure, Rated, Share, Verdict};
pub use items::{Item, ItemFilter};
pub use occasion::Occasion;
pub use read::{Ground, HeardCourse, Kinds, Trends};
pub use sources::{Source, Tie};
pub use table::{ItemTable, TableFormat};
pub use trend::{About, Point, Said, Stretch, Trend};
pub use words::percent;

pub(super) use judge::{is_like, judge};
pub(super) use keep::{Kept, keep};
pub(super) use tables::TABLES;

use crate::session::is_bad;

/// A stranger's text as it can be shown: without characters that no page shows or that deceive, without blank ends.
fn plain(text: &str) -> String {
    let shown: String = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
    let shown: String = shown.chars().filter(|letter| !is_bad(*letter)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
