-- The bridges at work. The beat counts the transactions of one: who stands still is looked after by the others.
CREATE TABLE node (
    epoch BIGINT PRIMARY KEY,
    name  TEXT NOT NULL,
    beat  BIGINT NOT NULL
);

-- What only one bridge may do at a time, and which one does.
CREATE TABLE leadership (
    task  TEXT PRIMARY KEY,
    epoch BIGINT NOT NULL
);

-- The quota of HTTP methods, which all bridges draw from; the columns are those of Bucket4j.
CREATE TABLE quota (
    id    TEXT PRIMARY KEY,
    state BYTEA
);

-- Several bridges write outcomes at the same time.
CREATE SEQUENCE outcome_number;
