-- A name of a source is looked up when it is used again for another content.
CREATE INDEX batch_name ON batch (source, name);
