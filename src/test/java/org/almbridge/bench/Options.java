package org.almbridge.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was given on the command line; bench/README.md says what each option means, each measure has defaults of its own. */
final class Options {

    private static final Set<String> KNOWN = Set.of(
            "setups",
            "targets",
            "rounds",
            "learners",
            "warmup",
            "lags",
            "limits",
            "limit",
            "burst",
            "rows",
            "minutes",
            "starts",
            "idle",
            "heap",
            "statements",
            "match");

    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /** @param args each {@code <option>=<value>} */
    static Options of(List<String> args) {
        Map<String, String> given = new TreeMap<>();
        for (String arg : args) {
            String[] option = arg.split("=", 2);
            given.put(option[0], option.length == 2 ? option[1] : "");
        }
        if (!KNOWN.containsAll(given.keySet())) {
            throw new IllegalArgumentException("give <option>=<value> of " + KNOWN);
        }
        return new Options(given);
    }

    String text(String option, String otherwise) {
        return given.getOrDefault(option, otherwise);
    }

    int number(String option, int otherwise) {
        return Integer.parseInt(text(option, String.valueOf(otherwise)));
    }

    /** @param otherwise with commas between them */
    List<String> list(String option, String otherwise) {
        return Stream.of(text(option, otherwise).split(",")).toList();
    }

    /** Builds to measure: folders with {@code quarkus-app} in them, or native executables. */
    List<Path> targets() {
        return list("targets", "target").stream().map(Path::of).toList();
    }

    /** The heap that each Java under test may use, as Java takes it. */
    String heap() {
        return "-Xmx" + text("heap", "256m");
    }
}
