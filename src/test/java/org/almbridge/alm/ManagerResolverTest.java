package org.almbridge.alm;

import static org.almbridge.learner.SampleLearners.annWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.call.AlmCalls;
import org.almbridge.directory.Evidence;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.ManagerStanding;
import org.almbridge.learner.ManagerStanding.Doubt;
import org.almbridge.manager.Manager;
import org.almbridge.manager.ManagerDirectory;
import org.almbridge.manager.ManagerFinding;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ManagerResolverTest {

    private static final Map<String, String> BY_ID = Map.of("managerId", "4711");
    private static final Map<String, String> BY_EMAIL = Map.of("managerEmail", "boss@example.com");

    private final SteppedClock clock = new SteppedClock();
    private final AlmCalls calls = new AlmCalls(TestConfig.bridge());
    private final List<Manager> asked = new ArrayList<>();
    private final CompletableFuture<ManagerFinding> answer = new CompletableFuture<>();
    private final ManagerResolver resolver = new ManagerResolver(
            new ManagerDirectory(
                    manager -> {
                        asked.add(manager);
                        return answer;
                    },
                    TestConfig.bridge(),
                    clock),
            calls,
            clock);

    @AfterEach
    void stop() {
        calls.stop();
    }

    @Test
    void asksNobodyForAManagerWhomTheLedgerKnows() throws Exception {
        Exchange exchange = resolved(annWith(BY_EMAIL, ManagerStanding.known("4711")));

        assertThat(InFlight.managerId(exchange)).isEqualTo("4711");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void asksAlmForAManagerWhomItIsOfNoUseToWaitFor(Doubt doubt) throws Exception {
        answer.complete(ManagerFinding.active("4711"));

        Exchange exchange = resolved(annWith(BY_EMAIL, ManagerStanding.unknown(doubt)));

        assertThat(InFlight.managerId(exchange)).isEqualTo("4711");
        assertThat(InFlight.learner(exchange).current()).isNull();
        assertThat(asked).containsExactly(new Manager(null, "boss@example.com"));
    }

    @Test
    void checksAnIdWithAlm() throws Exception {
        answer.complete(ManagerFinding.active("4711"));

        assertThat(InFlight.managerId(resolved(annWith(BY_ID, null)))).isEqualTo("4711");
        assertThat(asked).containsExactly(new Manager("4711", null));
    }

    @Test
    void goesOnWhenTheAnswerComesLater() throws Exception {
        Exchange exchange = AlmExchanges.of(annWith(BY_ID, null), null);
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        assertThat(resolver.process(exchange, done::complete)).isFalse();

        answer.complete(ManagerFinding.active("4711"));

        assertThat(done.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(InFlight.managerId(exchange)).isEqualTo("4711");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOT_HERE     | create the manager first or correct managerEmail
            STARTS_LATER | name another manager until then
            NOT_CREATED  | act on that escalation or correct managerEmail
            CIRCULAR     | correct managerEmail in one of their rows""")
    void saysWhatToDoAboutAManagerWhoIsNowhere(Doubt doubt, String remedy) throws Exception {
        answer.complete(ManagerFinding.missing(new Evidence(200, "gw-1", "{\"data\":[]}")));

        AlmFailure refusal = refusal(resolved(annWith(BY_EMAIL, ManagerStanding.unknown(doubt))));

        assertThat(refusal.failureClass()).isEqualTo(FailureClass.REJECTED);
        assertThat(refusal.status()).isEqualTo(200);
        assertThat(refusal.requestId()).isEqualTo("gw-1");
        assertThat(refusal.body())
                .startsWith("The manager whom managerEmail names ")
                .contains(remedy)
                .endsWith(". ALM's answer: {\"data\":[]}")
                .doesNotContain("boss@");
    }

    @Test
    void saysWhatToDoAboutAnIdThatIsWrong() throws Exception {
        answer.complete(ManagerFinding.missing(new Evidence(400, "gw-1", "{}")));

        assertThat(refusal(resolved(annWith(BY_ID, null))).body())
                .startsWith("The manager whom managerId names is unknown to ALM: correct managerId");
    }

    @Test
    void saysInWhichStateTheManagerIs() throws Exception {
        answer.complete(ManagerFinding.inactive("DELETED", new Evidence(200, "gw-1", "{}")));

        assertThat(refusal(resolved(annWith(BY_ID, null))).body())
                .startsWith("ALM has the manager whom managerId names in state DELETED");
        assertThat(refusal(resolved(annWith(BY_EMAIL, ManagerStanding.unknown(Doubt.NOT_HERE))))
                        .body())
                .startsWith("ALM has the manager whom managerEmail names in state DELETED");
    }

    @Test
    void handsAFailedCallToThePolicyAsAnAttemptOfTheLearner() throws Exception {
        AlmAnswerException failure = new AlmAnswerException(FailureClass.UNAVAILABLE, 503, "gw-1", "down");
        answer.completeExceptionally(failure);

        Exchange exchange = resolved(annWith(BY_ID, null));

        assertThat(refusal(exchange)).isEqualTo(failure.failure());
        assertThat(exchange.getException()).isNotSameAs(failure);
    }

    private Exchange resolved(LearnerInFlight learner) {
        Exchange exchange = AlmExchanges.of(learner, null);
        assertThat(resolver.process(exchange, doneSync -> {})).isTrue();
        return exchange;
    }

    private static AlmFailure refusal(Exchange exchange) {
        assertThat(InFlight.managerId(exchange)).isNull();
        assertThat(InFlight.learner(exchange).current().call()).isEqualTo(AlmCall.FIND_MANAGER);
        return exchange.getException(AlmAnswerException.class).failure();
    }
}
