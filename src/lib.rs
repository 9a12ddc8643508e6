//! Perehdytin: the induction a subscriber gives its contractors' people before they meet its customers.
//!
//! # The map
//!
//! Modules from the ground up; each may use only those above it.
//!
//! | module | what lives there |
//! | --- | --- |
//! | [`clock`] | the time source: the only place that asks the operating system for the time |
//! | [`files`] | atomic writes and careful reads whose errors carry path and operation; the data folder |
//! | [`i18n`] | typed, translated messages (Fluent); formats of dates, times and durations |
//! | [`text`] | texts in several languages, language tags, stable identifiers |
//! | [`source`] | authors' files: RON read into a tree that knows its places, headers of pictures; diagnostics with file, line, column and hint |
//! | [`profile`] | the subscriber's profile, and filling `{placeholders}` from it |
//! | [`pack`] | course packs: spanned tree → checked [`pack::CoursePack`]; digests. Only `pack::load` and `profile::load` touch authors' files |
//! | [`quiz`] | pure: drawing questions, grading, item analysis |
//! | [`session`] | pure: `decide(&State, at, Command) -> Result<Vec<Event>, Refusal>`, infallible `apply`, pace and attendance arithmetic |
//! | [`journal`] | events in SQLite: append, replay, hash chain, versioned migrations |
//! | [`engine`] | the one owner of a running session: a named thread with a bounded inbox; commit, publish a snapshot, wake its clients |
//! | [`paper`] | every printed thing: typst templates from `assets/`, handouts, cards, pocket guide, sheets |
//! | [`register`] | facts (pure) → document (through `paper`) → signature; `verify` shares no code path with `sign` |
//! | [`records`] | what the subscriber keeps: imported registers, who is valid for what, what is due, erasure |
//! | [`study`] | studying alone: credits from earlier registers, what leaves the computer, refreshers |
//! | [`mail`] | the handout by mail: drafts for a mail program, or sent through an SMTP server |
//! | [`room`] | the phones: HTTP and WebSocket server with wire types of its own; acknowledges only what is committed |
//! | [`rehearse`] | a whole session through the real engine with made-up people |
//! | [`ui`] | the only module that names egui: one file or folder per screen |
//! | [`cli`] | the command line, the only owner of standard output |
//!
//! # Invariants
//!
//! - `session` and `quiz` know no clock, no files, no threads, no randomness of their own.
//! - State changes through one door: decide → append (durable) → apply → publish. Nothing is
//!   acknowledged before it is committed.
//! - Only `ui` names egui; only `paper` names typst; only `journal`, `records` and `study` name `SQLite`, each its own files;
//!   only `room` serves the network;
//!   only `mail` names lettre; only `cli` prints, and hears when the program is asked to end.
//! - `register::verify` uses nothing of `register::sign`.
//! - No module uses one below it in the table.
//! - Feedback carries no participant, no time and no order.
//! - No view of a phone holds anything of another participant.

pub mod cli;
pub mod clock;
pub mod engine;
pub mod files;
pub mod i18n;
pub mod journal;
pub mod mail;
pub mod pack;
pub mod paper;
pub mod profile;
pub mod quiz;
pub mod records;
pub mod register;
pub mod rehearse;
pub mod room;
pub mod session;
pub mod source;
pub mod study;
pub mod text;
pub mod ui;
