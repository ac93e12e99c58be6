package org.almbridge.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param setups  as {@code postgresql:3}: store and number of bridges
 * @param targets builds to compare, each a folder with {@code quarkus-app} in it
 * @param rounds  how often all of it is measured, one after the other
 * @param learners people of the measured file
 * @param warmup  people who go through before, so that Java has compiled what matters
 * @param requestsPerMinute POSTs that ALM allows, 0 for any number
 * @param burst   POSTs that pass at once beyond that rate
 * @param statements how many statements of the database to list
 */
record Options(
        List<String> setups,
        List<Path> targets,
        int rounds,
        int learners,
        int warmup,
        int requestsPerMinute,
        int burst,
        int statements) {

    static Options of(String[] args) {
        Map<String, String> given = new TreeMap<>();
        for (String arg : args) {
            String[] option = arg.split("=", 2);
            given.put(option[0], option.length == 2 ? option[1] : "");
        }
        Set<String> known = Set.of("setups", "targets", "rounds", "learners", "warmup", "limit", "burst", "statements");
        if (!known.containsAll(given.keySet())) {
            throw new IllegalArgumentException("give <option>=<value> of " + known);
        }
        int limit = Integer.parseInt(given.getOrDefault("limit", "0"));
        return new Options(
                list(given.getOrDefault("setups", "sqlite:1,postgresql:1,postgresql:2,postgresql:3")),
                list(given.getOrDefault("targets", "target")).stream()
                        .map(Path::of)
                        .toList(),
                Integer.parseInt(given.getOrDefault("rounds", "3")),
                Integer.parseInt(given.getOrDefault("learners", limit > 0 ? "1000" : "5000")),
                Integer.parseInt(given.getOrDefault("warmup", limit > 0 ? "0" : "1000")),
                limit,
                Integer.parseInt(given.getOrDefault("burst", "20")),
                Integer.parseInt(given.getOrDefault("statements", "0")));
    }

    private static List<String> list(String value) {
        return Stream.of(value.split(",")).toList();
    }

    String simulator() {
        return requestsPerMinute == 0
                ? "{}"
                : "{\"rateLimits\":{\"POST\":{\"requestsPerMinute\":%d,\"burst\":%d}}}"
                        .formatted(requestsPerMinute, burst);
    }
}
