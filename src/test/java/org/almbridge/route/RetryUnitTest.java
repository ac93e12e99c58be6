package org.almbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.almbridge.alm.InFlight;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = AlmSimulatorResource.ALONE, value = "its routes are woven"))
class RetryUnitTest {

    private static final String STALE = "oauth stale-token";

    @Inject
    CamelContext context;

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    private final ConcurrentLinkedQueue<String> gates = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();

    @Test
    void repeatsGateTokenAndIntentWithEveryEnrolment() throws Exception {
        weave("alm-enrol-user-once");
        alm.script("unit-enrol@example.com", "{\"timingErrors\": -1}");
        inbox.drop("unit-enrol.csv", Inbox.people("unit-enrol@example.com"));

        JsonNode escalation = escalations.await("unit-enrol@example.com");
        assertRepeated(Escalations.attempts(escalation, "ENROL_USER"), alm.enrols("unit-enrol@example.com"));
        assertThat(alm.enrols("unit-enrol@example.com"))
                .extracting(JournalEntry::status)
                .containsExactly(401, 400, 400, 400, 400);
    }

    @Test
    void repeatsGateTokenAndIntentWithEveryCreate() throws Exception {
        weave("alm-create-user-once");
        alm.script("unit-create@example.com", "{\"createStatus\": [503, 429, 403]}");
        inbox.drop("unit-create.csv", Inbox.people("unit-create@example.com"));

        JsonNode escalation = escalations.await("unit-create@example.com");
        assertRepeated(Escalations.attempts(escalation, "CREATE_USER"), alm.creates("unit-create@example.com"));
        assertThat(alm.creates("unit-create@example.com"))
                .extracting(JournalEntry::status)
                .containsExactly(401, 503, 429, 403);
    }

    /** Every call passed the gate once, was signed once, and is an attempt of its own in the ledger. */
    private void assertRepeated(List<JsonNode> attempts, List<JournalEntry> calls) {
        assertThat(gates).hasSameSizeAs(calls);
        assertThat(new ArrayList<>(tokens))
                .hasSameSizeAs(calls)
                .startsWith(STALE)
                .containsOnlyOnce(STALE);
        assertThat(attempts)
                .extracting(attempt -> attempt.path("requestId").asText())
                .isEqualTo(calls.stream().map(JournalEntry::requestId).toList());
        assertThat(attempts)
                .extracting(attempt -> attempt.path("at").asText())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /** Counts what passes the gate, and lets the first token be one that ALM no longer accepts. */
    private void weave(String route) throws Exception {
        AdviceWith.adviceWith(context, route, advice -> {
            advice.weaveByToString("process[ref:gate]").before().process(exchange -> gates.add(email(exchange)));
            advice.weaveByToString("process[ref:accessToken]").after().process(this::sign);
        });
    }

    private void sign(Exchange exchange) {
        if (tokens.isEmpty()) {
            exchange.getMessage().setHeader("Authorization", STALE);
        }
        tokens.add(exchange.getMessage().getHeader("Authorization", String.class));
    }

    private static String email(Exchange exchange) {
        return InFlight.learner(exchange).learner().email();
    }
}
