package org.almbridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A contender at work: people go in as a file, and come out at the simulator. */
final class Run {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** More than any delay between two attempts for one person. */
    private static final Duration STILL = Duration.ofSeconds(25);

    private final Path folder;
    private final Alm alm;
    private final Contender contender;

    Run(Path folder, Alm alm, Contender contender) {
        this.folder = folder;
        this.alm = alm;
        this.contender = contender;
    }

    /** Returns when all are enrolled, or nobody has been for long; the simulator forgets those before. */
    Pass pass(String name, int people) throws IOException, InterruptedException {
        Path csv = csv(folder, name, people);
        alm.forget();
        double load = Machine.load();
        double allBefore = Machine.cpuSeconds();
        double cpuBefore = Machine.cpuSeconds(contender.processes());
        double almBefore = Machine.cpuSeconds(Stream.of(alm.handle()));
        long handedOverAt = System.currentTimeMillis();
        contender.take(csv);
        awaitEnrolled(people);
        double cpu = Machine.cpuSeconds(contender.processes()) - cpuBefore;
        double almCpu = Machine.cpuSeconds(Stream.of(alm.handle())) - almBefore;
        double others = Machine.cpuSeconds() - allBefore - cpu - almCpu;
        JsonNode users = alm.get("users");
        return new Pass(
                people,
                load,
                handedOverAt,
                times(users, "/createdAt"),
                times(users, "/enrolments/0/enrolledAt"),
                alm.get("report"),
                cpu,
                almCpu,
                others,
                peakMb());
    }

    /** A file of people of example.com. */
    static Path csv(Path folder, String name, int people) throws IOException {
        Path csv = folder.resolve(name + ".csv");
        try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
            writer.write("name,email\n");
            for (int i = 0; i < people; i++) {
                writer.write("Person " + i + "," + name + i + "@example.com\n");
            }
        }
        return csv;
    }

    private void awaitEnrolled(int people) throws IOException, InterruptedException {
        long enrolled = 0;
        long grewAt = System.nanoTime();
        while (enrolled < people && System.nanoTime() - grewAt < STILL.toNanos()) {
            Thread.sleep(LOOK.toMillis());
            long now = alm.get("report").path("enrolments").asLong();
            if (now > enrolled) {
                enrolled = now;
                grewAt = System.nanoTime();
            }
        }
        if (enrolled == 0) {
            throw new IllegalStateException("nobody was enrolled: see the logs in " + folder);
        }
    }

    double peakMb() throws IOException {
        double peak = 0;
        for (ProcessHandle process : contender.processes().toList()) {
            peak += Machine.Memory.of(process).peakMb();
        }
        return peak;
    }

    private static List<Long> times(JsonNode users, String of) {
        List<Long> times = new ArrayList<>();
        for (JsonNode user : users) {
            JsonNode at = user.at(of);
            if (at.isNumber()) {
                times.add(at.asLong());
            }
        }
        times.sort(null);
        return times;
    }
}
