-- The installation and its organisations.
CREATE TABLE installation (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
);

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    host TEXT UNIQUE,
    second_factor TEXT NOT NULL CHECK (second_factor IN ('on', 'off')),
    log_key TEXT NOT NULL,
    created_at TEXT NOT NULL
);

CREATE TABLE procedure_version (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    published_at TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (organisation, version)
);

-- Gapless numbering: one row per book and year, moved in the transaction that uses the number.
CREATE TABLE counter (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    book TEXT NOT NULL,
    year BIGINT NOT NULL,
    last BIGINT NOT NULL CHECK (last > 0),
    PRIMARY KEY (organisation, book, year)
);

-- The log (docs/journal.md). Openings are its only erasable part.
CREATE TABLE log_head (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    frontier BLOB NOT NULL,
    seal BLOB NOT NULL
);

CREATE TABLE log_leaf (
    organisation TEXT NOT NULL,
    seq BIGINT NOT NULL,
    leaf TEXT NOT NULL,
    PRIMARY KEY (organisation, seq)
);

CREATE TABLE log_node (
    organisation TEXT NOT NULL,
    level BIGINT NOT NULL,
    position BIGINT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (organisation, level, position)
);

CREATE TABLE log_opening (
    organisation TEXT NOT NULL,
    seq BIGINT NOT NULL,
    case_file TEXT NOT NULL,
    salt BLOB NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (organisation, seq)
);
CREATE INDEX log_opening_by_case ON log_opening (organisation, case_file, seq);

CREATE TABLE log_checkpoint (
    organisation TEXT NOT NULL,
    size BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (organisation, size)
);

-- What lists show of each case file: a projection of its events, verified equal to them.
CREATE TABLE case_file (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    reference_year BIGINT NOT NULL,
    reference_ordinal BIGINT NOT NULL,
    number_year BIGINT,
    number_ordinal BIGINT,
    stage TEXT NOT NULL,
    channel TEXT NOT NULL,
    stakeholder TEXT NOT NULL,
    person TEXT NOT NULL,
    subject TEXT NOT NULL,
    theme TEXT NOT NULL,
    handler TEXT NOT NULL,
    received_at TEXT NOT NULL,
    acknowledgement_due TEXT NOT NULL,
    acknowledged_at TEXT NOT NULL,
    answer_target TEXT NOT NULL,
    answer_due TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    nature TEXT NOT NULL,
    reply_due TEXT NOT NULL,
    mediator_step TEXT NOT NULL,
    mediator_due TEXT NOT NULL,
    last_seq BIGINT NOT NULL,
    first_seq BIGINT NOT NULL,
    PRIMARY KEY (organisation, id),
    UNIQUE (organisation, reference_year, reference_ordinal),
    UNIQUE (organisation, first_seq)
);
CREATE UNIQUE INDEX case_file_by_number ON case_file (organisation, number_year, number_ordinal)
    WHERE number_year IS NOT NULL;
CREATE INDEX case_file_by_stage ON case_file (organisation, stage, answer_due);

-- The folded words of each case file, between blanks; then word by word, so that a prefix search is an index range on
-- both engines, for the files whose first_seq is below `below`. The short keys keep the index small.
CREATE TABLE case_text (
    organisation TEXT NOT NULL,
    first_seq BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (organisation, first_seq)
);

CREATE TABLE case_word (
    organisation_number BIGINT NOT NULL,
    word TEXT NOT NULL,
    first_seq BIGINT NOT NULL,
    PRIMARY KEY (organisation_number, word, first_seq)
);

CREATE TABLE word_index (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    below BIGINT NOT NULL
);

-- What makes a form count once however often it is sent, and shows its receipt again for half an hour.
CREATE TABLE submission (
    organisation TEXT NOT NULL,
    id_digest BLOB NOT NULL,
    body_digest BLOB NOT NULL,
    case_file TEXT NOT NULL,
    seq BIGINT NOT NULL,
    sealed_secret BLOB,
    created_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id_digest)
);
CREATE INDEX submission_with_secret ON submission (organisation, created_at) WHERE sealed_secret IS NOT NULL;

-- Tracking secrets, as digests only.
CREATE TABLE tracking (
    organisation TEXT NOT NULL,
    secret_digest BLOB NOT NULL,
    case_file TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (organisation, secret_digest)
);

-- Uploads whose form has not been sent, whole or not: dropped after a day, with what they left below.
CREATE TABLE upload (
    organisation TEXT NOT NULL,
    id TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);

-- Attachments; those without a case file are uploads.
CREATE TABLE attachment (
    organisation TEXT NOT NULL,
    id TEXT NOT NULL,
    case_file TEXT,
    submission BLOB,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    length BIGINT NOT NULL,
    digest TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX attachment_by_case ON attachment (organisation, case_file);
CREATE INDEX attachment_by_submission ON attachment (organisation, submission) WHERE submission IS NOT NULL;

CREATE TABLE attachment_chunk (
    organisation TEXT NOT NULL,
    attachment TEXT NOT NULL,
    position BIGINT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (organisation, attachment, position)
);

-- Letters, kept as sent, and what became of them.
CREATE TABLE letter (
    organisation TEXT NOT NULL,
    id TEXT NOT NULL,
    case_file TEXT NOT NULL,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    message BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'paper', 'issued', 'failed')),
    attempts BIGINT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    claimed_until TEXT NOT NULL,
    result TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX letter_by_case ON letter (organisation, case_file);
CREATE INDEX letter_to_send ON letter (state, next_attempt_at);
CREATE INDEX letter_by_recipient ON letter (organisation, recipient, created_at);

-- Openings of case files and downloads: who looked at what (journal of accesses).
CREATE TABLE access (
    organisation TEXT NOT NULL,
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    action TEXT NOT NULL,
    case_file TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);
