package org.almbridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a bridge makes of a limit of calls that ALM announces with its answers. */
final class LimitMeasure implements Measure {

    @Override
    public void run(Options options, Path folder) throws Exception {
        Table table = new Table(
                "POST/min, burst",
                "learners",
                "load",
                "share used to the last create",
                "to the last enrolment",
                "429",
                "wasted",
                "calls/learner",
                "first, median, last enrolled after s",
                "create to enrolled p50/p95 ms");
        for (int round = 1; round <= options.number("rounds", 1); round++) {
            for (String limit : options.list("limits", "30:10:40,1200:20:1000")) {
                String[] parts = limit.split(":");
                Path place = Files.createDirectories(folder.resolve(round + "-" + parts[0]));
                row(table, options, Limit.of(parts), Integer.parseInt(parts[2]), place);
            }
        }
        table.print("Under a limit, nothing configured: the bridge learns it from ALM's answers");
    }

    private static void row(Table table, Options options, Limit limit, int people, Path folder) throws Exception {
        try (Alm alm = Alm.start(folder, limit.settings());
                Contender bridge = Bridges.start(
                        1,
                        options.targets().get(0),
                        List.of(options.heap()),
                        folder,
                        alm,
                        "jdbc:sqlite:" + folder.resolve("ledger.db"))) {
            Pass pass = new Run(folder, alm, bridge).pass("measured", people);
            Use use = Use.of(alm, limit, pass);
            table.row(
                    limit.requestsPerMinute() + ", " + limit.burst(),
                    people,
                    "%.1f".formatted(pass.load()),
                    "%.1f %%".formatted(use.toLastCreate()),
                    "%.1f %%".formatted(use.toLastEnrolment()),
                    pass.count("/callsByStatus/429"),
                    pass.count("/timingErrors"),
                    "%.2f".formatted(pass.calls()),
                    "%.1f, %.1f, %.1f".formatted(pass.enrolledAfter(0), pass.enrolledAfter(0.5), pass.enrolledAfter(1)),
                    pass.count("/createToEnrolled/p50") + "/" + pass.count("/createToEnrolled/p95"));
        }
    }

    /** POSTs a minute that ALM allows, and how many more at once. */
    record Limit(int requestsPerMinute, int burst) {

        static Limit of(String... parts) {
            return new Limit(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        /** Of the simulator. */
        String settings() {
            return "{\"rateLimits\":{\"POST\":{\"requestsPerMinute\":%d,\"burst\":%d}}}"
                    .formatted(requestsPerMinute, burst);
        }
    }

    /** Parts of a limit that were used, in percent: once nobody is left to create, nothing is left to fill the lag with. */
    record Use(double toLastCreate, double toLastEnrolment) {

        static Use of(Alm alm, Limit limit, Pass pass) throws IOException, InterruptedException {
            List<Long> posts = new ArrayList<>();
            for (JsonNode call : alm.get("calls")) {
                boolean passed = call.path("status").asInt() != 429;
                if (call.path("method").asText().equals("POST") && passed) {
                    posts.add(call.path("at").asLong());
                }
            }
            posts.sort(null);
            long lastCreate = pass.created().get(pass.created().size() - 1);
            return new Use(share(posts, lastCreate, limit), share(posts, posts.get(posts.size() - 1), limit));
        }

        private static double share(List<Long> posts, long to, Limit limit) {
            double allowed = 1 + limit.burst() + (to - posts.get(0)) * (limit.requestsPerMinute() / 60_000.0);
            return posts.stream().filter(at -> at <= to).count() * 100 / allowed;
        }
    }
}
