-- What a learner who is not created yet waits for: the key of their manager, or the batch that may still bring the manager.
ALTER TABLE learner ADD COLUMN waits_for TEXT;
-- 1 when somebody has waited for this learner to be created, so that nobody is looked for in vain after every create.
ALTER TABLE learner ADD COLUMN awaited INTEGER NOT NULL DEFAULT 0;

CREATE INDEX learner_waits_for ON learner (waits_for) WHERE waits_for IS NOT NULL;
