package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Reads a JSON array of people, bare or as the {@code data} of an envelope, as web interfaces export them. */
@Singleton
public class JsonRowReader implements RowReader {

    private final JsonFactory factory = JsonParsers.factory();

    @Override
    public String format() {
        return "json";
    }

    @Override
    public Rows open(InputStream in, InputSettings settings) throws IOException {
        StrictReader text = new StrictReader(in, settings);
        return new JsonRows(text, factory.createParser(text), settings);
    }
}
