package org.almbridge.learner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries several values of one column as one text, a JSON array of texts, through the ledger to ALM. Whoever writes such an
 * array into a cell means the same.
 */
public final class SeveralValues {

    private static final JsonFactory JSON = new JsonFactory();

    private SeveralValues() {}

    public static String text(List<String> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeArray(values.toArray(String[]::new), 0, values.size());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory takes everything", e);
        }
        return text.toString();
    }

    /** The values that a text carries, empty for one that is a single value. */
    public static Optional<List<String>> of(String text) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                values.add(json.getText());
            }
            boolean whole = json.currentToken() == JsonToken.END_ARRAY && json.nextToken() == null;
            return whole && values.stream().noneMatch(SeveralValues::isNoText) ? Optional.of(values) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Escapes of JSON can spell what the rules for rows refuse. */
    private static boolean isNoText(String value) {
        return value.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
