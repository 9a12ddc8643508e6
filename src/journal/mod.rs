//! Events in SQLite: append, replay, hash chain, versioned migrations.
