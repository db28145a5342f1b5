-- When the words, the addresses and the bytes of a mail that is part of no case were erased; empty while they are kept. Its
-- digest and its places stay, so that it is read no second time.
ALTER TABLE mail ADD COLUMN erased_at TEXT NOT NULL DEFAULT '';
CREATE INDEX mail_to_erase ON mail (organisation, sort, kept_at, id)
    WHERE state = 'sorted' AND case_file = '' AND erased_at = '';

-- The letter that came back is found by its identifier in what was read of the mail: nothing asks for it here.
ALTER TABLE mail DROP COLUMN letter;

-- Mails are scanned too, before they are part of a case. What is neither is due at the end of time, that it be in nobody's way.
DROP INDEX attachment_to_scan;
CREATE INDEX attachment_to_scan ON attachment (organisation, scan_after, id) WHERE scanned_at = '';
UPDATE attachment SET scan_after = '9999'
    WHERE case_file IS NULL AND scanned_at = '' AND id NOT IN (SELECT attachment FROM mail);
