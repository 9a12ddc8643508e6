-- Whether somebody who changes employer begins anew, as the course's pack says.
ALTER TABLE edition ADD COLUMN renews INTEGER NOT NULL DEFAULT 0;
