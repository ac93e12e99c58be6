package org.almbridge.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells what each column of a CSV input means, and refuses a header that would leave that to guesswork. */
record CsvHeader(List<String> names, List<Optional<String>> attributes) {

    private static final List<Character> USUAL_DELIMITERS = List.of(';', '\t', '|', ',');

    /** Takes the first line that is not blank for the header. */
    static CsvHeader read(CsvRecords records, InputSettings settings) throws IOException {
        CsvHeaderCells cells;
        do {
            cells = new CsvHeaderCells();
            if (!records.next(cells)) {
                throw new UnreadableInputException(
                        "the input is empty: send a header line with at least the columns email"
                                + " and name, then one line for each person");
            }
        } while (cells.isBlankLine());
        List<String> names = cells.names(settings);
        CsvHeader header =
                new CsvHeader(names, names.stream().map(Attributes::canonical).toList());
        header.refuseDuplicates();
        header.refuseMissingEmail(settings);
        return header;
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
            String identity =
                    attribute(position).orElse(name.isEmpty() ? label(position) : name.toLowerCase(Locale.ROOT));
            Integer earlier = seen.put(identity, position);
            if (earlier != null) {
                throw new UnreadableInputException("the header names the column " + label(position) + " twice (columns "
                        + (earlier + 1) + " and " + (position + 1) + "): remove or rename one of them");
            }
        }
    }

    private void refuseMissingEmail(InputSettings settings) throws UnreadableInputException {
        if (attributes.contains(Optional.of(Attributes.EMAIL))) {
            return;
        }
        throw new UnreadableInputException("the header has no column email: "
                + otherDelimiter(settings)
                        .map(other -> "separate the columns by " + Characters.several(settings.delimiter())
                                + ", not by " + Characters.several(other)
                                + settings.orSet(InputSettings.DELIMITER, Characters.setting(other)))
                        .orElse("name the columns in the first line, the one with the e-mail addresses email"));
    }

    private Optional<Character> otherDelimiter(InputSettings settings) {
        return USUAL_DELIMITERS.stream()
                .filter(usual -> usual != settings.delimiter())
                .filter(usual -> names.stream().anyMatch(name -> name.indexOf(usual) >= 0))
                .findFirst();
    }
}
