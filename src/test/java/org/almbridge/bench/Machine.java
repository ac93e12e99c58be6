package org.almbridge.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The machine, which others may use as well. */
final class Machine {

    private Machine() {}

    static String description() {
        return "%d cores, %s, Java %s, load average %.1f"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        load());
    }

    /** Of the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Seconds of processor time that all processes had so far: with what ours had, it tells what the others took. */
    static double cpuSeconds() throws IOException {
        String[] ticks = Files.readAllLines(Path.of("/proc/stat")).get(0).split("\\s+");
        // user, nice, system, then idle and waiting, then interrupts
        return (Long.parseLong(ticks[1]) + Long.parseLong(ticks[2]) + Long.parseLong(ticks[3])) / 100.0;
    }

    static double cpuSeconds(Stream<ProcessHandle> processes) {
        return processes
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    /**
     * What a process occupies of the memory.
     *
     * @param residentMb now
     * @param peakMb the most there ever was
     */
    record Memory(double residentMb, double peakMb) {

        static Memory of(ProcessHandle process) throws IOException {
            double resident = 0;
            double peak = 0;
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                String[] words = line.split("\\s+");
                if (words[0].equals("VmRSS:")) {
                    resident = Long.parseLong(words[1]) / 1024.0;
                } else if (words[0].equals("VmHWM:")) {
                    peak = Long.parseLong(words[1]) / 1024.0;
                }
            }
            return new Memory(resident, peak);
        }
    }
}
