-- Requests for a new tracking secret, those that fit no case file among them, since each must cost the same. Tokens are
-- kept as digests only.
CREATE TABLE secret_request (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    link_digest BLOB NOT NULL,
    browser_digest BLOB NOT NULL,
    case_file TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    requested_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    PRIMARY KEY (organisation, link_digest)
);
CREATE INDEX secret_request_by_case ON secret_request (organisation, case_file, requested_at);
CREATE INDEX secret_request_by_mailbox ON secret_request (organisation, mailbox, requested_at);
CREATE INDEX secret_request_by_time ON secret_request (organisation, requested_at);

-- Notices about the way into a case file: no letters of the case, and so not in the log. They are gone once they have left.
-- The link of one is worth nothing without the browser that asked for it.
CREATE TABLE notice (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('lien', 'code-remplace')),
    recipient TEXT NOT NULL,
    reference TEXT NOT NULL,
    link TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX notice_to_send ON notice (organisation, next_attempt_at);
