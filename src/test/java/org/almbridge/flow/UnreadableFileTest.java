package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class UnreadableFileTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Test
    void keepsTheRowsBeforeAWrongByteAndDoublesNobodyAfterTheCorrection() throws IOException {
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        broken.writeBytes(Inbox.people("utf8-1@example.com").getBytes(StandardCharsets.UTF_8));
        broken.writeBytes("utf8-2@example.com,Zo\u00eb Example\n".getBytes(StandardCharsets.ISO_8859_1));
        broken.writeBytes("utf8-3@example.com,Ada Example\n".getBytes(StandardCharsets.UTF_8));
        inbox.drop("utf8.csv", broken.toByteArray());

        assertThat(inbox.awaitFailed("utf8.csv")).contains("utf8.csv", "line 3", "save it as UTF-8", "1 are accepted");
        alm.awaitEnrolled("utf8-1@example.com");

        inbox.drop("utf8.csv", Inbox.people("utf8-1@example.com", "utf8-2@example.com", "utf8-3@example.com"));
        inbox.awaitDone("utf8.csv");
        alm.awaitEnrolled("utf8-2@example.com");
        alm.awaitEnrolled("utf8-3@example.com");
        assertThat(alm.creates("utf8-1@example.com")).hasSize(1);
        assertThat(alm.instances("utf8-1@example.com")).containsExactly(Simulator.INSTANCE);
        assertThat(escalations.about("utf8-1@example.com")).isEmpty();
    }

    @Test
    void keepsTheRowsBeforeAQuoteThatIsNeverClosed() throws IOException {
        inbox.drop(
                "quote.csv",
                Inbox.people("quote-1@example.com") + "quote-2@example.com,\"Bob Example\nquote-3@example.com,Cy\n");

        assertThat(inbox.awaitFailed("quote.csv")).contains("quote.csv", "row 3", "double quote", "1 are accepted");
        alm.awaitEnrolled("quote-1@example.com");
        assertThat(alm.calls("quote-3@example.com")).isEmpty();
    }

    @Test
    void saysOfAnEmptyFileWhatToSend() throws IOException {
        inbox.drop("empty.csv", "");

        assertThat(inbox.awaitFailed("empty.csv")).contains("empty.csv", "empty", "header line");
    }

    @Test
    void saysOfAHeaderWithoutEmailWhatToNameIt() throws IOException {
        inbox.drop("no-email.csv", "name,profile\nAda Example,Engineer\n");

        assertThat(inbox.awaitFailed("no-email.csv")).contains("no-email.csv", "header", "column email");
    }

    @Test
    void takesAHeaderWithoutPeopleForAnEmptyBatch() throws IOException {
        inbox.drop("header-only.csv", "email,name\n");

        inbox.awaitDone("header-only.csv");
    }
}
