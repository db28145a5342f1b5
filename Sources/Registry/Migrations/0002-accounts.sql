-- Officers, their sessions, and what keeps guessers away. No credential is kept as such: passwords as scrypt records,
-- tokens as SHA-256 digests.
CREATE TABLE account (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    password TEXT,
    created_at TEXT NOT NULL,
    disabled_at TEXT,
    PRIMARY KEY (organisation, id),
    UNIQUE (organisation, email_folded)
);

CREATE TABLE staff_session (
    organisation TEXT NOT NULL,
    token_digest BLOB NOT NULL,
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (organisation, token_digest),
    UNIQUE (organisation, id),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id)
);
CREATE INDEX staff_session_by_account ON staff_session (organisation, account);

-- One row per account and address: neither of them can be read from it.
CREATE TABLE sign_in_attempt (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    subject TEXT NOT NULL,
    failures BIGINT NOT NULL CHECK (failures > 0),
    last_at TEXT NOT NULL,
    PRIMARY KEY (organisation, subject)
);

-- Links that let somebody choose a password, once: invitations, forgotten passwords.
CREATE TABLE password_link (
    organisation TEXT NOT NULL,
    token_digest BLOB NOT NULL,
    account TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    PRIMARY KEY (organisation, token_digest),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id)
);
CREATE INDEX password_link_by_account ON password_link (organisation, account);
