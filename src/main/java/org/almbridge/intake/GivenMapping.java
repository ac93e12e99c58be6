package org.almbridge.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one mapping of the configuration, and finds what contradicts itself or means nothing. */
final class GivenMapping {

    private static final String CONSTANTS = "constants.";
    private static final String DEFAULTS = "defaults.";
    private static final String SPLIT = "split.";
    private static final String UNKNOWN_COLUMNS = "unknown-columns";
    private static final String AS_FIELDS = "fields";
    private static final String IGNORED = "ignore";

    private final String prefix;
    private final Map<String, String> given;
    private final List<String> problems = new ArrayList<>();
    private final Mapping mapping;

    GivenMapping(String name, Map<String, String> given) {
        this.prefix = "bridge.mappings." + name + ".";
        this.given = new TreeMap<>(given);
        String unknown = given.getOrDefault(UNKNOWN_COLUMNS, IGNORED);
        if (!unknown.equals(IGNORED) && !unknown.equals(AS_FIELDS)) {
            problems.add(prefix + UNKNOWN_COLUMNS + " is '" + unknown + "': give " + IGNORED + " or " + AS_FIELDS);
        }
        this.mapping = new Mapping(
                name, group(""), group(CONSTANTS), group(DEFAULTS), group(SPLIT), unknown.equals(AS_FIELDS));
        refuseHeadersGivenTwice();
        refuseContradictions();
    }

    Mapping mapping() {
        return mapping;
    }

    /** Each begins with the key at fault. */
    List<String> problems() {
        return problems;
    }

    /** The values of one group by the canonical names of their attributes. */
    private Map<String, String> group(String group) {
        Map<String, String> values = new HashMap<>();
        given.forEach((key, value) -> {
            if (groupOf(key).equals(group) && !key.equals(UNKNOWN_COLUMNS)) {
                String name = key.substring(group.length());
                Optional<String> attribute = Attributes.canonical(name);
                if (attribute.isEmpty()) {
                    problems.add(prefix + key + " names no attribute: give one of " + Attributes.listed());
                } else if (values.put(attribute.get(), value) != null) {
                    problems.add(prefix + key + " gives " + attribute.get() + " a second time: remove one of them");
                }
            }
        });
        return values;
    }

    private static String groupOf(String key) {
        return List.of(CONSTANTS, DEFAULTS, SPLIT).stream()
                .filter(key::startsWith)
                .findFirst()
                .orElse("");
    }

    private void refuseHeadersGivenTwice() {
        Map<String, String> seen = new HashMap<>();
        new TreeMap<>(mapping.headers()).forEach((attribute, header) -> {
            String earlier = seen.put(Attributes.fold(header), attribute);
            if (earlier != null) {
                problems.add(prefix + attribute + " takes the header '" + header + "', and so does " + earlier
                        + ": give each header to one attribute");
            }
        });
    }

    private void refuseContradictions() {
        for (String attribute : mapping.constants().keySet()) {
            if (mapping.headers().containsKey(attribute) || mapping.defaults().containsKey(attribute)) {
                problems.add(prefix + CONSTANTS + attribute + " leaves no room for a header or a default of "
                        + attribute + ": give one of them");
            }
        }
        for (String attribute : mapping.separators().keySet()) {
            if (!attribute.startsWith(Attributes.FIELDS)) {
                problems.add(prefix + SPLIT + attribute + " is about " + attribute
                        + ", and only fields.<name> may have several values: remove it");
            }
        }
    }
}
