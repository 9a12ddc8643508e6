//! Planned and actual minutes: ahead or behind, and when it will end.
