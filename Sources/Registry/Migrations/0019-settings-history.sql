-- What has changed of an organisation's settings besides its procedure, whose versions tell of themselves: when, by
-- whose hand, why, and what it was before.
CREATE TABLE setting_change (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    setting TEXT NOT NULL CHECK (setting IN ('host', 'second-factor')),
    former TEXT NOT NULL,
    present TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);
