-- From when on the user may be created and the enrolment made; 0 is at once.
ALTER TABLE learner ADD COLUMN start_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE enrolment ADD COLUMN start_at BIGINT NOT NULL DEFAULT 0;
