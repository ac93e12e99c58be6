package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.FileSourcesResource;
import org.almbridge.support.Inbox;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(FileSourcesResource.class)
class FileSourceTest {

    Simulator alm;
    Inbox inbox;
    Outputs outputs;

    @Test
    void keepsAFileThatItMayNotShelveAndSaysSoOnce() throws IOException {
        Inbox folder = inbox.within("stuck");
        folder.drop(".done", "a file where the folder should be");
        folder.drop("people.csv", Inbox.people("stuck@example.com"));

        awaitLines("people.csv from stuck: 1 rows read", 3);
        assertThat(folder.holds("people.csv")).isTrue();
        assertThat(lines("source stuck: people.csv stays where it is and is read again"))
                .hasSize(1);
        Files.delete(folder.folder().resolve(".done"));
        folder.awaitDone("people.csv");
        awaitLines("source stuck: no file is kept from its shelf any more", 1);
        assertThat(outputs.log()).doesNotContain("GenericFileOperationFailedException");
        alm.awaitEnrolled("stuck@example.com");
        assertThat(alm.creates("stuck@example.com")).hasSize(1);
    }

    @Test
    void keepsABrokenFileWhoseReasonCannotBeWritten() throws IOException {
        Inbox folder = inbox.within("mute");
        folder.drop(".failed", "a file where the folder should be");
        folder.drop("empty.csv", "");

        awaitLines("empty.csv from mute cannot be read to its end", 3);
        assertThat(folder.holds("empty.csv")).isTrue();
        assertThat(lines("source mute: empty.csv stays where it is and is read again"))
                .hasSize(1);
        Files.delete(folder.folder().resolve(".failed"));
        assertThat(folder.awaitFailed("empty.csv")).contains("empty");
        awaitLines("source mute: no file is kept from its shelf any more", 1);
        assertThat(outputs.log()).doesNotContain("GenericFileOperationFailedException");
    }

    @Test
    void readsPlainNamesAndLeavesTheOthersAlone() throws IOException {
        Inbox folder = inbox.within("deep/odd-files");
        OddNames.drop(folder, "files");

        OddNames.assertDealtWith(folder, "files", alm);
        awaitLines(
                "odd-files is left alone because of its name",
                OddNames.refused().size());
        assertThat(inbox.folder().resolveSibling("evil.csv")).doesNotExist();
        assertThat(inbox.folder().resolve("evil.csv")).doesNotExist();
        assertThat(inbox.folder().resolve("deep/evil.csv")).doesNotExist();
    }

    private void awaitLines(String text, int count) {
        Patience.awaiting(count + " times '" + text + "' in the log")
                .until(() -> lines(text).size() >= count);
    }

    private List<String> lines(String text) throws IOException {
        return outputs.log().lines().filter(line -> line.contains(text)).toList();
    }
}
