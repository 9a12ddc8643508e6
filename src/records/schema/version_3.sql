-- Version 3: registers that were replaced by redacted ones, files that must not come back, how long things are kept.
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
