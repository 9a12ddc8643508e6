//! The session's rules, told in its own words.
