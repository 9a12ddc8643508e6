//! The session's rules, told in its own words.

mod attendance;
mod ending;
mod final_test;
mod pace;
mod part;
mod people;
mod phones;
mod properties;
mod questions;
mod room;
mod study;
