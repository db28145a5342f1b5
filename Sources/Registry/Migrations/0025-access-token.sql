-- What a program shows instead of a password (docs/decisions/0024): its public name, the digest of the whole, whose rights it
-- has and how far, until which day it is good, and the day that it was last shown on. Ended ones are gone.
CREATE TABLE access_token (
    organisation TEXT NOT NULL,
    id TEXT NOT NULL,
    digest BLOB NOT NULL,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('lecture', 'lecture-et-actes')),
    made_at TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    used_on TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id)
);
CREATE INDEX access_token_by_account ON access_token (organisation, account, made_at);
