//! How dates, times and durations are written in each language.
