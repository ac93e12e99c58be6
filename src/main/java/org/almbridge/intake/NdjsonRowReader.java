package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Reads one JSON object a line, as logs and streams are exported; a bad line costs only itself. */
@Singleton
public class NdjsonRowReader implements RowReader {

    private final JsonFactory factory = JsonParsers.factory();

    @Override
    public String format() {
        return "ndjson";
    }

    @Override
    public Rows open(InputStream in, InputSettings settings) throws IOException {
        return new NdjsonRows(new Lines(new StrictReader(in, settings)), factory, settings);
    }
}
