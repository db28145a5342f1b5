-- What was said and is not written yet: no complaint, so in no list of them. A projection of its entries in the log,
-- verified equal to them. waits_since is empty once it has ended.
CREATE TABLE discontent (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    said TEXT NOT NULL,
    heard_on TEXT NOT NULL,
    waits_since TEXT NOT NULL,
    invitations BIGINT NOT NULL,
    result TEXT NOT NULL,
    case_file TEXT NOT NULL,
    last_seq BIGINT NOT NULL,
    first_seq BIGINT NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX discontent_by_wait ON discontent (organisation, waits_since);
CREATE INDEX discontent_by_place ON discontent (organisation, first_seq);
