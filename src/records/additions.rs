//! What each later version adds to the tables.

/// Version 2 knows registers of part of a course: how many themes the whole course has.
pub(super) const PARTS: &str = "ALTER TABLE edition ADD COLUMN part_of INTEGER;";

/// Version 3 knows registers that were replaced by redacted ones, files that must not come back, and how long things are kept.
pub(super) const KEEPING: &str = "
    ALTER TABLE register ADD COLUMN original TEXT;
    ALTER TABLE register ADD COLUMN redacted_at TEXT;
    ALTER TABLE register ADD COLUMN redacted_by TEXT;
    CREATE TABLE gone (
        digest TEXT PRIMARY KEY,
        session TEXT NOT NULL,
        signer TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX gone_of_session ON gone (session);
    CREATE TABLE leftover (
        kind INTEGER NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (kind, digest)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE retention (
        course TEXT PRIMARY KEY,
        years INTEGER NOT NULL,
        set_at TEXT NOT NULL,
        set_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
";
