-- Programs that are told of what happens (docs/decisions/0029): where, of what, and the secret that what they are sent is
-- signed with, sealed under the key file; for a day the one before, too. Events stand between blanks.
CREATE TABLE subscriber (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    events TEXT NOT NULL,
    secret BLOB NOT NULL,
    former_secret BLOB,
    former_until TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('actif', 'arrete', 'en-panne')),
    failing_since TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);

-- What each of them is sent, written with what happened: the event (empty for a trial), marks and stage, and nothing of
-- anybody. It is composed as it leaves.
CREATE TABLE announcement (
    organisation TEXT NOT NULL,
    id TEXT NOT NULL,
    subscriber TEXT NOT NULL,
    event TEXT NOT NULL,
    case_file TEXT NOT NULL,
    reference TEXT NOT NULL,
    number TEXT NOT NULL,
    stage TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('attente', 'remis', 'echec')),
    attempts BIGINT NOT NULL DEFAULT 0,
    tried_since TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    claimed_until TEXT NOT NULL DEFAULT '',
    tried_at TEXT NOT NULL DEFAULT '',
    status BIGINT NOT NULL DEFAULT 0,
    trouble TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, subscriber) REFERENCES subscriber (organisation, id)
);
CREATE INDEX announcement_due ON announcement (organisation, next_attempt_at) WHERE state = 'attente';
CREATE INDEX announcement_by_subscriber ON announcement (organisation, subscriber, happened_at);
CREATE INDEX announcement_by_case ON announcement (organisation, case_file) WHERE state <> 'remis';

-- The history of the settings of these programs: what was set, from what to what, when and by whose hand.
CREATE TABLE subscriber_change (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    subscriber TEXT NOT NULL,
    name TEXT NOT NULL,
    setting TEXT NOT NULL CHECK (setting IN ('nom', 'adresse', 'evenements', 'etat', 'secret')),
    former TEXT NOT NULL,
    present TEXT NOT NULL,
    author TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);
