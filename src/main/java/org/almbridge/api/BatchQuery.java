package org.almbridge.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.almbridge.ledger.Batch;
import org.almbridge.ledger.BatchPage;
import org.almbridge.ledger.BatchState;
import org.apache.camel.Exchange;

/** Reads which batches a request asks for. */
final class BatchQuery {

    static final String SOURCE = "source";
    static final String STATE = "state";
    static final String LIMIT = "limit";
    static final String BEFORE = "before";

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})-(\\w{1,64})");

    private BatchQuery() {}

    static BatchPage read(Exchange exchange) throws ProblemException {
        Query query = Query.of(exchange, SOURCE, STATE, LIMIT, BEFORE);
        return new BatchPage(
                query.get(SOURCE), state(query.get(STATE)), limit(query.get(LIMIT)), place(query.get(BEFORE)));
    }

    private static BatchState state(String text) throws ProblemException {
        if (text == null) {
            return null;
        }
        return Arrays.stream(BatchState.values())
                .filter(state -> name(state).equals(text))
                .findFirst()
                .orElseThrow(() -> Query.wrong(
                        STATE,
                        "is no state",
                        "give one of "
                                + Arrays.stream(BatchState.values())
                                        .map(BatchQuery::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** The state as answers and queries have it. */
    static String name(BatchState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static int limit(String text) throws ProblemException {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Query.wrong(LIMIT, "is not a number that is allowed", "give a whole number from 1 to " + MAX_LIMIT);
        }
        return limit;
    }

    private static BatchPage.Place place(String text) throws ProblemException {
        if (text == null) {
            return null;
        }
        Matcher cursor = CURSOR.matcher(text);
        if (!cursor.matches()) {
            throw Query.wrong(BEFORE, "is no place in the list", "take it from the member next of an earlier answer");
        }
        return new BatchPage.Place(Long.parseLong(cursor.group(1)), cursor.group(2));
    }

    /** The place of a batch in the list, as the parameter before has it. */
    static String cursor(Batch batch) {
        return batch.openedAt() + "-" + batch.id();
    }
}
