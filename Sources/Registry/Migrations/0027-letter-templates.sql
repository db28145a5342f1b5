-- The templates that letters begin from: every version of each, the withdrawals among them. Nothing of it is ever changed
-- or deleted: what an act began from stays readable.
CREATE TABLE letter_template_version (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    template TEXT NOT NULL,
    version BIGINT NOT NULL,
    act TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    withdrawn BIGINT NOT NULL CHECK (withdrawn IN (0, 1)),
    author TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (organisation, template, version)
);
