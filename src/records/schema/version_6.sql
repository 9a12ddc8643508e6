-- How a course's test is drawn, as JSON, where a pack told.
ALTER TABLE edition ADD COLUMN test TEXT;
