package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.simulator.UserView;
import org.almbridge.support.Escalations;
import org.almbridge.support.Inbox;
import org.almbridge.support.LogLines;
import org.almbridge.support.SimulatedTime;
import org.almbridge.support.SimulatedTimeProfile;
import org.almbridge.support.SimulatedTimeResource;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SimulatedTimeProfile.class)
@WithTestResource(
        value = SimulatedTimeResource.class,
        initArgs = {
            @ResourceArg(name = "bridge.dispatch.max-in-flight", value = "" + IndexLagTest.UNDER_WAY),
            @ResourceArg(name = "bridge.dispatch.poll-interval-ms", value = "100")
        })
class IndexLagTest {

    /** So few are under way that what is seen of the first serves the others. */
    static final int UNDER_WAY = 20;

    /** Within that many observations a shift is followed. */
    private static final int OBSERVATIONS = 50;

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Inject
    SimulatedTime time;

    private final LogLines log = new LogLines("org.almbridge.alm");

    @BeforeEach
    void listen() {
        log.start();
        lag(1_000, 2_000);
    }

    @AfterEach
    void leave() {
        log.stop();
        alm.settings("{\"indexFrozen\": false}");
    }

    @Test
    void comesCloseToTheBestThatProbingCanReach() throws IOException {
        List<UserView> later = arrive("close", 1_000, 150).subList(400, 1_000);

        assertThat(meanExcess(later)).as("of at best 229 ms").isLessThan(229 * 1.15 + 50);
        assertThat(wasted(later)).isLessThan(0.55);
        assertThat(escalations.names()).isEmpty();
    }

    @Test
    void followsALagThatShiftsAndShiftsBack() throws IOException {
        arrive("before", 200, 40);
        lag(4_000, 6_000);
        List<UserView> longer = arrive("longer", 400, 200);
        lag(1_000, 2_000);
        List<UserView> shorter = arrive("shorter", 400, 100);

        List<UserView> followed = longer.subList(UNDER_WAY + OBSERVATIONS, longer.size());
        assertThat(meanExcess(followed))
                .as("of at best 458 ms for a lag spread over 2 s")
                .isLessThan(750);
        assertThat(wasted(followed)).isLessThan(0.9);
        List<UserView> followedBack = shorter.subList(UNDER_WAY + OBSERVATIONS, shorter.size());
        assertThat(meanExcess(followedBack)).as("of at best 229 ms").isLessThan(400);
        assertThat(wasted(followedBack)).isLessThan(0.9);
        assertThat(escalations.names()).isEmpty();
    }

    @Test
    void escalatesNobodyWhileTheIndexHasStopped() throws IOException {
        arrive("running", 100, 30);
        alm.settings("{\"indexFrozen\": true}");
        accept("stopped", 100);
        int seconds = 0;
        while (log.lines().stream().noneMatch(line -> line.contains("ALM's index has stopped"))) {
            time.advance(Duration.ofSeconds(1));
            assertThat(seconds++).as("seconds until it is noticed").isLessThan(60);
        }
        long refused = alm.report().timingErrors();

        time.advance(Duration.ofMinutes(10));
        assertThat(alm.report().timingErrors() - refused)
                .as("one for each who was under way, and less than one a minute")
                .isLessThan(UNDER_WAY + 10L);
        assertThat(people("stopped")).as("creates go on").hasSize(100);

        alm.settings("{\"indexFrozen\": false}");
        time.advance(Duration.ofMinutes(3));
        assertThat(people("stopped"))
                .allSatisfy(user -> assertThat(user.enrolments()).hasSize(1));
        assertThat(log.lines()).anyMatch(line -> line.contains("ALM's index goes on"));
        assertThat(escalations.names()).isEmpty();
    }

    private void lag(long minMs, long maxMs) {
        alm.settings("{\"lagMinMs\": %d, \"lagMaxMs\": %d}".formatted(minMs, maxMs));
    }

    /** Answers everybody in the order in which they were created, once all are enrolled. */
    private List<UserView> arrive(String name, int people, int seconds) throws IOException {
        accept(name, people);
        time.advance(Duration.ofSeconds(seconds));
        List<UserView> users = people(name);
        assertThat(users)
                .hasSize(people)
                .allSatisfy(user -> assertThat(user.enrolments()).hasSize(1));
        return users;
    }

    private void accept(String name, int people) throws IOException {
        inbox.drop(
                name + ".csv",
                Inbox.people(IntStream.range(0, people)
                        .mapToObj(i -> name + "-" + i + "@example.com")
                        .toArray(String[]::new)));
        inbox.awaitDone(name + ".csv");
    }

    private List<UserView> people(String name) {
        return alm.users().stream()
                .filter(user -> user.email().startsWith(name + "-"))
                .sorted(Comparator.comparing(UserView::createdAt))
                .toList();
    }

    private static double meanExcess(List<UserView> users) {
        return users.stream()
                .mapToLong(user -> user.enrolments().get(0).enrolledAt() - user.indexedAt())
                .average()
                .orElseThrow();
    }

    private static double wasted(List<UserView> users) {
        return users.stream().mapToLong(user -> user.enrolCalls() - 1).average().orElseThrow();
    }
}
