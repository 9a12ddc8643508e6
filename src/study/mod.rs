//! Studying alone, around the session: active time, what an earlier register credits, what leaves the computer and what
//! stays, and the refreshers that make it last.

pub mod active;
pub mod earlier;
mod evidence;
pub mod notes;
pub mod pass_on;
pub mod reasons;
pub mod refresh;

pub use evidence::{Asked, Candidate, Unusable};
