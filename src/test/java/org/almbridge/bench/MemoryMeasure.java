package org.almbridge.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether the memory grows with the file: a small one to its end, and a large one that is taken in while it is dispatched. */
final class MemoryMeasure implements Measure {

    private static final long LOOK_SECONDS = 2;

    /** @param took seconds from the hand-over until all rows were durable */
    private record Taken(int rows, double load, double took, long enrolled, double seconds, double peakMb) {}

    @Override
    public void run(Options options, Path folder) throws Exception {
        List<Taken> taken = new ArrayList<>();
        for (String rows : options.list("rows", "20000,1000000")) {
            Path place = Files.createDirectories(folder.resolve(rows));
            taken.add(take(options, Integer.parseInt(rows), place));
        }
        Table table = new Table(
                "rows",
                "load",
                "all durable after s",
                "rows/s meanwhile",
                "enrolled",
                "after s",
                "peak RSS MB",
                "ratio");
        for (Taken one : taken) {
            table.row(
                    one.rows(),
                    "%.1f".formatted(one.load()),
                    "%.0f".formatted(one.took()),
                    "%.0f".formatted(one.rows() / one.took()),
                    one.enrolled(),
                    "%.0f".formatted(one.seconds()),
                    "%.0f".formatted(one.peakMb()),
                    "%.2f".formatted(one.peakMb() / taken.get(0).peakMb()));
        }
        table.print(
                "Memory by the number of rows of one file, intake and dispatch at the same time, watched until %d min after the"
                                .formatted(options.number("minutes", 2))
                        + " last row is durable or everybody is enrolled, " + options.heap());
    }

    private static Taken take(Options options, int rows, Path folder) throws Exception {
        double load = Machine.load();
        try (Alm alm = Alm.start(folder, "{}");
                Ledger ledger = Ledger.sqlite(folder);
                Bridges bridge = Bridges.start(
                        1, options.targets().get(0), List.of(options.heap()), folder, alm, ledger.url())) {
            Run run = new Run(folder, alm, bridge);
            Path csv = Run.csv(folder, "measured", rows);
            long from = System.currentTimeMillis();
            bridge.take(csv);
            long enrolled = 0;
            long durableAt = 0;
            while (enrolled < rows && !isOver(options, durableAt)) {
                TimeUnit.SECONDS.sleep(LOOK_SECONDS);
                bridge.requireAlive();
                enrolled = alm.get("report").path("enrolments").asLong();
                durableAt = ledger.batch("measured.csv", "closed_at");
            }
            return new Taken(
                    rows,
                    load,
                    (durableAt - from) / 1e3,
                    enrolled,
                    (System.currentTimeMillis() - from) / 1e3,
                    run.peakMb());
        }
    }

    private static boolean isOver(Options options, long durableAt) {
        long watchedMs = TimeUnit.MINUTES.toMillis(options.number("minutes", 2));
        return durableAt > 0 && System.currentTimeMillis() - durableAt > watchedMs;
    }
}
