-- Where a letter goes that is sent again to another address than it was written to; empty for the same.
ALTER TABLE letter ADD COLUMN destination TEXT NOT NULL DEFAULT '';

-- Since when a letter is tried, which a resending begins anew; when it was last; and its address as the daily cap counts
-- it, whose case tells nobody apart (S-43).
ALTER TABLE letter ADD COLUMN tried_since TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN tried_at TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN mailbox TEXT NOT NULL DEFAULT '';
UPDATE letter SET tried_since = created_at, mailbox = lower(recipient);
DROP INDEX letter_by_recipient;
CREATE INDEX letter_by_mailbox ON letter (organisation, mailbox, created_at);
CREATE INDEX letter_by_attempt ON letter (organisation, tried_at) WHERE tried_at <> '';
