package org.almbridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.almbridge.learner.FailureClass;

/**
 * The members of a JSON content, or the parameters of a query, read one by one. What is wrong with one ends the request with
 * a problem that names it and says what is allowed, and does not repeat its value. Whoever has read all that an operation
 * knows calls {@link #noOthers}.
 */
final class Members {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final ObjectNode json;
    private final boolean query;
    private final Set<String> known = new TreeSet<>();

    private Members(ObjectNode json, boolean query) {
        this.json = json;
        this.query = query;
    }

    static Members ofContent(ObjectNode json) {
        return new Members(json, false);
    }

    /** All of a query is known to whoever has read it, so {@link #noOthers} is not to be asked. */
    static Members ofQuery(Query query) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        query.given().forEach(json::put);
        return new Members(json, true);
    }

    private JsonNode member(String name) {
        known.add(name);
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** {@code null} when it is not there. */
    String text(String name, int max) throws ProblemException {
        JsonNode value = member(name);
        if (value == null) {
            return null;
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (text.isEmpty() || text.length() > max) {
            throw wrong(name, "is no such text", textOf(max));
        }
        return text;
    }

    String required(String name, int max) throws ProblemException {
        String text = text(name, max);
        if (text == null) {
            throw wrong(name, "is missing", textOf(max));
        }
        return text;
    }

    private static String textOf(int max) {
        return "give a text of 1 to " + max + " characters";
    }

    boolean flag(String name, boolean otherwise) throws ProblemException {
        JsonNode value = member(name);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "is neither true nor false", "give one of these");
        }
        return value == null ? otherwise : value.booleanValue();
    }

    /** {@code null} when it is not there. */
    Long number(String name, long min, long max) throws ProblemException {
        JsonNode value = member(name);
        if (value == null) {
            return null;
        }
        long number = -1;
        if (query && value.textValue().matches("\\d{1,18}")) {
            number = Long.parseLong(value.textValue());
        } else if (!query && value.canConvertToLong() && value.isIntegralNumber()) {
            number = value.longValue();
        }
        if (number < min || number > max) {
            throw wrong(name, "is no such number", "give a whole number from " + min + " to " + max);
        }
        return number;
    }

    /** {@code null} when it is not there. */
    List<String> texts(String name, int most, Pattern each, String what) throws ProblemException {
        JsonNode value = member(name);
        if (value == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.textValue()));
        boolean good = value.isArray()
                && !texts.isEmpty()
                && texts.size() <= most
                && texts.stream()
                        .allMatch(text -> text != null && each.matcher(text).matches());
        if (!good) {
            throw wrong(name, "is no such list", "give an array of 1 to " + most + " " + what);
        }
        return List.copyOf(new TreeSet<>(texts));
    }

    /** Epoch milliseconds; {@code null} when it is not there. */
    Long time(String name) throws ProblemException {
        JsonNode value = member(name);
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(String.valueOf(value.textValue()))
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(name, "is no moment", "give one as 2026-11-22T21:00:00Z");
        }
    }

    /** The value of that name, in any case; {@code null} when it is not there. */
    <E extends Enum<E>> E oneOf(String name, Class<E> values) throws ProblemException {
        JsonNode value = member(name);
        if (value == null) {
            return null;
        }
        return Arrays.stream(values.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(value.textValue()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "is none of those there are",
                        "give one of "
                                + Arrays.stream(values.getEnumConstants())
                                        .map(Members::written)
                                        .collect(Collectors.joining(", "))));
    }

    /** As failure classes are written; smaller sets of words are in lower case. */
    private static String written(Enum<?> value) {
        return value instanceof FailureClass ? value.name() : value.name().toLowerCase(Locale.ROOT);
    }

    /** Refuses what was not asked for: a misspelt filter would mean everything. */
    void noOthers() throws ProblemException {
        for (String name : (Iterable<String>) json::fieldNames) {
            if (!known.contains(name)) {
                throw wrong(
                        shown(name),
                        "is unknown here",
                        known.isEmpty() ? "leave it out" : "there are " + String.join(", ", known));
            }
        }
    }

    private static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "A name";
    }

    static ProblemException wrong(String name, String what, String remedy) {
        return new ProblemException(Problem.of(400, name + " " + what + ": " + remedy + "."));
    }
}
