-- The session of the register on which a credit rests: where that register is kept here as well, its row tells under
-- which employer the theme was attended. Credits that came before this do not say it.
ALTER TABLE credit ADD COLUMN session TEXT;
CREATE INDEX credit_of_session ON credit (session) WHERE session IS NOT NULL;
