-- The books in the order of what was received and of what is due, the reference breaking ties: a page begins after a place
-- in the index, however far it is (docs/decisions/0026). Of expressions, so that no other statement takes them for its own:
-- lists that filter by these columns and have another order would be longer on these indexes.
CREATE INDEX case_file_by_received ON case_file
    (organisation, (received_at || ''), reference_year, reference_ordinal);
CREATE INDEX case_file_by_due ON case_file (organisation, (answer_due || ''), reference_year, reference_ordinal);
-- What somebody keeps of how they read a book: its filters and its order, as an address has them, and no words searched
-- for, which are mostly a name. It goes with its account.
CREATE TABLE saved_view (
    organisation TEXT NOT NULL,
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    book TEXT NOT NULL CHECK (book IN ('registre', 'receptions')),
    name TEXT NOT NULL,
    filters TEXT NOT NULL,
    shared BIGINT NOT NULL DEFAULT 0,
    made_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, account) REFERENCES account (organisation, id) ON DELETE CASCADE
);
CREATE INDEX saved_view_by_account ON saved_view (organisation, account, book);
