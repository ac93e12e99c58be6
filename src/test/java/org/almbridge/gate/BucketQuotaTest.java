package org.almbridge.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.almbridge.SteppedClock;
import org.almbridge.TestClock;
import org.almbridge.support.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bridges that share a quota in PostgreSQL. */
class BucketQuotaTest {

    private static final Limit TEN_A_SECOND = new Limit(600, 10);
    private static final Limit ONE_A_SECOND = new Limit(60, 10);

    private final SteppedClock clock = new SteppedClock();
    private String url;
    private SharedQuota one;
    private SharedQuota other;

    @BeforeEach
    void open() {
        url = Postgres.shared().newLedger();
        one = bridge(clock);
        other = bridge(clock);
    }

    private SharedQuota bridge(Clock own) {
        return BucketQuota.in(Postgres.dataSource(url), own);
    }

    private static Ask calls(Limit limit, int calls) {
        return new Ask(limit, calls, 0, 0, 0);
    }

    /** Milliseconds from the start to when the last of the permits is due. */
    private static double due(SharedQuota bridge, Limit limit, int permits) {
        return bridge.draw("POST", calls(limit, permits)).calls().lastDueAt() - SteppedClock.START;
    }

    @Test
    void startsEmpty() {
        assertThat(due(one, TEN_A_SECOND, 1)).isEqualTo(100);
        assertThat(due(other, TEN_A_SECOND, 2)).isEqualTo(300);
    }

    @Test
    void servesInTheOrderOfAsking() {
        assertThat(due(one, TEN_A_SECOND, 3)).isEqualTo(300);
        assertThat(due(other, TEN_A_SECOND, 1)).isEqualTo(400);
        assertThat(due(one, TEN_A_SECOND, 1)).isEqualTo(500);
    }

    @Test
    void keepsHalfOfTheBurstForThoseWhoCome() {
        one.draw("POST", calls(TEN_A_SECOND, 1));
        clock.advance(60_000);

        assertThat(due(one, TEN_A_SECOND, 4)).isEqualTo(60_000);
        assertThat(due(other, TEN_A_SECOND, 1)).isEqualTo(60_000);
        assertThat(due(other, TEN_A_SECOND, 1)).isEqualTo(60_100);
    }

    @Test
    void keepsMethodsApart() {
        one.draw("POST", calls(ONE_A_SECOND, 5));

        assertThat(other.draw("GET", calls(TEN_A_SECOND, 1)).calls().lastDueAt())
                .isEqualTo(SteppedClock.START + 100);
    }

    @Test
    void addsUpToTheLimitWhoeverAsksAtTheSameTime() throws Exception {
        int asks = 50;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Double> due = new ArrayList<>();
        try {
            List<Callable<List<Double>>> bridges = List.of(() -> dues(one, asks), () -> dues(other, asks));
            for (Future<List<Double>> each : threads.invokeAll(bridges)) {
                due.addAll(each.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(due).hasSize(2 * asks).doesNotHaveDuplicates();
        assertThat(due.stream().max(Double::compare)).contains(2.0 * asks * 2 * 100);
    }

    private static List<Double> dues(SharedQuota bridge, int asks) {
        List<Double> due = new ArrayList<>();
        for (int i = 0; i < asks; i++) {
            due.add(due(bridge, TEN_A_SECOND, 2));
        }
        return due;
    }

    @Test
    void letsTheCallsThatCreatesBringAlongRunAheadByTheBurst() {
        Grant grant = one.draw("POST", new Ask(TEN_A_SECOND, 0, 20, 0, 0));
        assertThat(grant.starts().lastDueAt()).isEqualTo(SteppedClock.START);
        assertThat(grant.calls().permits()).isZero();

        assertThat(other.draw("POST", new Ask(TEN_A_SECOND, 0, 2, 3, 0)).starts())
                .as("what is owed is paid first")
                .isEqualTo(new Lease(2, SteppedClock.START + 500.0, 100));
    }

    @Test
    void holdsTheOthersBackAfterARefusal() {
        one.draw("POST", calls(TEN_A_SECOND, 1));
        clock.advance(60_000);
        one.draw("POST", new Ask(TEN_A_SECOND, 0, 0, 0, 30_000));

        assertThat(due(other, TEN_A_SECOND, 1)).isCloseTo(90_100, within(100.0));
    }

    @Test
    void holdsBackOnceHoweverManyAreRefused() {
        one.draw("POST", calls(TEN_A_SECOND, 1));
        one.draw("POST", new Ask(TEN_A_SECOND, 0, 0, 0, 30_000));
        other.draw("POST", new Ask(TEN_A_SECOND, 0, 0, 0, 30_000));
        clock.advance(200);
        one.draw("POST", new Ask(TEN_A_SECOND, 0, 0, 0, 29_900));

        assertThat(due(other, TEN_A_SECOND, 1)).isCloseTo(30_100, within(200.0));
    }

    @Test
    void takesAChangedLimitOverFromWhoLearnsItFirst() {
        assertThat(due(one, TEN_A_SECOND, 50)).isEqualTo(5_000);
        assertThat(due(other, ONE_A_SECOND, 1)).as("starts anew").isEqualTo(1_000);
        assertThat(due(one, TEN_A_SECOND, 1))
                .as("what was told before is no news")
                .isEqualTo(2_000);
        assertThat(due(one, ONE_A_SECOND, 1)).as("has learned it too").isEqualTo(3_000);
        assertThat(due(other, ONE_A_SECOND, 1)).isEqualTo(4_000);
    }

    @Test
    void tellsTheGapOfTheLimitThatIsKept() {
        one.draw("POST", calls(TEN_A_SECOND, 1));
        other.draw("POST", calls(ONE_A_SECOND, 1));

        assertThat(one.draw("POST", calls(TEN_A_SECOND, 1)).calls().gapMs()).isEqualTo(1_000);
    }

    /** The clock that is ahead fills the bucket; the other one neither fills it again nor waits for its own time. */
    @Test
    void countsTimeOnceWhenClocksDiffer() {
        SharedQuota ahead = bridge(new TestClock() {
            @Override
            public long millis() {
                return clock.millis() + 5_000;
            }
        });
        ahead.draw("POST", calls(TEN_A_SECOND, 1));
        int permits = 1;
        for (int i = 0; i < 300; i++) {
            clock.advance(100);
            SharedQuota turn = i % 2 == 0 ? one : ahead;
            permits += turn.draw("POST", calls(TEN_A_SECOND, 1)).calls().permits();
        }
        double wait = due(ahead, TEN_A_SECOND, 1) - 5_000 - (clock.millis() - SteppedClock.START);

        assertThat(wait).as("one in 100 ms were taken, and one more").isEqualTo(200);
        assertThat(permits).isEqualTo(301);
    }
}
