package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.almbridge.simulator.SimulatorReport;
import org.almbridge.simulator.UserView;
import org.almbridge.support.Escalations;
import org.almbridge.support.Inbox;
import org.almbridge.support.SimulatedTime;
import org.almbridge.support.SimulatedTimeProfile;
import org.almbridge.support.SimulatedTimeResource;
import org.almbridge.support.Simulator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can go wrong by chance, and now and then a quota that is all but gone. */
@QuarkusTest
@TestProfile(SimulatedTimeProfile.class)
@WithTestResource(SimulatedTimeResource.class)
class StormTest {

    private static final int PEOPLE = 2_000;
    private static final String CALM = "{\"rateLimits\": {\"POST\": null}}";
    private static final String STORM =
            "{\"rateLimits\": {\"POST\": {\"requestsPerMinute\": 600, \"burst\": 5, \"silent\": true}}}";

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Inject
    SimulatedTime time;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 1)
    void losesNobodyDoublesNobodyAndAlarmsNobody(long seed) throws IOException {
        SimulatorReport before = alm.report();
        alm.settings("""
                {"seed": %d, "enrolmentReadLagMs": 3000, "readsLag": true,
                 "faults": {"error500": 0.02, "error503": 0.02, "resetBeforeWrite": 0.02,
                            "lostAfterCreate": 0.02, "lostAfterEnrol": 0.02}}""".formatted(seed));
        String name = "storm-" + seed;
        inbox.drop(name + ".csv", Inbox.people(emails(name)));
        inbox.awaitDone(name + ".csv");

        for (int minute = 0; minute < 30 && enrolled(name) < PEOPLE; minute++) {
            alm.settings(STORM);
            time.advance(Duration.ofSeconds(20));
            alm.settings(CALM);
            time.advance(Duration.ofSeconds(40));
        }

        List<UserView> people = people(name);
        assertThat(people)
                .hasSize(PEOPLE)
                .allSatisfy(user -> assertThat(user.enrolments()).hasSize(1));
        assertThat(alm.report().repeatedEnrolments()).isEqualTo(before.repeatedEnrolments());
        assertThat(alm.report().callsByStatus()).containsKey(429);
        assertThat(escalations.names()).isEmpty();
    }

    private static String[] emails(String name) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> name + "-" + i + "@example.com")
                .toArray(String[]::new);
    }

    private long enrolled(String name) {
        Set<String> enrolled = new HashSet<>();
        people(name).stream().filter(user -> !user.enrolments().isEmpty()).forEach(user -> enrolled.add(user.email()));
        return enrolled.size();
    }

    private List<UserView> people(String name) {
        return alm.users().stream()
                .filter(user -> user.email().startsWith(name + "-"))
                .toList();
    }
}
