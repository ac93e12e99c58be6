package org.almbridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one measurement brought.
 *
 * @param load    the machine's load average when it began
 * @param openedAt when the batch was opened, {@code durableAt} when all its rows were durable, in epoch milliseconds
 * @param created times of the creates, in order
 * @param enrolled times of the first enrolments, in order
 * @param before  the simulator's report before, and {@code after} the measurement
 * @param calls   the simulator's journal; {@code null} without a limit
 * @param cpu     seconds of bridges, database and simulator
 */
record Result(
        String setup,
        double load,
        long openedAt,
        long durableAt,
        List<Long> created,
        List<Long> enrolled,
        JsonNode before,
        JsonNode after,
        JsonNode calls,
        Map<String, Double> cpu,
        long statements,
        long transactions,
        long complaints) {

    static final String HEADER = "%-34s %5s %7s %9s %9s %7s %7s %6s %5s | %7s %7s %7s | %7s %7s | %6s"
                    .formatted(
                            "setup",
                            "load",
                            "intake",
                            "learner/s",
                            "learner/s",
                            "calls/",
                            "wasted/",
                            "429",
                            "twice",
                            "bridges",
                            "databse",
                            "simultr",
                            "stmts/",
                            "commit/",
                            "trouble")
            + "\n%-34s %5s %7s %9s %9s %7s %7s %6s %5s | %7s %7s %7s | %7s %7s | %6s"
                    .formatted(
                            "",
                            "",
                            "s",
                            "durable-",
                            "opened-",
                            "enrolm.",
                            "enrolm.",
                            "",
                            "",
                            "cpu ms",
                            "per",
                            "learner",
                            "learner",
                            "learner",
                            "lines");

    String row() {
        int learners = enrolled.size();
        long last = enrolled.get(learners - 1);
        long after = enrolled.stream().filter(at -> at > durableAt).count();
        return "%-34s %5.1f %7.2f %9.1f %9.1f %7.3f %7.3f %6d %5d | %7.2f %7.2f %7.2f | %7.2f %7.3f | %6d"
                .formatted(
                        setup,
                        load,
                        (durableAt - openedAt) / 1e3,
                        after * 1e3 / (last - durableAt),
                        learners * 1e3 / (last - openedAt),
                        difference(
                                        "/callsByKind/createUser",
                                        "/callsByKind/enrolUser",
                                        "/callsByKind/findUser",
                                        "/callsByKind/getUser",
                                        "/callsByKind/findEnrolment",
                                        "/callsByKind/readLearningObject")
                                / (double) learners,
                        difference("/timingErrors") / (double) learners,
                        difference("/callsByStatus/429"),
                        difference("/duplicateCreates", "/repeatedEnrolments"),
                        cpu.get("bridges") * 1e3 / learners,
                        cpu.get("database") * 1e3 / learners,
                        cpu.get("simulator") * 1e3 / learners,
                        statements / (double) learners,
                        transactions / (double) learners,
                        complaints);
    }

    private long difference(String... members) {
        long difference = 0;
        for (String member : members) {
            difference += after.at(member).asLong() - before.at(member).asLong();
        }
        return difference;
    }

    /** How much of the limit was used: up to the last create, because then nothing is left to fill the lag with. */
    String use(int requestsPerMinute, int burst) {
        List<Long> posts = new ArrayList<>();
        for (JsonNode call : calls) {
            if (call.path("method").asText().equals("POST")
                    && call.path("status").asInt() != 429) {
                posts.add(call.path("at").asLong());
            }
        }
        posts.sort(null);
        long first = posts.get(0);
        long lastCreate = created.get(created.size() - 1);
        long last = posts.get(posts.size() - 1);
        return ("  of the limit: %.1f %% to the last create, %.1f %% to the last enrolment; %.2f enrolled/s;"
                        + " enrolled after the batch was opened: first %.1f s, median %.1f s, last %.1f s;"
                        + " create to enrolled: median %d ms, 95 %% %d ms, most %d ms")
                .formatted(
                        share(posts, first, lastCreate, requestsPerMinute, burst),
                        share(posts, first, last, requestsPerMinute, burst),
                        enrolled.size() * 1e3 / (last - first),
                        (enrolled.get(0) - openedAt) / 1e3,
                        (enrolled.get(enrolled.size() / 2) - openedAt) / 1e3,
                        (enrolled.get(enrolled.size() - 1) - openedAt) / 1e3,
                        after.at("/createToEnrolled/p50").asLong(),
                        after.at("/createToEnrolled/p95").asLong(),
                        after.at("/createToEnrolled/max").asLong());
    }

    private static double share(List<Long> posts, long from, long to, int requestsPerMinute, int burst) {
        double allowed = 1 + burst + (to - from) * (requestsPerMinute / 60_000.0);
        return posts.stream().filter(at -> at <= to).count() * 100 / allowed;
    }
}
