package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.almbridge.support.Escalations;
import org.almbridge.support.Inbox;
import org.almbridge.support.SimulatedTime;
import org.almbridge.support.SimulatedTimeProfile;
import org.almbridge.support.SimulatedTimeResource;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SimulatedTimeProfile.class)
@WithTestResource(SimulatedTimeResource.class)
class AlmDownTest {

    private static final int PEOPLE = 300;

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Inject
    SimulatedTime time;

    @Test
    void waitsForAnHourAndThenFinishesEverybody() throws IOException {
        accept("down");
        alm.settings("{\"faults\": {\"error503\": 1}}");
        time.advance(Duration.ofMinutes(2));
        long callsBefore = calls();

        time.advance(Duration.ofMinutes(58));
        long probes = calls() - callsBefore;
        alm.settings("{\"faults\": {\"error503\": 0}}");
        time.advance(Duration.ofMinutes(3));

        assertThat(probes).as("one a minute, each a learner's first call").isBetween(55L, 60L);
        assertThat(alm.report().enrolments()).isEqualTo(PEOPLE);
        assertThat(alm.report().users()).isEqualTo(PEOPLE);
        assertThat(escalations.names()).isEmpty();
    }

    private void accept(String name) throws IOException {
        inbox.drop(
                name + ".csv",
                Inbox.people(IntStream.range(0, PEOPLE)
                        .mapToObj(i -> name + "-" + i + "@example.com")
                        .toArray(String[]::new)));
        inbox.awaitDone(name + ".csv");
    }

    private long calls() {
        return alm.report().callsByKind().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
