-- Who entered what did not come by the form: the account; empty for a form.
ALTER TABLE case_file ADD COLUMN entered_by TEXT NOT NULL DEFAULT '';
