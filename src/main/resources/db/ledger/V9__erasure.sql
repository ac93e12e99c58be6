-- Who is gone from the ledger stays in the numbers of the batch that brought them: people who had been enrolled, people who
-- had not, enrolments that were made, enrolments that were not, and rows of a batch that is held.
ALTER TABLE batch ADD COLUMN erased_enrolled BIGINT NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN erased_others BIGINT NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN erased_enrolments_made BIGINT NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN erased_enrolments_others BIGINT NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN erased_held BIGINT NOT NULL DEFAULT 0;
