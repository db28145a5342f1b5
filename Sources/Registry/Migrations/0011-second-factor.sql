-- The second factor of officers: seeds sealed under a key that is not here, recovery codes as digests.
CREATE TABLE second_factor (
    organisation TEXT NOT NULL,
    account TEXT NOT NULL,
    seed BLOB NOT NULL,
    last_step BIGINT NOT NULL,
    set_at TEXT NOT NULL,
    PRIMARY KEY (organisation, account),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id)
);

CREATE TABLE recovery_code (
    organisation TEXT NOT NULL,
    account TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (organisation, account, digest),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id)
);

-- Whose password was right a moment ago, and who has still to give a code. No session.
CREATE TABLE pending_sign_in (
    organisation TEXT NOT NULL,
    token_digest BLOB NOT NULL,
    account TEXT NOT NULL,
    offered_seed BLOB,
    started_at TEXT NOT NULL,
    PRIMARY KEY (organisation, token_digest),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id)
);
CREATE INDEX pending_sign_in_by_account ON pending_sign_in (organisation, account);
