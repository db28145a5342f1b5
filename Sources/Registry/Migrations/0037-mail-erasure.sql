-- When the words, the addresses and the bytes of a mail that is part of no case were erased; empty while they are kept. Its
-- digest and its places stay, so that it is read no second time.
ALTER TABLE mail ADD COLUMN erased_at TEXT NOT NULL DEFAULT '';
CREATE INDEX mail_to_erase ON mail (organisation, sort, kept_at, id)
    WHERE state = 'sorted' AND case_file = '' AND erased_at = '';

-- The letter that came back is found by its identifier in what was read of the mail: nothing asks for it here.
ALTER TABLE mail DROP COLUMN letter;

-- Mails are scanned too, before they are part of a case.
DROP INDEX attachment_to_scan;
CREATE INDEX attachment_to_scan ON attachment (organisation, scan_after, id) WHERE scanned_at = '';
CREATE INDEX mail_by_attachment ON mail (organisation, attachment) WHERE attachment <> '';
