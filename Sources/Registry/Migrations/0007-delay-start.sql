-- The day that a case's delays are counted from, so that lists can say how far they have run (R-26, R-29). A row of before
-- has none until its file changes: whoever needs it then asks the file.
ALTER TABLE case_file ADD COLUMN started_on TEXT;
