package org.almbridge.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where the bridge spends its time while a file of people goes through. */
final class ProfileMeasure implements Measure {

    private static final int MOST = 15;

    @Override
    public void run(Options options, Path folder) throws Exception {
        Path recording = folder.resolve("bridge.jfr");
        List<String> jvm = List.of(
                options.heap(),
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+DebugNonSafepoints",
                "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
        Map<String, Double> threads;
        Pass pass;
        try (Alm alm = Alm.start(folder, "{}");
                Contender bridge = Bridges.start(
                        1, options.targets().get(0), jvm, folder, alm, "jdbc:sqlite:" + folder.resolve("ledger.db"))) {
            Run run = new Run(folder, alm, bridge);
            run.pass("warmup", options.number("warmup", 2000));
            ProcessHandle process = bridge.processes().findFirst().orElseThrow();
            ThreadTimes before = ThreadTimes.of(process);
            pass = run.pass("measured", options.number("learners", 20_000));
            threads = ThreadTimes.of(process).since(before);
        }
        Table byThread = new Table("threads", "CPU ms/learner", "share");
        double all = threads.values().stream().mapToDouble(Double::doubleValue).sum();
        threads.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MOST)
                .forEach(thread -> byThread.row(
                        thread.getKey(),
                        "%.3f"
                                .formatted(thread.getValue()
                                        * 1e3
                                        / pass.enrolled().size()),
                        "%.1f %%".formatted(thread.getValue() * 100 / all)));
        byThread.print("Processor time by threads: %d learners, %.0f/s, load %.1f, with the profiler on"
                .formatted(pass.enrolled().size(), pass.rate(), pass.load()));
        Samples.of(recording, Instant.ofEpochMilli(pass.handedOverAt())).print(MOST);
    }
}
