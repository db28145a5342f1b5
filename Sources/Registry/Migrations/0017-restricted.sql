-- Cases that are open to few (R-24, R-87): why; between blanks, the accounts that are listed and free of conflict; and
-- those that conflict shuts out. Empty for the others. `alert` says what calls for the responsible persons at once; a row
-- of before has none until its file changes.
ALTER TABLE case_file ADD COLUMN restricted TEXT NOT NULL DEFAULT '';
ALTER TABLE case_file ADD COLUMN readers TEXT NOT NULL DEFAULT '';
ALTER TABLE case_file ADD COLUMN barred TEXT NOT NULL DEFAULT '';
ALTER TABLE case_file ADD COLUMN alert TEXT;
CREATE INDEX case_file_restricted ON case_file (organisation, stage) WHERE restricted <> '';
CREATE INDEX case_file_alert ON case_file (organisation, answer_due) WHERE alert <> '';

-- A notice may also be an alert to somebody of the provider.
DROP INDEX notice_to_send;
ALTER TABLE notice RENAME TO former_notice;
CREATE TABLE notice (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('lien', 'code-remplace', 'alerte')),
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
