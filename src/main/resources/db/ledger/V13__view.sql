-- Batches are listed from the newest to the oldest, all of them, those of a source, or those of a state that few are in.
CREATE INDEX batch_opened ON batch (opened_at, id);
CREATE INDEX batch_source ON batch (source, opened_at, id);
CREATE INDEX batch_reading ON batch (opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX batch_held ON batch (opened_at, id) WHERE held IS NOT NULL;
CREATE INDEX batch_failed ON batch (opened_at, id) WHERE failure IS NOT NULL;

-- Whom the row of a held batch is about, so that they are found before they are learners.
ALTER TABLE held_row ADD COLUMN learner_key TEXT;
ALTER TABLE held_row ADD COLUMN email TEXT;
CREATE INDEX held_row_learner ON held_row (learner_key);
CREATE INDEX held_row_email ON held_row (email);
