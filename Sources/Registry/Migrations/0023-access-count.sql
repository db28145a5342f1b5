-- How many times what a line of the journal of accesses says has happened: attempts that failed within a minute are one
-- line, so that whoever guesses cannot fill the disk.
ALTER TABLE access ADD COLUMN times BIGINT NOT NULL DEFAULT 1;
-- One kind of one person's lines, of whom there may be very many of another.
CREATE INDEX access_by_account_action ON access (organisation, account, action, at, id);
