package org.almbridge.intake;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells what each column of a table means, and refuses a header that would leave that to guesswork. */
record Header(List<String> names, List<Optional<String>> attributes) {

    /** @param advice what to do when the e-mail addresses are missing, if the format can tell */
    static Header of(HeaderCells cells, InputSettings settings, Optional<String> advice)
            throws UnreadableInputException {
        List<String> names = cells.names(settings);
        Header header = new Header(
                names, names.stream().map(settings.mapping()::attribute).toList());
        header.refuseDuplicates();
        header.refuseMissing(settings.mapping());
        header.refuseMissingEmail(advice);
        return header;
    }

    static UnreadableInputException empty() {
        return new UnreadableInputException("the input is empty: send a header line with at least the columns email"
                + " and name, then one line for each person");
    }

    int size() {
        return names.size();
    }

    Optional<String> attribute(int position) {
        return attributes.get(position);
    }

    /** What to call a column when talking to a person. */
    String label(int position) {
        String name = names.get(position);
        return attribute(position).orElse(name.isEmpty() ? "column " + (position + 1) : Text.label(name));
    }

    Set<String> ignored() {
        Set<String> ignored = new LinkedHashSet<>();
        IntStream.range(0, size())
                .filter(position -> attribute(position).isEmpty())
                .forEach(position -> ignored.add(label(position)));
        return ignored;
    }

    private void refuseDuplicates() throws UnreadableInputException {
        Map<String, Integer> seen = new HashMap<>();
        for (int position = 0; position < size(); position++) {
            String name = names.get(position);
            String identity = attribute(position)
                    .orElse(" " + (name.isEmpty() ? label(position) : name.toLowerCase(Locale.ROOT)));
            Integer earlier = seen.put(identity, position);
            if (earlier != null) {
                throw new UnreadableInputException("the header names the column " + label(position) + " twice (columns "
                        + (earlier + 1) + " and " + (position + 1) + "): remove or rename one of them");
            }
        }
    }

    private void refuseMissing(Mapping mapping) throws UnreadableInputException {
        for (Map.Entry<String, String> renamed : mapping.headers().entrySet()) {
            String attribute = renamed.getKey();
            if (!attributes.contains(Optional.of(attribute))
                    && !mapping.defaults().containsKey(attribute)) {
                throw new UnreadableInputException("the header has no column " + renamed.getValue()
                        + ", which is the one for " + attribute + ": add it, or correct bridge.mappings."
                        + mapping.name() + "." + attribute + ", or give a value for everybody by bridge.mappings."
                        + mapping.name() + ".defaults." + attribute);
            }
        }
    }

    private void refuseMissingEmail(Optional<String> advice) throws UnreadableInputException {
        if (!attributes.contains(Optional.of(Attributes.EMAIL))) {
            throw new UnreadableInputException("the header has no column email: "
                    + advice.orElse("name the columns in the first line, the one with the e-mail addresses email"));
        }
    }
}
