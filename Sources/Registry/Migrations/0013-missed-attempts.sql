-- How many attempts to sign in have failed since somebody was last let in: they are told. The row of no account counts those
-- for nobody, so that both cost the same.
CREATE TABLE missed_attempt (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    account TEXT NOT NULL,
    failures BIGINT NOT NULL CHECK (failures > 0),
    PRIMARY KEY (organisation, account)
);
ALTER TABLE staff_session ADD COLUMN missed BIGINT NOT NULL DEFAULT 0;
