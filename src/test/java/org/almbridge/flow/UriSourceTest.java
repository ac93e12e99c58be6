package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.FileSourcesResource;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** Any consumer of Camel is a source, and a kind of an operator's own is a file in a folder. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(FileSourcesResource.class)
class UriSourceTest {

    Simulator alm;
    Inbox inbox;

    @Test
    void readsNothingWhileItIsPausedAndGoesOn() throws IOException {
        PausedSource.readsAgain(alm, "any", (name, email) -> inbox.within("any").drop(name + ".ndjson", person(name)));
    }

    @Test
    void takesWhatTheConsumerBrings() throws IOException {
        inbox.within("any").drop("people.ndjson", person("any-1") + "\n" + person("any-2"));

        alm.awaitEnrolled("any-1@example.com");
        alm.awaitEnrolled("any-2@example.com");
        Patience.awaiting("the end of the input")
                .until(() -> !inbox.within("any").holds("people.ndjson"));
    }

    @Test
    void keepsWhatCannotBeRead() throws IOException {
        byte[] noText = (person("any-3") + "\n\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        inbox.within("any").drop("unreadable.ndjson", noText);

        alm.awaitEnrolled("any-3@example.com");
        List<Path> kept = kept("any", 2);
        Path content = kept.stream()
                .filter(file -> !file.toString().endsWith(".why.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(content).hasBinaryContent(noText);
        assertThat(Path.of(content + ".why.txt")).content().startsWith("unreadable.ndjson cannot be read: ");
    }

    @Test
    void saysWhenAConsumerBringsNothing() throws IOException {
        assertThat(kept("tick", 2))
                .anySatisfy(file -> assertThat(file).content().contains("message cannot be read: the input is empty"));
    }

    @Test
    void takesAKindThatIsAFileInTheFolderOfExtraRoutes() {
        alm.awaitEnrolled("roster@example.com");
    }

    private List<Path> kept(String source, int count) throws IOException {
        Path folder = inbox.within("unreadable/" + source).folder();
        return Patience.awaiting("what " + source + " could not read")
                .until(() -> list(folder), files -> files.size() == count);
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String person(String name) {
        return "{\"email\": \"" + name + "@example.com\", \"name\": \"Ada Example\"}";
    }
}
