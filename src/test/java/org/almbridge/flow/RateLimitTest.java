package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.almbridge.simulator.RateLimitUse;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Operator;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateLimitTest.Alone.class)
@WithTestResource(AlmSimulatorResource.class)
class RateLimitTest {

    /** An application of its own, for no other test should meet the limit that this one teaches it. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> keys = new HashMap<>(new ApiProfile().getConfigOverrides());
            keys.keySet().removeIf(key -> !key.startsWith("bridge.api."));
            return keys;
        }
    }

    private static final int PEOPLE = 60;
    private static final int REPLAYED = 40;

    Simulator alm;
    Inbox inbox;

    @AfterEach
    void liftTheLimit() {
        alm.settings("{\"rateLimits\": {\"POST\": null}}");
    }

    @Test
    void keepsToTheLimitThatAlmAnnounces() throws IOException {
        long before = alm.report().enrolments();
        alm.settings("{\"rateLimits\": {\"POST\": {\"requestsPerMinute\": 1200, \"burst\": 20}}}");
        inbox.drop(
                "limited.csv",
                Inbox.people(IntStream.range(0, PEOPLE)
                        .mapToObj(i -> "limited" + i + "@example.com")
                        .toArray(String[]::new)));
        Patience.awaiting("everybody").until(() -> alm.report().enrolments() == before + PEOPLE);

        RateLimitUse use = alm.report().rateLimits().get("POST");
        assertThat(use.throttled()).isZero();
        assertThat(use.permitsUsed()).isGreaterThanOrEqualTo(2 * PEOPLE);
        assertThat(alm.report().duplicateCreates()).isZero();
        assertThat(alm.report().repeatedEnrolments()).isZero();
    }

    /** However many are sent through again, ALM sees no more calls than it allows. */
    @Test
    void keepsToTheLimitInAReplayAndSaysHowLongThatTakes() {
        alm.settings("{\"rateLimits\": {\"POST\": {\"requestsPerMinute\": 1200, \"burst\": 20}}}");
        List<String> people = IntStream.range(0, REPLAYED)
                .mapToObj(i -> "replayed" + i + "@example.com")
                .toList();
        people.forEach(email -> alm.script(email, "{\"createStatus\": [422]}"));
        String batch = Api.csv(Inbox.people(people.toArray(String[]::new)))
                .statusCode(202)
                .extract()
                .path("id");
        Patience.awaiting("the escalations").until(() -> Operator.total("batch=" + batch) == REPLAYED);

        Operator.replay("{\"batch\": \"" + batch + "\"}")
                .statusCode(200)
                .body("posts", equalTo(2 * REPLAYED))
                .body("postsPerMinute", equalTo(1200f))
                .body("seconds", equalTo(4));
        assertThat(Operator.status().getFloat("alm.limits.POST.perMinute")).isEqualTo(1200f);
        Operator.replay("{\"batch\": \"" + batch + "\", \"dryRun\": false, \"expected\": " + REPLAYED + "}")
                .statusCode(202);
        people.forEach(alm::awaitEnrolled);

        assertThat(alm.report().rateLimits().get("POST").throttled()).isZero();
        assertThat(people).allSatisfy(email -> assertThat(alm.users(email)).hasSize(1));
        assertThat(alm.report().duplicateCreates()).isZero();
        assertThat(alm.report().repeatedEnrolments()).isZero();
    }

    /** A refusal that names no limit closes the gate for everybody, so the next one does not run into it as well. */
    @Test
    void waitsForRetryAfterWhenNoLimitIsAnnounced() throws IOException {
        alm.script("unannounced1@example.com", "{\"createStatus\": [429, 429], \"retryAfter\": \"0.752\"}");
        inbox.drop("unannounced.csv", Inbox.people("unannounced1@example.com", "unannounced2@example.com"));
        alm.awaitEnrolled("unannounced1@example.com");
        alm.awaitEnrolled("unannounced2@example.com");

        assertThat(alm.creates("unannounced1@example.com"))
                .extracting(call -> call.status())
                .containsExactly(429, 429, 200);
        long refusedAt = alm.creates("unannounced1@example.com").get(0).at();
        assertThat(alm.creates("unannounced2@example.com"))
                .as("milliseconds from the refusal to another learner's create")
                .extracting(call -> call.at() - refusedAt)
                .allMatch(wait -> wait < 0 || wait >= 752);
    }
}
