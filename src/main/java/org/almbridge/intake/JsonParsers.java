package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** Makes parsers of JSON that hold no more than a bounded part of what they read. */
public final class JsonParsers {

    /**
     * Where the parser itself stops, in characters, as for CSV. A value between {@link RowValues#MAX_VALUE_LENGTH} and this
     * costs only its row.
     */
    static final int MAX_PARSED_VALUE_LENGTH = 1_048_576;

    private static final int MAX_NAME_LENGTH = 1_024;
    private static final int MAX_NUMBER_LENGTH = 1_000;
    private static final int MAX_DEPTH = 100;

    private JsonParsers() {}

    public static JsonFactory factory() {
        return JsonFactory.builder()
                // names are kept for the life of the factory otherwise, and an input may make up a million of them
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAX_PARSED_VALUE_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
    }
}
