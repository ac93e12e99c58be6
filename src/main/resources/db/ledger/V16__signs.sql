-- Who was finished of late is looked up at short intervals.
CREATE INDEX learner_finished ON learner (finished_at) WHERE finished_at IS NOT NULL;
