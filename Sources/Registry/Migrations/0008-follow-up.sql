-- Sessions of complainants who follow their complaint, begun by its tracking secret. Tokens are kept as digests only.
CREATE TABLE follow_up_session (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    token_digest BLOB NOT NULL,
    case_file TEXT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (organisation, token_digest)
);
