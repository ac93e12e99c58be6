-- The W3C trace context in which the batch came in, null when that was not traced.
ALTER TABLE batch ADD COLUMN trace TEXT;
