package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.RawRequest;
import org.almbridge.support.Rejects;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class PushBatchesTest {

    Simulator alm;
    Rejects rejects;

    @Test
    void judgesRowsOneByOne() throws IOException {
        String name = Api.csv(Inbox.people("batch-1@example.com", "secret-address", "batch-2@example.com"))
                .statusCode(202)
                .header("Location", startsWith("/api/batches/"))
                .body("rowsRead", equalTo(3))
                .body("learners", equalTo(2))
                .body("rejected", equalTo(1))
                .body("rejectedRows.row", contains(3))
                .body("rejectedRows[0].reasons[0]", startsWith("email must have exactly one @"))
                .body(not(containsString("secret-address")))
                .extract()
                .path("name");

        alm.awaitEnrolled("batch-1@example.com");
        alm.awaitEnrolled("batch-2@example.com");
        assertThat(rejects.of(name.replace('/', '_'))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "application/ndjson", "application/jsonl"})
    void takesOneObjectALine(String mediaType) {
        String email = mediaType.replaceAll("\\W", "-") + "@example.com";
        Api.asHr()
                .header("Content-Type", mediaType)
                .body((Api.person(email) + "\n{}\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/batches")
                .then()
                .statusCode(202)
                .body("learners", equalTo(1))
                .body("rejectedRows.row", contains(2));

        alm.awaitEnrolled(email);
    }

    @Test
    void countsAllBadRowsAndShowsTheFirstHundred() {
        Api.csv("email,name\n" + "bad,Ada\n".repeat(150))
                .statusCode(202)
                .body("rejected", equalTo(150))
                .body("rejectedRows", hasSize(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "name\nAda\n", "email,email\nx,y\n", "nonsense"})
    void saysWhyContentCannotBeRead(String content) {
        Api.csv(content).statusCode(400).contentType("application/problem+json").body("status", equalTo(400));
    }

    @Test
    void refusesUtf16() {
        Api.csv(Inbox.people("utf-16@example.com").getBytes(StandardCharsets.UTF_16LE))
                .statusCode(400)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void saysHowFarItCameWhenContentBreaksOff() {
        Api.csv(Inbox.people("before-break@example.com") + "\"after-break@example.com,Ada\n")
                .statusCode(400)
                .body("detail", startsWith("The content breaks off: row 3"))
                .body("batch.rowsRead", equalTo(1))
                .body("batch.learners", equalTo(1))
                .body(not(containsString("after-break")));

        alm.awaitEnrolled("before-break@example.com");
    }

    @Test
    void survivesAnEndlessCell() {
        Api.csv("email,name\n\"" + "x".repeat(10_000_000))
                .statusCode(400)
                .body("detail", containsString("a cell that is too long to be read"));
    }

    @Test
    void refusesWhatIsTooLargeBeforeItIsSent() throws IOException {
        try (RawRequest request = new RawRequest(
                "/api/batches",
                "Content-Type: text/csv\r\nExpect: 100-continue\r\nContent-Length: "
                        + (ApiProfile.MAX_REQUEST_BYTES + 1) + "\r\n")) {
            assertThat(request.answer())
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json", "larger than " + ApiProfile.MAX_REQUEST_BYTES + " bytes");
        }
    }

    @Test
    void refusesWhatTurnsOutToBeTooLarge() throws IOException {
        try (RawRequest request =
                new RawRequest("/api/batches", "Content-Type: text/csv\r\nTransfer-Encoding: chunked\r\n")) {
            String part = "x".repeat(1_000_000);
            for (int i = 0; i < ApiProfile.MAX_REQUEST_BYTES / part.length(); i++) {
                request.send("f4240\r\n" + part + "\r\n");
            }
            request.send("1\r\nx\r\n");
            assertThat(request.answer()).startsWith("HTTP/1.1 413 ");
        }
        assertNothingIsLeft();
    }

    @Test
    void takesWhatIsExactlyAsLargeAsAllowed() {
        String rows = Inbox.people("exactly@example.com");
        Api.csv(rows + "\n".repeat(ApiProfile.MAX_REQUEST_BYTES - rows.length()))
                .statusCode(202);
    }

    @Test
    void acceptsNothingOfARequestThatBreaksOff() throws IOException {
        try (RawRequest request =
                new RawRequest("/api/batches", "Content-Type: text/csv\r\nContent-Length: 100000\r\n")) {
            request.send(Inbox.people("broken-off@example.com"));
            Patience.awaiting("the begin of the content").until(() -> !uploads().isEmpty());
        }
        assertNothingIsLeft();
        Api.csv(Inbox.people("after-broken-off@example.com")).statusCode(202);
        alm.awaitEnrolled("after-broken-off@example.com");
        assertThat(alm.calls("broken-off@example.com")).isEmpty();
    }

    @Test
    void waitsForSlowSendersWithoutKeepingOthersWaiting() throws IOException {
        String rows = Inbox.people("slow@example.com");
        RawRequest[] slow = new RawRequest[50];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = new RawRequest(
                    "/api/batches", "Content-Type: text/csv\r\nContent-Length: " + rows.length() + "\r\n");
            slow[i].send(rows.substring(0, 10));
        }
        Api.csv(Inbox.people("quick@example.com")).statusCode(202);
        for (RawRequest request : slow) {
            request.send(rows.substring(10));
            assertThat(request.answer()).startsWith("HTTP/1.1 202 ");
            request.close();
        }
        alm.awaitEnrolled("slow@example.com");
        assertThat(alm.creates("slow@example.com")).hasSize(1);
        assertNothingIsLeft();
    }

    private static void assertNothingIsLeft() {
        Patience.awaiting("an empty " + ApiProfile.UPLOADS)
                .until(() -> uploads().isEmpty());
    }

    private static List<Path> uploads() throws IOException {
        if (!Files.isDirectory(ApiProfile.UPLOADS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(ApiProfile.UPLOADS)) {
            return files.toList();
        }
    }
}
