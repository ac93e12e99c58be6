-- Times are epoch milliseconds. The SQL keeps to what SQLite and PostgreSQL both understand.

-- Small facts that must outlive a restart.
CREATE TABLE state (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- One input of a source; the id is derived from source, name and content, so the same input is the same batch.
CREATE TABLE batch (
    id        TEXT PRIMARY KEY,
    source    TEXT NOT NULL,
    name      TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    rows_read BIGINT NOT NULL DEFAULT 0,
    failure   TEXT
);

CREATE TABLE rejected_row (
    batch_id   TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    reasons    TEXT NOT NULL,
    PRIMARY KEY (batch_id, row_number)
);

-- due_at is null while the learner is claimed and once nothing is left to do.
CREATE TABLE learner (
    learner_key TEXT PRIMARY KEY,
    email       TEXT NOT NULL UNIQUE,
    attributes  TEXT NOT NULL,
    batch_id    TEXT NOT NULL,
    row_number  INTEGER NOT NULL,
    state       TEXT NOT NULL,
    alm_user_id TEXT UNIQUE,
    created_at  BIGINT,
    linked      INTEGER NOT NULL DEFAULT 0,
    accepted_at BIGINT NOT NULL,
    retry_from  BIGINT NOT NULL,
    due_at      BIGINT,
    claimed_by  BIGINT,
    finished_at BIGINT
);

CREATE INDEX learner_due ON learner (state, due_at, row_number) WHERE due_at IS NOT NULL;
CREATE INDEX learner_batch ON learner (batch_id);

CREATE TABLE enrolment (
    learner_key    TEXT NOT NULL,
    lo_instance_id TEXT NOT NULL,
    lo_id          TEXT NOT NULL,
    state          TEXT NOT NULL,
    enrolled_at    BIGINT,
    escalation_id  TEXT,
    PRIMARY KEY (learner_key, lo_instance_id)
);

-- One call to ALM: written before the call as an intent, completed after it. No end means that the outcome is unknown.
CREATE TABLE attempt (
    learner_key    TEXT NOT NULL,
    number         INTEGER NOT NULL,
    call           TEXT NOT NULL,
    lo_instance_id TEXT,
    started_at     BIGINT NOT NULL,
    ended_at       BIGINT,
    status         INTEGER,
    failure_class  TEXT,
    request_id     TEXT,
    body           TEXT,
    PRIMARY KEY (learner_key, number)
);

CREATE TABLE escalation (
    id            TEXT PRIMARY KEY,
    learner_key   TEXT NOT NULL,
    failure_class TEXT NOT NULL,
    opened_at     BIGINT NOT NULL
);

CREATE INDEX escalation_learner ON escalation (learner_key);

-- The state of one escalation at one endpoint, an endpoint being its position in bridge.escalation.endpoints.
CREATE TABLE delivery (
    escalation_id TEXT NOT NULL,
    endpoint      INTEGER NOT NULL,
    tries         INTEGER NOT NULL DEFAULT 0,
    due_at        BIGINT,
    claimed_by    BIGINT,
    delivered_at  BIGINT,
    PRIMARY KEY (escalation_id, endpoint)
);

CREATE INDEX delivery_due ON delivery (endpoint, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX delivery_claimed ON delivery (endpoint, claimed_by) WHERE claimed_by IS NOT NULL;
