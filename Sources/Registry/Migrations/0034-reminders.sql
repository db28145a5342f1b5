-- The daily letters of the last weeks, as the weekly ones: a day, a person, one letter, whatever servers there are. Where there
-- was nothing to say, the row alone says that somebody looked; it never had a message.
CREATE TABLE daily_letter (
    organisation TEXT NOT NULL,
    day TEXT NOT NULL,
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    message BLOB NOT NULL,
    expires_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    settled_at TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organisation, day, account)
);
CREATE INDEX daily_letter_to_send ON daily_letter (organisation, next_attempt_at) WHERE settled_at = '';

-- 'off' for whoever does not want it; and from when to when somebody is away, and who stands in.
ALTER TABLE account ADD COLUMN daily_letter TEXT NOT NULL DEFAULT 'on';
ALTER TABLE account ADD COLUMN absent_from TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN absent_through TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN stand_in TEXT NOT NULL DEFAULT '';

-- Through what kind of third party a complaint came (R-88), what that is called, its mark and its day; and since when its
-- complainant is waited for. A row of before has none until its file changes: but what came by a funder's or a certifier's
-- own way is known.
ALTER TABLE case_file ADD COLUMN origin TEXT;
ALTER TABLE case_file ADD COLUMN third_party TEXT;
ALTER TABLE case_file ADD COLUMN third_reference TEXT;
ALTER TABLE case_file ADD COLUMN third_due TEXT;
ALTER TABLE case_file ADD COLUMN asked_on TEXT;
UPDATE case_file SET origin = channel WHERE channel IN ('financeur', 'certificateur');
CREATE INDEX case_file_by_origin ON case_file (organisation, origin, number_year, number_ordinal) WHERE origin <> '';
