package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins the lag to the millisecond, because everything else is measured against it. */
class IndexLagTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void refusesAnEnrolmentUntilTheMillisecondOfTheIndex() {
        String id = ALM.created("ada@example.com");
        long lag = indexedAt("ada@example.com") - HandClock.START;
        assertThat(lag).isBetween(1_000L, 2_000L);

        ALM.clock().advance(lag - 1);
        assertThat(ALM.enrol(id).statusCode()).isEqualTo(400);
        ALM.clock().advance(1);
        assertThat(ALM.enrol(id).statusCode()).isEqualTo(200);
    }

    @Test
    void drawsLagsFromTheWholeRange() {
        ALM.settings("{\"lagMinMs\":10,\"lagMaxMs\":12}");

        List<Long> lags = IntStream.range(0, 40)
                .mapToObj(i -> "user" + i + "@example.com")
                .peek(ALM::created)
                .map(email -> indexedAt(email) - HandClock.START)
                .distinct()
                .toList();

        assertThat(lags).containsExactlyInAnyOrder(10L, 11L, 12L);
    }

    @Test
    void givesALearnerTheSameLagInEveryRunWithTheSameSeed() {
        ALM.created("ada@example.com");
        long first = indexedAt("ada@example.com");
        ALM.bare().delete("/simulator");
        ALM.created("bob@example.com");
        ALM.created("ada@example.com");
        assertThat(indexedAt("ada@example.com")).isEqualTo(first);

        ALM.bare().delete("/simulator");
        ALM.settings("{\"seed\":2}");
        ALM.created("ada@example.com");
        assertThat(indexedAt("ada@example.com")).isNotEqualTo(first);
    }

    @Test
    void indexesNobodyWhileFrozenAndEverybodyAfterTheirOwnLagThen() {
        String before = ALM.created("before@example.com");
        long lag = indexedAt("before@example.com") - HandClock.START;
        ALM.settings("{\"indexFrozen\":true}");
        String during = ALM.created("during@example.com");
        ALM.clock().advance(600_000);

        assertThat(ALM.enrol(before).statusCode()).isEqualTo(400);
        assertThat(ALM.enrol(during).statusCode()).isEqualTo(400);
        assertThat(ALM.control("/users?email=during@example.com").<Object>path("[0].indexedAt"))
                .isNull();

        ALM.settings("{\"indexFrozen\":false}");
        ALM.clock().advance(lag - 1);
        assertThat(ALM.enrol(before).statusCode()).isEqualTo(400);
        ALM.clock().advance(1);
        assertThat(ALM.enrol(before).statusCode()).isEqualTo(200);
        ALM.clock().advance(2_000);
        assertThat(ALM.enrol(during).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesThoseAloneWhoWereIndexedBeforeTheFreeze() {
        String id = ALM.indexed("ada@example.com");

        ALM.settings("{\"indexFrozen\":true}");

        assertThat(ALM.enrol(id).statusCode()).isEqualTo(200);
    }

    private static long indexedAt(String email) {
        return ALM.control("/users?email={email}", email).jsonPath().getLong("[0].indexedAt");
    }
}
