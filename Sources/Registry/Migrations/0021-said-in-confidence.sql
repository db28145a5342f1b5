-- What was only said may be open to few, and grave (R-24, R-87): why it is restricted and, between blanks, the accounts that
-- are listed; and what calls for the responsible persons at once. Empty for the others, and for all of before.
ALTER TABLE discontent ADD COLUMN restricted TEXT NOT NULL DEFAULT '';
ALTER TABLE discontent ADD COLUMN readers TEXT NOT NULL DEFAULT '';
ALTER TABLE discontent ADD COLUMN alert TEXT NOT NULL DEFAULT '';
CREATE INDEX discontent_alert ON discontent (organisation, waits_since) WHERE alert <> '';

-- A notice may also be an alert to what was said, which has no reference.
DROP INDEX notice_to_send;
ALTER TABLE notice RENAME TO former_notice;
CREATE TABLE notice (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('lien', 'code-remplace', 'alerte', 'alerte-parole')),
    recipient TEXT NOT NULL,
    reference TEXT NOT NULL,
    link TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    PRIMARY KEY (organisation, id)
);
INSERT INTO notice SELECT organisation, id, kind, recipient, reference, link, created_at, expires_at, next_attempt_at,
    attempts FROM former_notice;
DROP TABLE former_notice;
CREATE INDEX notice_to_send ON notice (organisation, next_attempt_at);
