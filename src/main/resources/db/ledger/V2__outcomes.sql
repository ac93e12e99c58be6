-- What the operator's system is still to be told, in order; a row is removed when the endpoint has taken it.
CREATE TABLE outcome (
    number      BIGINT PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    learner_key TEXT,
    document    TEXT NOT NULL
);
