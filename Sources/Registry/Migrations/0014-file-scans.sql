-- What a virus scanner said of each document: when, empty while it has not; what it found, empty for nothing; and, where it
-- could not say, not to be asked again before.
ALTER TABLE attachment ADD COLUMN scanned_at TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment ADD COLUMN finding TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment ADD COLUMN scan_after TEXT NOT NULL DEFAULT '';
CREATE INDEX attachment_to_scan ON attachment (organisation, scan_after, id)
    WHERE case_file IS NOT NULL AND scanned_at = '';
