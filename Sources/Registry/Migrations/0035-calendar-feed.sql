-- The secret address by which somebody's calendar reads the due dates: its digest alone, since when it is good, and the last
-- day on which it was read. One for each account; a revoked one is gone.
CREATE TABLE calendar_feed (
    organisation TEXT NOT NULL,
    account TEXT NOT NULL,
    digest BLOB NOT NULL,
    made_at TEXT NOT NULL,
    used_on TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organisation, account),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id)
);
CREATE UNIQUE INDEX calendar_feed_by_digest ON calendar_feed (organisation, digest);
