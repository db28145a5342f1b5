-- What the person answered after closing, from 1 to 5, and the day it reached us: what the annual figures count (R-42).
-- When it was asked is the day of the first letter of kind `cloture`.
ALTER TABLE case_file ADD COLUMN satisfaction BIGINT;
ALTER TABLE case_file ADD COLUMN satisfaction_on TEXT NOT NULL DEFAULT '';
