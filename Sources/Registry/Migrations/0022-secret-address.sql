-- To which address exactly a link to a new tracking secret was sent, as a digest: `mailbox` leaves out what follows a `+`,
-- for counting. A link that was asked for before, good for ten minutes, leads nowhere.
ALTER TABLE secret_request ADD COLUMN address TEXT NOT NULL DEFAULT '';
