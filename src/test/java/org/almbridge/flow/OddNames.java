package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;

/** Names that whoever sends files may choose, and that something on the way could take for more than names. */
final class OddNames {

    private static final int STAMP = "yyyyMMdd-HHmmssSSS-".length();

    private static final List<String> READ = List.of(
            "-people.csv",
            "people's \"new\" ones.csv",
            "%2e%2e%2fpeople.csv",
            "${date:now:yyyy}.csv",
            "{{user.home}}.csv",
            "l".repeat(224) + ".csv");

    private static final List<String> REFUSED =
            List.of("a\\..\\..\\..\\evil.csv", "line\nbreak.csv", "l".repeat(225) + ".csv", "l".repeat(251) + ".csv");

    private static final List<String> HIDDEN = List.of("..\\evil.csv", "..evil.csv");

    private OddNames() {}

    static List<String> refused() {
        return REFUSED;
    }

    static void drop(Inbox folder, String domain) throws IOException {
        Files.createDirectories(folder.folder().resolve("people.csv"));
        for (int i = 0; i < READ.size(); i++) {
            folder.drop(READ.get(i), Inbox.people(email(i, domain)));
        }
        for (String name : Stream.concat(REFUSED.stream(), HIDDEN.stream()).toList()) {
            // as it is: a hidden name for the time of writing would be too long
            Files.writeString(folder.folder().resolve(name), Inbox.people("evil@" + domain + ".example.com"));
        }
    }

    private static String email(int i, String domain) {
        return "odd-" + i + "@" + domain + ".example.com";
    }

    static void assertDealtWith(Inbox folder, String domain, Simulator alm) throws IOException {
        READ.forEach(folder::awaitDone);
        for (int i = 0; i < READ.size(); i++) {
            alm.awaitEnrolled(email(i, domain));
        }
        Fence.pass(folder, alm, domain + "-odd");
        folder.awaitDone("fence-" + domain + "-odd.csv");
        assertThat(alm.calls("evil@" + domain + ".example.com")).isEmpty();
        assertThat(REFUSED).allMatch(folder::holds);
        assertThat(HIDDEN).allMatch(folder::holds);
        assertThat(folder.folder().resolve("people.csv")).isEmptyDirectory();
        try (Stream<Path> shelf = Files.list(folder.folder().resolve(".done"))) {
            assertThat(shelf.map(file -> file.getFileName().toString().substring(STAMP)))
                    .containsAll(READ)
                    .hasSize(READ.size() + 1);
        }
    }
}
