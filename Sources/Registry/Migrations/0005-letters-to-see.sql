-- The letters of each state from the oldest on, so that those which wait for somebody are listed and counted by a short
-- walk however many have been written.
CREATE INDEX letter_by_state ON letter (organisation, state, created_at, id);
