-- Version 2: registers of a part of a course, and how many themes the whole course has.
ALTER TABLE edition ADD COLUMN part_of INTEGER;
