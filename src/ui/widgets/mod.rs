//! The house's own widgets: calm, exact, named for screen readers, operable by keyboard.
//!
//! Every widget takes the [`Theme`](crate::ui::theme::Theme) it is painted with; none keeps state of its own
//! beyond what it is handed.

mod badge;
mod bars;
mod button;
mod card;
mod choice;
mod columns;
mod dialog;
mod field;
mod keys;
mod notice;
mod option_badge;
mod plot;
mod progress;
mod signature;
mod table;
mod text;

pub use badge::*;
pub use bars::*;
pub use button::*;
pub use card::*;
pub use choice::*;
pub use columns::*;
pub use dialog::*;
pub use field::*;
pub use keys::*;
pub use notice::*;
pub use option_badge::*;
pub use plot::*;
pub use progress::*;
pub use signature::*;
pub use table::*;
pub use text::*;
