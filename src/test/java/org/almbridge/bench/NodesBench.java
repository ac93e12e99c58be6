package org.almbridge.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures bridges that share a ledger; bench/README.md says how to call it and how to read what it prints. */
final class NodesBench {

    private NodesBench() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        Path directory = Files.createTempDirectory("alm-bridge-bench");
        System.out.println("Logs are in " + directory);
        List<Result> results = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            for (String setup : options.setups()) {
                for (Path target : options.targets()) {
                    Path folder = directory.resolve(results.size() + "-" + setup.replace(':', '-'));
                    results.add(measure(options, setup, target, folder));
                }
            }
        }
        System.out.println("\n" + Result.HEADER);
        results.stream().map(Result::row).sorted().forEach(System.out::println);
        System.exit(0); // whatever the server's library has left running
    }

    private static Result measure(Options options, String setup, Path target, Path folder) throws Exception {
        String[] parts = setup.split(":");
        Files.createDirectories(folder);
        try (Alm alm = Alm.start(folder, options.simulator());
                Ledger ledger = parts[0].equals("sqlite") ? Ledger.sqlite(folder) : Ledger.postgresql(folder);
                Run run = new Run(options, folder, alm, ledger)) {
            run.start(Integer.parseInt(parts[1]), target);
            run.pass("warmup", options.warmup());
            String name = options.targets().size() > 1 ? setup + " " + target : setup;
            Result result = run.measure(name, load());
            System.out.println("\n" + Result.HEADER + "\n" + result.row());
            if (options.requestsPerMinute() > 0) {
                System.out.println(result.use(options.requestsPerMinute(), options.burst()));
            }
            run.details().forEach(line -> System.out.println("  " + line));
            return result;
        }
    }

    private static double load() throws IOException {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
