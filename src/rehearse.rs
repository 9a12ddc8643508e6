//! A whole session through the real engine with made-up people.
