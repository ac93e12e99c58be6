-- A batch that waits for approval: why, when it was given, and when to let its rows go on.
ALTER TABLE batch ADD COLUMN held TEXT;
ALTER TABLE batch ADD COLUMN approved_at BIGINT;
ALTER TABLE batch ADD COLUMN due_at BIGINT;
ALTER TABLE batch ADD COLUMN claimed_by BIGINT;

-- The good rows of a batch that is held.
CREATE TABLE held_row (
    batch_id   TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    attributes TEXT NOT NULL,
    PRIMARY KEY (batch_id, row_number)
);
