-- What was taken over from an older register (docs/decisions/0028): the digest that it is known by when it comes again, so
-- that it is taken over once. A projection of its first entry in the log, verified equal to it.
CREATE TABLE takeover (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    mark BLOB NOT NULL,
    case_file TEXT NOT NULL,
    PRIMARY KEY (organisation, mark)
);
CREATE INDEX takeover_by_case ON takeover (organisation, case_file);

-- The file that somebody is trying to bring in, for a day at most: one an account. choices says what its columns hold, as
-- JSON; empty until somebody has said so.
CREATE TABLE takeover_draft (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    digest TEXT NOT NULL,
    choices TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (organisation, account)
);
