-- Whom a provider of identities vouches for (docs/decisions/0030): one name there for an account here, and no account for
-- two. No secret: whoever reads it is nobody by it.
CREATE TABLE provider_identity (
    organisation TEXT NOT NULL,
    account TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    linked_at TEXT NOT NULL,
    PRIMARY KEY (organisation, account),
    UNIQUE (organisation, issuer, subject),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id)
);
-- What a sign-in that waits for its code began with: a word of the journal of accesses.
ALTER TABLE pending_sign_in ADD COLUMN way TEXT NOT NULL DEFAULT '';
