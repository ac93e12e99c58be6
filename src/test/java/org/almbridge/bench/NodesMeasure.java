package org.almbridge.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Bridges that share a ledger: how they add up, and what they cost its server. */
final class NodesMeasure implements Measure {

    private static final String MEASURED = "measured";

    @Override
    public void run(Options options, Path folder) throws Exception {
        List<Object[]> rows = new ArrayList<>();
        for (int round = 1; round <= options.number("rounds", 3); round++) {
            for (String setup : options.list("setups", "sqlite:1,postgresql:1,postgresql:2,postgresql:3")) {
                for (Path target : options.targets()) {
                    Path place = Files.createDirectories(folder.resolve(rows.size() + "-" + setup.replace(':', '-')));
                    rows.add(measure(options, setup, target, place));
                }
            }
        }
        Table table = new Table(
                "setup",
                "load",
                "intake s",
                "learners/s since durable",
                "since opened",
                "calls/learner",
                "wasted/learner",
                "429",
                "twice",
                "bridges' CPU ms/learner",
                "database's",
                "simulator's",
                "statements/learner",
                "commits/learner",
                "trouble");
        rows.stream().sorted(Comparator.comparing(cells -> cells[0].toString())).forEach(table::row);
        table.print("Bridges that share a ledger, " + options.heap() + " each");
    }

    private static Object[] measure(Options options, String setup, Path target, Path folder) throws Exception {
        String[] parts = setup.split(":");
        int limit = options.number("limit", 0);
        LimitMeasure.Limit quota = new LimitMeasure.Limit(limit, options.number("burst", 20));
        try (Alm alm = Alm.start(folder, limit == 0 ? "{}" : quota.settings());
                Ledger ledger = parts[0].equals("sqlite") ? Ledger.sqlite(folder) : Ledger.postgresql(folder);
                Bridges bridges = Bridges.start(
                        Integer.parseInt(parts[1]), target, List.of(options.heap()), folder, alm, ledger.url())) {
            Run run = new Run(folder, alm, bridges);
            int warmup = options.number("warmup", limit > 0 ? 0 : 1000);
            if (warmup > 0) {
                run.pass("warmup", warmup);
            }
            ledger.resetStatistics();
            double databaseBefore = Machine.cpuSeconds(ledger.processes());
            Pass pass = run.pass(MEASURED, options.number("learners", limit > 0 ? 1000 : 5000));
            double databaseCpu = Machine.cpuSeconds(ledger.processes()) - databaseBefore;
            if (limit > 0) {
                LimitMeasure.Use use = LimitMeasure.Use.of(alm, quota, pass);
                System.out.printf(
                        "%s: %.1f %% of the limit to the last create, %.1f %% to the last enrolment%n",
                        setup, use.toLastCreate(), use.toLastEnrolment());
            }
            ledger.statements(options.number("statements", 0)).forEach(System.out::println);
            ledger.complaints().forEach(System.out::println);
            String name = options.targets().size() > 1 ? setup + " " + target : setup;
            return cells(name, pass, ledger, databaseCpu, ledger.complaints().size() + bridges.complaints());
        }
    }

    private static Object[] cells(String setup, Pass pass, Ledger ledger, double databaseCpu, long complaints)
            throws Exception {
        long openedAt = ledger.batch(MEASURED + ".csv", "opened_at");
        long durableAt = ledger.batch(MEASURED + ".csv", "closed_at");
        int learners = pass.enrolled().size();
        long after = pass.enrolled().stream().filter(at -> at > durableAt).count();
        return new Object[] {
            setup,
            "%.1f".formatted(pass.load()),
            "%.2f".formatted((durableAt - openedAt) / 1e3),
            "%.1f".formatted(after * 1e3 / (pass.lastEnrolled() - durableAt)),
            "%.1f".formatted(learners * 1e3 / (pass.lastEnrolled() - openedAt)),
            "%.3f".formatted(pass.calls()),
            "%.3f".formatted(pass.wasted()),
            pass.count("/callsByStatus/429"),
            pass.count("/duplicateCreates") + pass.count("/repeatedEnrolments"),
            "%.2f".formatted(pass.cpuMs()),
            "%.2f".formatted(databaseCpu * 1e3 / learners),
            "%.2f".formatted(pass.simulatorCpuMs()),
            "%.2f".formatted(ledger.statements() / (double) learners),
            "%.3f".formatted(ledger.transactions() / (double) learners),
            complaints
        };
    }
}
