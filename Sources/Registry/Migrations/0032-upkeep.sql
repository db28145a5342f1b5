-- When somebody last found the log, or a restored backup, in order, and when the list of first steps was put aside.
CREATE TABLE upkeep_record (
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('journal', 'sauvegarde', 'liste-ecartee')),
    at TEXT NOT NULL,
    PRIMARY KEY (organisation, kind)
);

-- The weekly letters of the last weeks, as they were written: a week, a person, one letter, whatever servers there are. The
-- message is forgotten once the relay has it.
CREATE TABLE weekly_letter (
    organisation TEXT NOT NULL,
    week TEXT NOT NULL,
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    message BLOB NOT NULL,
    expires_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    settled_at TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organisation, week, account)
);

-- 'off' for whoever does not want it.
ALTER TABLE account ADD COLUMN weekly_letter TEXT NOT NULL DEFAULT 'on';
