-- Batches that are approved and due are looked for at every poll.
CREATE INDEX batch_due ON batch (due_at) WHERE due_at IS NOT NULL;
