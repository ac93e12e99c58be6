package org.almbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Seconds of processor time by threads of one name, compilers and collectors of the virtual machine among them. */
record ThreadTimes(Map<String, Double> seconds) {

    private static final int USER = 11;
    private static final double TICKS = 100;

    static ThreadTimes of(ProcessHandle process) throws IOException {
        Map<String, Double> seconds = new HashMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                try {
                    String stat = Files.readString(thread.resolve("stat"));
                    String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                    // user and system time follow the state, which is the first after the name
                    List<String> fields =
                            List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
                    double spent = (Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(USER + 1))) / TICKS;
                    seconds.merge(name.replaceAll("[-#\\d ]+$", ""), spent, Double::sum);
                } catch (NoSuchFileException ended) {
                    continue;
                }
            }
        }
        return new ThreadTimes(seconds);
    }

    Map<String, Double> since(ThreadTimes before) {
        Map<String, Double> since = new HashMap<>(seconds);
        since.replaceAll((name, now) -> now - before.seconds().getOrDefault(name, 0.0));
        return since;
    }
}
