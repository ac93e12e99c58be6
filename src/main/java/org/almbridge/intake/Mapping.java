package org.almbridge.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Translates between what a source calls things and what we call them, and adds what the source does not say.
 *
 * @param name            under which it is configured, {@code null} for none
 * @param headers         for each renamed attribute the header of the source, or a JSON pointer to the member
 * @param constants       values of attributes whatever a row says
 * @param defaults        values of attributes for rows that say nothing
 * @param separators      for each attribute of several values what stands between them
 * @param unknownAsFields whether columns that mean nothing to us become active fields
 * @param attributes      the renamed attributes by their folded headers
 */
record Mapping(
        String name,
        Map<String, String> headers,
        Map<String, String> constants,
        Map<String, String> defaults,
        Map<String, String> separators,
        boolean unknownAsFields,
        Map<String, String> attributes) {

    static final Mapping NONE = new Mapping(null, Map.of(), Map.of(), Map.of(), Map.of(), false);

    Mapping(
            String name,
            Map<String, String> headers,
            Map<String, String> constants,
            Map<String, String> defaults,
            Map<String, String> separators,
            boolean unknownAsFields) {
        this(
                name,
                headers,
                constants,
                defaults,
                separators,
                unknownAsFields,
                headers.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> Attributes.fold(entry.getValue()), Map.Entry::getKey, (one, other) -> one)));
    }

    /** The attribute that a header of the source stands for; empty for a column that does not count. */
    Optional<String> attribute(String header) {
        String renamed = attributes.get(Attributes.fold(header));
        if (renamed != null) {
            return Optional.of(renamed);
        }
        Optional<String> own = Attributes.canonical(header);
        if (own.isPresent()) {
            // a renamed attribute is taken from its header alone, and a constant from no header
            return own.filter(attribute -> !headers.containsKey(attribute) && !constants.containsKey(attribute));
        }
        String label = Text.trim(header);
        return unknownAsFields && !label.isEmpty() ? Optional.of(Attributes.FIELDS + label) : Optional.empty();
    }

    /** Whether a header has a meaning of its own, and is not only passed on. */
    boolean knows(String header) {
        return attributes.containsKey(Attributes.fold(header))
                || Attributes.canonical(header).isPresent();
    }

    /** The attribute that a member stands for, by its folded JSON pointer. */
    Optional<String> pointed(String pointer) {
        return Optional.ofNullable(attributes.get(pointer));
    }

    /** Whether a member that counts is below that folded JSON pointer. */
    boolean leadsOn(String pointer) {
        return attributes.keySet().stream().anyMatch(header -> header.startsWith(pointer + "/"));
    }

    boolean hasPointers() {
        return leadsOn("");
    }

    /** The parts of a value that holds several; empty for an attribute that has one value. */
    Optional<List<String>> split(String attribute, String value) {
        return Optional.ofNullable(separators.get(attribute))
                .map(separator -> Arrays.stream(value.split(Pattern.quote(separator)))
                        .map(Text::trim)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
