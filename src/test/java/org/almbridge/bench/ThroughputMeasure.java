package org.almbridge.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A file of people without a limit of calls: the bridge against programs that do the same and keep nothing. */
final class ThroughputMeasure implements Measure {

    private static final String SETUPS = "bridge,camel,camel-queue,script";

    /** Not among the others, for it takes half an hour for the usual 20,000 people. */
    private static final String THREADS = "threads";

    @Override
    public void run(Options options, Path folder) throws Exception {
        for (String lag : options.list("lags", "1000-2000,0-0")) {
            Map<String, List<Pass>> passes = new LinkedHashMap<>();
            for (int round = 1; round <= options.number("rounds", 3); round++) {
                for (String setup : options.list("setups", SETUPS)) {
                    Path place = Files.createDirectories(folder.resolve(lag + "/" + round + "-" + setup));
                    passes.computeIfAbsent(setup, key -> new ArrayList<>()).add(pass(options, setup, lag, place));
                }
            }
            print(options, lag, passes);
        }
    }

    private static Pass pass(Options options, String setup, String lag, Path folder) throws Exception {
        String[] range = lag.split("-");
        try (Alm alm = Alm.start(folder, "{\"lagMinMs\":%s,\"lagMaxMs\":%s}".formatted(range[0], range[1]));
                Contender contender = start(options, setup, range[0], folder, alm)) {
            Run run = new Run(folder, alm, contender);
            run.pass("warmup", options.number("warmup", 2000));
            Pass pass = run.pass("measured", options.number("learners", 20_000));
            System.out.printf("%s, lag %s ms: %.0f learners/s%n", setup, lag, pass.rate());
            return pass;
        }
    }

    private static Contender start(Options options, String setup, String leastLag, Path folder, Alm alm)
            throws Exception {
        List<String> heap = List.of(options.heap());
        return switch (setup) {
            case "bridge" ->
                Bridges.start(
                        1, options.targets().get(0), heap, folder, alm, "jdbc:sqlite:" + folder.resolve("ledger.db"));
            case "camel" -> Program.start(PlainCamel.class, folder, heap, List.of(alm.url()));
            case "camel-queue" -> Program.start(PlainCamel.class, folder, heap, List.of(alm.url(), "queue"));
            case "script" -> Program.start(Script.class, folder, heap, List.of(alm.url(), leastLag));
            case THREADS -> Program.start(ThreadPool.class, folder, heap, List.of(alm.url()));
            default -> throw new IllegalArgumentException("setups are " + SETUPS + "," + THREADS);
        };
    }

    private static void print(Options options, String lag, Map<String, List<Pass>> passes) {
        Table table = new Table(
                "setup",
                "load",
                "others' cores",
                "learners/s",
                "CPU ms/learner",
                "simulator's",
                "peak RSS MB",
                "create to enrolled p50/p95 ms",
                "index to enrolled p50/p95 ms",
                "wasted/learner",
                "not enrolled");
        passes.forEach((setup, rounds) -> table.row(
                setup,
                spread(rounds, Pass::load, "%.1f"),
                spread(rounds, Pass::othersCores, "%.1f"),
                spread(rounds, Pass::rate, "%.0f"),
                spread(rounds, Pass::cpuMs, "%.2f"),
                spread(rounds, Pass::simulatorCpuMs, "%.2f"),
                spread(rounds, Pass::peakMb, "%.0f"),
                median(rounds, "/createToEnrolled/p50") + "/" + median(rounds, "/createToEnrolled/p95"),
                median(rounds, "/excess/p50") + "/" + median(rounds, "/excess/p95"),
                spread(rounds, Pass::wasted, "%.2f"),
                spread(rounds, pass -> pass.people() - pass.enrolled().size(), "%.0f")));
        table.print("%d learners, index lag %s ms: median (least to most) of %d rounds, %s"
                .formatted(options.number("learners", 20_000), lag, options.number("rounds", 3), options.heap()));
        ratios(passes);
    }

    /** Each round's figures are compared with each other, for the machine differs from round to round. */
    private static void ratios(Map<String, List<Pass>> passes) {
        List<Pass> bridge = passes.get("bridge");
        if (bridge == null || passes.size() == 1) {
            return;
        }
        Table table = new Table("the bridge against", "learners/s", "CPU per learner", "peak RSS");
        passes.forEach((setup, rounds) -> {
            if (!setup.equals("bridge")) {
                table.row(
                        setup,
                        ratio(bridge, rounds, Pass::rate),
                        ratio(bridge, rounds, Pass::cpuMs),
                        ratio(bridge, rounds, Pass::peakMb));
            }
        });
        table.print("The same as ratios within each round");
    }

    private static String ratio(List<Pass> bridge, List<Pass> other, ToDoubleFunction<Pass> figure) {
        return Spread.of(IntStream.range(0, bridge.size())
                        .mapToObj(round ->
                                figure.applyAsDouble(bridge.get(round)) / figure.applyAsDouble(other.get(round)))
                        .toList())
                .text("%.2f");
    }

    private static String spread(List<Pass> passes, ToDoubleFunction<Pass> figure, String format) {
        return Spread.of(passes.stream().map(figure::applyAsDouble).toList()).text(format);
    }

    private static long median(List<Pass> passes, String pointer) {
        return Math.round(Spread.of(passes.stream()
                        .map(pass -> (double) pass.count(pointer))
                        .toList())
                .median());
    }
}
