-- The mails that came, each once, whatever its mailbox says of it meanwhile (S-74): its bytes are an attachment, kept before
-- anything is read; then what was read of it, for a person and for the rules; then what it was sorted as, and why. `case_file`
-- is the case that it is part of, `suggested` one that it seems to be about, `letter` the one that came back; empty for none.
CREATE TABLE mail (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    attachment TEXT NOT NULL,
    length BIGINT NOT NULL,
    kept_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('kept', 'read', 'sorted')),
    next_attempt_at TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    reading BLOB,
    message_id TEXT NOT NULL,
    person TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    sort TEXT NOT NULL,
    reason TEXT NOT NULL,
    case_file TEXT NOT NULL,
    suggested TEXT NOT NULL,
    letter TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE UNIQUE INDEX mail_by_digest ON mail (organisation, digest);
CREATE INDEX mail_by_time ON mail (organisation, kept_at, id);
CREATE INDEX mail_by_sort ON mail (organisation, sort, kept_at, id);
CREATE INDEX mail_by_message_id ON mail (organisation, message_id) WHERE message_id <> '';
CREATE INDEX mail_to_sort ON mail (organisation, next_attempt_at, id) WHERE state <> 'sorted';

-- Where each was found, so that none is fetched again, and every one that a mailbox has is accounted for.
CREATE TABLE mail_place (
    organisation TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    validity BIGINT NOT NULL,
    uid BIGINT NOT NULL,
    mail TEXT NOT NULL,
    PRIMARY KEY (organisation, mailbox, validity, uid)
);

-- What came with a mail, as attachments.
CREATE TABLE mail_file (
    organisation TEXT NOT NULL,
    mail TEXT NOT NULL,
    position BIGINT NOT NULL,
    attachment TEXT NOT NULL,
    PRIMARY KEY (organisation, mail, position)
);
CREATE INDEX mail_file_by_attachment ON mail_file (organisation, attachment);

-- Who has sorted a mail otherwise, and when.
CREATE TABLE mail_act (
    organisation TEXT NOT NULL,
    mail TEXT NOT NULL,
    at TEXT NOT NULL,
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    sort TEXT NOT NULL,
    case_file TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX mail_act_by_mail ON mail_act (organisation, mail, at);

-- How far each mailbox was read, when it last was, and why it cannot be, since when.
CREATE TABLE mailbox (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    validity BIGINT NOT NULL,
    through BIGINT NOT NULL,
    read_at TEXT NOT NULL,
    trouble TEXT NOT NULL,
    trouble_since TEXT NOT NULL,
    PRIMARY KEY (organisation, name)
);

-- Answers to those who asked for the form: gone a day after they left, since one address gets one a day (S-71).
CREATE TABLE form_reply (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    answers TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    settled_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX form_reply_by_mailbox ON form_reply (organisation, mailbox, created_at);
