package org.almbridge.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.TestRun;
import org.junit.jupiter.api.Test;

/** No log and no metric of the whole build names a person or a secret. */
class ScanIT {

    /**
     * What belongs to no person: logins of sources and of the mail server, for whoever puts a login right has to know which,
     * and the address in the advice to whoever has sent a wrong one.
     */
    private static final Set<String> ACCOUNTS =
            Set.of("hr@example.com", "h+r&x@example.com", "it@example.com", "ann@example.com");

    /** How Quarkus' test launcher begins the line with the settings that it starts a packaged bridge with. */
    private static final String LAUNCH = "Executing \"";

    @Test
    void nothingConfidentialWasTold() throws IOException {
        Set<String> values = new TreeSet<>(
                List.of(ApiProfile.KEY, ApiProfile.OTHER_KEY, ApiProfile.VIEWER_KEY, ApiProfile.OPERATOR_KEY));
        for (Path file : files(TestRun.confidential())) {
            values.addAll(Files.readAllLines(file));
        }
        Confidential confidential = new Confidential(values, ACCOUNTS);
        List<Path> files = new ArrayList<>(files(TestRun.told()));
        for (String reports : List.of("surefire-reports", "failsafe-reports")) {
            files(Path.of("target", reports)).stream()
                    .filter(file -> file.toString().endsWith("-output.txt"))
                    .forEach(files::add);
        }
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                String value = line.startsWith(LAUNCH) ? null : confidential.in(line);
                if (value != null) {
                    found.add("%s tells '%s': %s".formatted(file.getFileName(), value, line));
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(files).as("what bridges have told").isNotEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
