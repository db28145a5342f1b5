-- The order of due dates has the cases that an answer is awaited of before all others, whichever way it is read; each way
-- has an index of its own, of the very expression that lists sort by (LedgerOrder.key).
DROP INDEX case_file_by_due;
CREATE INDEX case_file_by_due ON case_file
    (organisation, (CASE stage WHEN 'recue' THEN '' WHEN 'a-completer' THEN '' WHEN 'enregistree' THEN ''
        WHEN 'en-instruction' THEN '' WHEN 'contestee' THEN '' ELSE '9' END || answer_due),
    reference_year, reference_ordinal);
CREATE INDEX case_file_by_due_last ON case_file
    (organisation, (CASE stage WHEN 'recue' THEN '' WHEN 'a-completer' THEN '' WHEN 'enregistree' THEN ''
        WHEN 'en-instruction' THEN '' WHEN 'contestee' THEN '' ELSE '0' END || answer_due),
    reference_year, reference_ordinal);
