-- Version 1: the tables. What is here is never changed: records of this version are out there.
CREATE TABLE signer (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    issuer TEXT NOT NULL,
    first_seen_at TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    accepted_at TEXT, accepted_by TEXT,
    revoked_at TEXT, revoked_by TEXT, revoked_for TEXT
) STRICT;
CREATE TABLE course (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    present INTEGER REFERENCES edition (id)
) STRICT;
CREATE TABLE theme (
    id INTEGER PRIMARY KEY,
    course INTEGER NOT NULL REFERENCES course (id),
    key TEXT NOT NULL,
    UNIQUE (course, key)
) STRICT;
CREATE TABLE edition (
    id INTEGER PRIMARY KEY,
    course INTEGER NOT NULL REFERENCES course (id),
    key TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    validity_months INTEGER,
    has_test INTEGER NOT NULL
) STRICT;
CREATE INDEX edition_of_course ON edition (course, revision);
CREATE TABLE edition_theme (
    edition INTEGER NOT NULL REFERENCES edition (id),
    position INTEGER NOT NULL,
    theme INTEGER NOT NULL REFERENCES theme (id),
    title TEXT NOT NULL,
    revision INTEGER NOT NULL,
    digest TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    PRIMARY KEY (edition, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE published (
    id INTEGER PRIMARY KEY,
    course INTEGER NOT NULL REFERENCES course (id),
    edition INTEGER NOT NULL REFERENCES edition (id),
    since INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE TABLE register (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    session TEXT NOT NULL,
    form INTEGER NOT NULL,
    rehearsal INTEGER NOT NULL,
    course INTEGER NOT NULL REFERENCES course (id),
    edition INTEGER NOT NULL REFERENCES edition (id),
    signer INTEGER NOT NULL REFERENCES signer (id),
    day INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    subscriber TEXT NOT NULL,
    organiser TEXT NOT NULL,
    trainer TEXT NOT NULL,
    place TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    signatures INTEGER NOT NULL,
    journal_length INTEGER NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    source TEXT NOT NULL,
    replaced_by INTEGER REFERENCES register (id)
) STRICT;
CREATE INDEX register_of_session ON register (session);
CREATE INDEX register_of_signer ON register (signer);
CREATE INDEX register_of_edition ON register (edition, signer, day);
CREATE TABLE company (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    company INTEGER NOT NULL REFERENCES company (id)
) STRICT;
CREATE TABLE identity (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    company INTEGER NOT NULL REFERENCES company (id),
    kind INTEGER NOT NULL,
    value TEXT NOT NULL,
    value_key TEXT NOT NULL,
    UNIQUE (name_key, company, kind, value_key)
) STRICT;
CREATE INDEX identity_of_person ON identity (person);
CREATE INDEX identity_by_value ON identity (value_key, kind) WHERE kind > 0;
CREATE INDEX identity_of_company ON identity (company);
CREATE TABLE theme_set (
    id INTEGER PRIMARY KEY,
    edition INTEGER NOT NULL REFERENCES edition (id),
    key TEXT NOT NULL,
    UNIQUE (edition, key)
) STRICT;
CREATE TABLE theme_of_set (
    theme_set INTEGER NOT NULL REFERENCES theme_set (id),
    theme INTEGER NOT NULL REFERENCES theme (id),
    revision INTEGER NOT NULL,
    PRIMARY KEY (theme_set, theme)
) STRICT, WITHOUT ROWID;
CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    register INTEGER NOT NULL REFERENCES register (id),
    number INTEGER NOT NULL,
    identity INTEGER NOT NULL REFERENCES identity (id),
    minutes INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    theme_set INTEGER NOT NULL REFERENCES theme_set (id),
    credited INTEGER NOT NULL,
    UNIQUE (register, number)
) STRICT;
CREATE INDEX attendance_of_identity ON attendance (identity);
CREATE TABLE credit (
    attendance INTEGER NOT NULL REFERENCES attendance (id),
    theme INTEGER NOT NULL REFERENCES theme (id),
    revision INTEGER NOT NULL,
    day INTEGER NOT NULL,
    signer INTEGER NOT NULL REFERENCES signer (id),
    PRIMARY KEY (attendance, theme)
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_of_signer ON credit (signer);
CREATE TABLE standing (
    person INTEGER NOT NULL REFERENCES person (id),
    course INTEGER NOT NULL REFERENCES course (id),
    company INTEGER NOT NULL REFERENCES company (id),
    state INTEGER NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    lacking INTEGER NOT NULL,
    alone INTEGER NOT NULL,
    PRIMARY KEY (person, course)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_of_company ON standing (course, company, state, until, alone);
CREATE TABLE doubt (
    id INTEGER PRIMARY KEY,
    one INTEGER NOT NULL REFERENCES person (id),
    other INTEGER NOT NULL REFERENCES person (id),
    kind INTEGER NOT NULL,
    found_at TEXT NOT NULL,
    same INTEGER,
    decided_at TEXT, decided_by TEXT,
    UNIQUE (one, other)
) STRICT;
CREATE TABLE move (
    id INTEGER PRIMARY KEY,
    doubt INTEGER NOT NULL REFERENCES doubt (id),
    identity INTEGER NOT NULL REFERENCES identity (id),
    from_person INTEGER NOT NULL,
    to_person INTEGER NOT NULL
) STRICT;
CREATE INDEX move_of_doubt ON move (doubt);
CREATE TABLE aside (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    deed TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE finding USING fts5 (
    text, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3 4'
);
