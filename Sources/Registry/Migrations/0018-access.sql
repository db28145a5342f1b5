-- The journal of accesses: sign-ins, ends of session, changes of accounts and refusals beside what was looked at. Each line
-- has what came of it, the account that it is about where that is not the hand's own, and one word more; a line about no case
-- file has an empty one. Never a text, a name or an address.
ALTER TABLE access ADD COLUMN outcome TEXT NOT NULL DEFAULT 'fait';
ALTER TABLE access ADD COLUMN about TEXT NOT NULL DEFAULT '';
ALTER TABLE access ADD COLUMN detail TEXT NOT NULL DEFAULT '';
-- Read the latest first: all of it, of one person, of one kind, of one case file or of none.
CREATE INDEX access_by_time ON access (organisation, at, id);
CREATE INDEX access_by_account ON access (organisation, account, at, id);
CREATE INDEX access_by_action ON access (organisation, action, at, id);
CREATE INDEX access_by_case ON access (organisation, case_file, at, id);
