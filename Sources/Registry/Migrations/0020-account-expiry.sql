-- Accounts end, and the administrator is shown who still signs in; what is done to accounts is in the journal of accesses;
-- an invitation goes by mail like the notices about a case file, its link sealed under a key that is not here.
ALTER TABLE account ADD COLUMN expires_on TEXT;
ALTER TABLE account ADD COLUMN signed_in_at TEXT;

ALTER TABLE access ADD COLUMN on_account TEXT;
ALTER TABLE access ADD COLUMN set_to TEXT;
ALTER TABLE access ADD COLUMN alone BIGINT NOT NULL DEFAULT 0;

CREATE TABLE account_notice (
    organisation TEXT NOT NULL,
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    sealed_link BLOB NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id)
);
CREATE INDEX account_notice_to_send ON account_notice (organisation, next_attempt_at);
