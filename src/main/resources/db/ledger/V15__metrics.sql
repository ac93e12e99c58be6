-- When the row came that asked for the enrolment; 0 is unknown, of one that is older than this column.
ALTER TABLE enrolment ADD COLUMN accepted_at BIGINT NOT NULL DEFAULT 0;
