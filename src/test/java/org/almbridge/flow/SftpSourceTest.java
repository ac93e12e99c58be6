package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Escalations;
import org.almbridge.support.Inbox;
import org.almbridge.support.Operator;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.SftpHost;
import org.almbridge.support.SftpServerResource;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "quarkus.log.file.enabled", value = "true"))
@WithTestResource(SftpServerResource.class)
class SftpSourceTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    Simulator alm;
    Escalations escalations;
    Outputs outputs;
    SftpHost sftp;

    @ParameterizedTest
    @ValueSource(strings = {"by-password", "by-key"})
    void readsAFileAndShelvesItOnTheServer(String source) throws IOException {
        String email = source + "@example.com";
        Inbox folder = sftp.folder(source);
        folder.drop("people.csv", Inbox.people(email));

        folder.awaitDone("people.csv");
        alm.awaitEnrolled(email);
        assertThat(folder.shelvedContents(".done", "people.csv")).containsExactly(Inbox.people(email));
        Patience.awaiting("the download to be there no more")
                .untilAsserted(() -> assertThat(sftp.downloads(source)).isEmptyDirectory());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown-key | ERROR | no_hosts does not know. Fetch it with 'ssh-keyscan -p ",
                "changed-key | ERROR | changed_hosts: somebody may stand between",
                "refused     | WARN  | refuses the login of hr@example.com",
            })
    void readsNothingFromAServerThatIsNotTrustedOrDoesNotTrust(String source, String level, String message)
            throws IOException {
        String email = source + "@example.com";
        Inbox folder = sftp.folder(source);
        folder.drop("people.csv", Inbox.people(email));

        awaitLine("source " + source + ": nothing is read");
        Inbox other = sftp.folder("by-password");
        other.drop("after-" + source + ".csv", Inbox.people("after-" + email));
        alm.awaitEnrolled("after-" + email);
        assertThat(lines("source " + source + ": nothing is read"))
                .singleElement()
                .asString()
                .contains(level, "127.0.0.1:" + sftp.port(), message);
        assertThat(folder.holds("people.csv")).isTrue();
        assertThat(alm.calls(email)).isEmpty();
    }

    @Test
    void readsNothingWhileItIsPausedAndGoesOn() throws IOException {
        PausedSource.readsAgain(
                alm,
                "by-password",
                (name, email) -> sftp.folder("by-password").drop(name + ".csv", Inbox.people(email)));
    }

    /** What people have paused is not broken. */
    @Test
    void isInNoTroubleWhileItIsPaused() {
        Patience.awaiting("the trouble").until(() -> state("refused").equals("failing"));

        Operator.post("/api/sources/refused/pause", "{\"reason\": \"the login is being mended\"}")
                .statusCode(200);
        assertThat(state("refused")).isEqualTo("paused");

        Operator.post("/api/sources/refused/resume", null).statusCode(200);
        Patience.awaiting("the trouble").until(() -> state("refused").equals("failing"));
    }

    private static String state(String source) {
        return Operator.status().getString("sources.find { it.name == '" + source + "' }.state");
    }

    @Test
    void leavesAnUploadUntilItHasStoppedGrowing() throws IOException {
        List<String> emails = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> "upload-" + i + "@example.com")
                .toList();
        sftp.upload("by-password", "upload.csv", emails);

        Inbox folder = sftp.folder("by-password");
        folder.awaitDone("upload.csv");
        assertThat(folder.shelvedContents(".done", "upload.csv"))
                .containsExactly(Inbox.people(emails.toArray(String[]::new)));
        emails.forEach(alm::awaitEnrolled);
    }

    @Test
    void shelvesABrokenFileBesideItsReason() throws IOException {
        Inbox folder = sftp.folder("by-password");
        folder.drop("broken.csv", Inbox.people("broken-1@example.com") + "broken-2@example.com,\"Bob Example\n");

        assertThat(folder.awaitFailed("broken.csv")).contains("broken.csv", "row 3", "double quote", "1 are accepted");
        alm.awaitEnrolled("broken-1@example.com");
    }

    @Test
    void takesUpWhereItWasWhenTheServerComesBack() throws IOException {
        Inbox folder = sftp.folder("by-key");
        sftp.stop();
        try {
            awaitLine("source by-key: nothing is read, 127.0.0.1:" + sftp.port() + " cannot be reached");
            drop(folder, "order-b.csv", LONG_AGO.plusSeconds(60));
            drop(folder, "order-a.csv", LONG_AGO.plusSeconds(60));
            drop(folder, "order-c.csv", LONG_AGO);
        } finally {
            sftp.start();
        }

        List.of("order-a.csv", "order-b.csv", "order-c.csv").forEach(folder::awaitDone);
        assertThat(lines(".csv from by-key: 1 rows read").stream().filter(line -> line.contains("order-")))
                .as("the oldest first, and by name among those of one time")
                .extracting(line -> line.replaceFirst(".*(order-.).*", "$1"))
                .containsExactly("order-c", "order-a", "order-b");
        awaitLine("source by-key: 127.0.0.1:" + sftp.port() + " answers again after");
        assertThat(lines("source by-key: nothing is read, 127.0.0.1:" + sftp.port() + " cannot be reached"))
                .as("one line and not one a look")
                .hasSize(1);
    }

    private static void drop(Inbox folder, String name, Instant modified) throws IOException {
        String people = Inbox.people(name.replace(".csv", "@example.com"));
        folder.dropAsOf(name, people.getBytes(StandardCharsets.UTF_8), modified);
    }

    /** A crash after the last row leaves the file where it was. */
    @Test
    void doublesNobodyWhenAFileIsReadAgain() throws IOException {
        Inbox folder = sftp.folder("by-password");
        String email = "again-sftp@example.com";
        folder.drop("again.csv", Inbox.people(email));
        folder.awaitDone("again.csv");
        alm.awaitEnrolled(email);
        List<JournalEntry> calls = alm.calls(email);

        folder.drop("again.csv", Inbox.people(email));
        folder.awaitDone("again.csv", 2);

        Fence.pass(folder, alm, "again-sftp");
        assertThat(alm.calls(email)).isEqualTo(calls);
        assertThat(escalations.about(email)).isEmpty();
    }

    @Test
    void keepsAFileThatItMayNotShelveAndSaysSoOnce() throws IOException {
        Inbox folder = sftp.folder("no-shelf");
        folder.drop(".done", "a file where the folder should be");
        folder.drop("people.csv", Inbox.people("no-shelf@example.com"));

        awaitLines("people.csv from no-shelf: 1 rows read", 3);
        assertThat(folder.holds("people.csv")).isTrue();
        assertThat(lines("source no-shelf: people.csv stays where it is and is read again"))
                .hasSize(1);
        Files.delete(folder.folder().resolve(".done"));
        folder.awaitDone("people.csv");
        awaitLine("source no-shelf: no file is kept from its shelf any more");
        alm.awaitEnrolled("no-shelf@example.com");
        assertThat(alm.creates("no-shelf@example.com")).hasSize(1);
    }

    @Test
    void keepsABrokenFileWhoseReasonCannotBeWritten() throws IOException {
        Inbox folder = sftp.folder("no-reason");
        folder.drop(".failed", "a file where the folder should be");
        folder.drop("empty.csv", "");

        awaitLines("empty.csv from no-reason cannot be read to its end", 3);
        assertThat(folder.holds("empty.csv")).isTrue();
        assertThat(lines("source no-reason: empty.csv stays where it is and is read again"))
                .hasSize(1);
        Files.delete(folder.folder().resolve(".failed"));
        assertThat(folder.awaitFailed("empty.csv")).contains("empty");
        awaitLine("source no-reason: no file is kept from its shelf any more");
    }

    @Test
    void readsPlainNamesAndLeavesTheOthersAlone() throws IOException {
        Inbox folder = sftp.folder("odd");
        OddNames.drop(folder, "sftp");
        folder.drop("*.csv", Inbox.people("star@example.com"));

        OddNames.assertDealtWith(folder, "sftp", alm);
        awaitLines(
                ".csv in odd is left alone because of its name",
                OddNames.refused().size() + 1);
        assertThat(folder.holds("*.csv")).isTrue();
        assertThat(sftp.downloads("odd")).isEmptyDirectory();
        assertThat(sftp.folder("").folder())
                .as("the folder around the folders")
                .isDirectoryNotContaining(path -> path.getFileName().toString().contains("evil"));
        assertThat(sftp.downloads("").getParent())
                .isDirectoryNotContaining(path -> path.getFileName().toString().contains("evil"));
    }

    @Test
    void tellsNobodyItsSecretsAndShowsNoStackTrace() throws IOException {
        awaitLine("source refused: nothing is read");
        awaitLine("Started source-by-password (sftp://127.0.0.1:" + sftp.port());

        assertThat(outputs.log())
                .doesNotContain(SftpServerResource.PASSWORD, SftpServerResource.PASSPHRASE)
                .doesNotContain(encoded(SftpServerResource.PASSWORD), encoded(SftpServerResource.PASSPHRASE))
                .doesNotContain("com.jcraft.jsch.", "GenericFileOperationFailedException");
    }

    private static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    private void awaitLine(String text) {
        Patience.awaiting("'" + text + "' in the log").until(() -> !lines(text).isEmpty());
    }

    private void awaitLines(String text, int count) {
        Patience.awaiting(count + " times '" + text + "' in the log")
                .until(() -> lines(text).size() >= count);
    }

    private List<String> lines(String text) throws IOException {
        return outputs.log().lines().filter(line -> line.contains(text)).toList();
    }
}
