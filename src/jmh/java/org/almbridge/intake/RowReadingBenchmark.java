package org.almbridge.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Time for one row of four columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RowReadingBenchmark {

    private static final int ROWS = 1_000;

    private final byte[] csv =
            content("name,email,profile,userUniqueId\n", "Person %1$d,person%1$d@example.com,Nurse,hr-%1$d\n");
    private final byte[] ndjson = content(
            "",
            "{\"name\":\"Person %1$d\",\"email\":\"person%1$d@example.com\",\"profile\":\"Nurse\","
                    + "\"userUniqueId\":\"hr-%1$d\"}\n");

    private static byte[] content(String header, String row) {
        StringBuilder content = new StringBuilder(header);
        for (int i = 0; i < ROWS; i++) {
            content.append(row.formatted(i));
        }
        return content.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void csv(Blackhole blackhole) throws IOException {
        read(new CsvRowReader(), csv, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void ndjson(Blackhole blackhole) throws IOException {
        read(new NdjsonRowReader(), ndjson, blackhole);
    }

    private static void read(RowReader reader, byte[] content, Blackhole blackhole) throws IOException {
        try (Rows rows = reader.open(new ByteArrayInputStream(content), InputSettings.DEFAULTS)) {
            rows.forEachRemaining(blackhole::consume);
        }
    }
}
