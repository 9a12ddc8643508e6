-- Version 5: how many people of each contractor stand how, counted; and an index of longer beginnings of words.

-- How many people stand alike. `span` 0 counts all of them; the spans of 16 and 256 days count those whose standing has
-- a last day, by the slot of that many days it falls into, so that who has ended until some day is the sum of few rows.
CREATE TABLE tally (
    course INTEGER NOT NULL REFERENCES course (id),
    span INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    company INTEGER NOT NULL REFERENCES company (id),
    state INTEGER NOT NULL,
    alone INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (course, span, slot, company, state, alone)
) STRICT, WITHOUT ROWID;
CREATE INDEX tally_of_nobody ON tally (people) WHERE people = 0;
INSERT INTO tally SELECT course, 0, 0, company, state, alone, count(*) FROM standing
    GROUP BY course, company, state, alone;
INSERT INTO tally SELECT course, 16, until / 16, company, state, alone, count(*) FROM standing
    WHERE until < 2147483647 GROUP BY course, until / 16, company, state, alone;
INSERT INTO tally SELECT course, 256, until / 256, company, state, alone, count(*) FROM standing
    WHERE until < 2147483647 GROUP BY course, until / 256, company, state, alone;
-- Rows of `standing` come and go; they are never changed in place.
CREATE TRIGGER standing_comes AFTER INSERT ON standing BEGIN
    INSERT INTO tally (course, span, slot, company, state, alone, people)
        SELECT NEW.course, s.span, iif(s.span = 0, 0, NEW.until / s.span), NEW.company, NEW.state, NEW.alone, 1
        FROM (SELECT 0 AS span UNION ALL SELECT 16 UNION ALL SELECT 256) s
        WHERE s.span = 0 OR NEW.until < 2147483647
        ON CONFLICT DO UPDATE SET people = people + 1;
END;
CREATE TRIGGER standing_goes AFTER DELETE ON standing BEGIN
    INSERT INTO tally (course, span, slot, company, state, alone, people)
        SELECT OLD.course, s.span, iif(s.span = 0, 0, OLD.until / s.span), OLD.company, OLD.state, OLD.alone, -1
        FROM (SELECT 0 AS span UNION ALL SELECT 16 UNION ALL SELECT 256) s
        WHERE s.span = 0 OR OLD.until < 2147483647
        ON CONFLICT DO UPDATE SET people = people - 1;
    DELETE FROM tally WHERE people = 0;
END;
CREATE TRIGGER standing_stays BEFORE UPDATE ON standing BEGIN
    SELECT raise(ABORT, 'a standing is never changed in place');
END;
CREATE INDEX standing_by_end ON standing (course, until, company, state, alone);

-- Every beginning that somebody types is looked up at once, also that of a number which thousands share.
CREATE VIRTUAL TABLE finding_new USING fts5 (
    text, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3 4 5 6 7 8 9 10'
);
INSERT INTO finding_new (rowid, text) SELECT rowid, text FROM finding;
DROP TABLE finding;
ALTER TABLE finding_new RENAME TO finding;
