-- When somebody last gave their password within a session; before the first time after its beginning, nothing.
ALTER TABLE staff_session ADD COLUMN confirmed_at TEXT;
