//! The tables of what was said, as version 4 of the records brought them.

/// What makes records of version 3 ones of version 4.
pub(in crate::records) const TABLES: &str = "
    CREATE TABLE feedback (
        id INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        key TEXT NOT NULL,
        session TEXT,
        form INTEGER NOT NULL,
        rehearsal INTEGER NOT NULL,
        course TEXT NOT NULL,
        title TEXT NOT NULL,
        revision INTEGER NOT NULL,
        course_digest TEXT NOT NULL,
        day INTEGER NOT NULL,
        left_out INTEGER NOT NULL DEFAULT 0,
        imported_at TEXT NOT NULL,
        imported_by TEXT NOT NULL,
        source TEXT NOT NULL,
        json BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX feedback_that_counts ON feedback (key) WHERE left_out = 0;
    CREATE UNIQUE INDEX feedback_of_session ON feedback (session) WHERE left_out = 0 AND session IS NOT NULL;
    CREATE TABLE item (
        id INTEGER PRIMARY KEY,
        feedback INTEGER NOT NULL REFERENCES feedback (id),
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        theme TEXT,
        theme_title TEXT NOT NULL,
        step TEXT,
        state INTEGER NOT NULL DEFAULT 0,
        owner TEXT NOT NULL DEFAULT '',
        due INTEGER,
        UNIQUE (feedback, number)
    ) STRICT;
    CREATE TABLE item_change (
        id INTEGER PRIMARY KEY,
        item INTEGER NOT NULL REFERENCES item (id),
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        change TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX change_of_item ON item_change (item);
";
