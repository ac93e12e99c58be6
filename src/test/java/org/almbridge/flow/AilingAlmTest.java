package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class AilingAlmTest {

    /** Longer than any back-off of the profile. */
    private static final long RETRY_AFTER_MS = 700;

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Test
    void triesACreateAgain() throws IOException {
        assertEnrolledOnce("ailing-create", "createStatus");
    }

    @Test
    void triesAnEnrolmentAgain() throws IOException {
        assertEnrolledOnce("ailing-enrol", "enrolStatus");
    }

    /** As many failures as attempts are allowed while the index lags: they do not count against that limit. */
    private void assertEnrolledOnce(String name, String writes) throws IOException {
        List<Integer> statuses = List.of(500, 502, 503, 504, 429);
        for (int status : statuses) {
            alm.script(
                    email(name, status),
                    "{\"%s\": %s, \"retryAfter\": \"0.7\"}"
                            .formatted(writes, Collections.nCopies(FastRetryProfile.MAX_ATTEMPTS, status)));
        }
        inbox.drop(
                name + ".csv",
                Inbox.people(
                        statuses.stream().map(status -> email(name, status)).toArray(String[]::new)));
        for (int status : statuses) {
            String email = email(name, status);
            alm.awaitEnrolled(email);
            assertThat(alm.users(email)).hasSize(1);
            assertThat(alm.instances(email)).containsExactly(Simulator.INSTANCE);
            assertThat(alm.calls(email))
                    .filteredOn(call -> call.status() == status)
                    .hasSize(FastRetryProfile.MAX_ATTEMPTS);
            if (status == 429 || status == 503) {
                assertThat(waits(email, status))
                        .as("milliseconds between refusals, by Retry-After and not by the shorter back-off")
                        .allMatch(wait -> wait >= RETRY_AFTER_MS);
            }
            assertThat(escalations.about(email)).isEmpty();
        }
    }

    private List<Long> waits(String email, int status) {
        List<JournalEntry> refusals = alm.calls(email).stream()
                .filter(call -> call.status() == status)
                .toList();
        return IntStream.range(1, refusals.size())
                .mapToObj(i -> refusals.get(i).at() - refusals.get(i - 1).at())
                .toList();
    }

    private static String email(String name, int status) {
        return name + "-" + status + "@example.com";
    }
}
