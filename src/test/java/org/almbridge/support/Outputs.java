package org.almbridge.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the bridge leaves behind: its ledger, its records and, when {@code quarkus.log.file.enabled} is set, its log. */
public final class Outputs {

    /** Where Quarkus' tests have it written, however the bridge is started. */
    private static final Path LOG = Path.of(System.getProperty("quarkus.log.file.path", "target/quarkus.log"));

    private final Path home;

    Outputs(Path home) {
        this.home = home;
    }

    /** The log of all tests so far. */
    public String log() throws IOException {
        return Files.readString(LOG);
    }

    public void assertNoneHolds(List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> all = Stream.concat(Stream.of(LOG), files.filter(Files::isRegularFile))
                    .toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .contains("ledger.db", "ledger.db-wal")
                    .anyMatch(name -> name.endsWith(".json"));
            for (Path file : all) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secrets);
            }
        }
    }
}
