package org.almbridge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.almbridge.SteppedClock;
import org.almbridge.SteppedTimer;
import org.almbridge.TestClock;
import org.almbridge.TestConfig;
import org.almbridge.simulator.RateLimitJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three bridges with one quota, in simulated time. They take learners from one ledger, each a create and, once ALM's index has
 * them, an enrolment. The way to ALM and back takes 3 to 150 ms each, the database 1 to 20 ms, at random.
 */
class SharedGateSimulationTest {

    private static final int BRIDGES = 3;
    private static final long TAKEN_OVER_MS = 5_000;

    private final SteppedClock clock = new SteppedClock();
    private final SteppedTimer timer = new SteppedTimer(clock);
    private final Map<String, byte[]> database = new HashMap<>();
    private final List<Bridge> bridges = new ArrayList<>();
    private final Deque<Learner> waiting = new ArrayDeque<>();

    private Random random;
    private RateLimitJudge alm;
    private int learners;
    private int done;
    private int asks;
    private long longestWaitMs;

    private final class Learner {
        private Bridge bridge;
        private boolean created;
    }

    /** Its clock is off by that much. */
    private final class Bridge {
        private final Gate gate;
        private final LearnersUnderWay admission;
        private final List<Learner> underWay = new ArrayList<>();
        private int finished;
        private boolean dead;

        Bridge(long skewMs) {
            Clock own = new TestClock() {
                @Override
                public long millis() {
                    return clock.millis() + skewMs;
                }
            };
            SharedQuota quota = new BucketQuota(new BucketsInMemory(database, own));
            Leasing leasing = new Leasing(
                    (verb, ask) -> {
                        asks++;
                        return quota.draw(verb, ask);
                    },
                    work -> {
                        if (!dead) {
                            later(1 + random.nextInt(20), work);
                        }
                    });
            gate = new Gate(TestConfig.bridge(), own, timer, new Remembered(), leasing, () -> BRIDGES);
            admission = new LearnersUnderWay(gate);
        }

        /** As the ledger hands out, every 100 ms. */
        void poll() {
            if (dead) {
                return;
            }
            int wanted = admission.fresh(Math.max(0, admission.underWay(5_000) - underWay.size()));
            for (int i = 0; i < wanted && !waiting.isEmpty(); i++) {
                take(waiting.remove());
            }
            if (done < learners) {
                later(100, this::poll);
            }
        }

        void take(Learner learner) {
            learner.bridge = this;
            underWay.add(learner);
            if (learner.created) {
                enrol(learner);
            } else {
                call(learner, new Call("POST", false, 2), passedAt -> {
                    learner.created = true;
                    later(1_000 + random.nextInt(1_001), () -> enrol(learner));
                });
            }
        }

        private void enrol(Learner learner) {
            long from = clock.millis();
            call(learner, new Call("POST", true, 0), passedAt -> {
                longestWaitMs = Math.max(longestWaitMs, passedAt - from);
                underWay.remove(learner);
                finished++;
                done++;
            });
        }

        private void call(Learner learner, Call call, Consumer<Long> then) {
            if (dead) {
                return;
            }
            gate.enter(call, new Visitor() {
                @Override
                public void pass(Passage passage) {
                    long passedAt = clock.millis();
                    if (!dead) {
                        later(
                                3 + random.nextInt(148),
                                () -> reach(learner, call, passage, () -> then.accept(passedAt)));
                    }
                }

                @Override
                public void refuse() {
                    throw new AssertionError("nobody stops");
                }
            });
        }

        private void reach(Learner learner, Call call, Passage passage, Runnable then) {
            long retryAfter = alm.call(clock.millis());
            assertThat(retryAfter).as("ALM lets the call in").isZero();
            later(3 + random.nextInt(148), () -> {
                String[] limit = {
                    "x-rate-limit",
                    alm.limit().requestsPerMinute() + "r/m",
                    "x-burst",
                    "" + alm.limit().burst()
                };
                if (learner.bridge == this && !dead) {
                    gate.answered(Answers.post(200, limit));
                    passage.ended();
                    then.run();
                }
            });
        }

        /** At once, with all its permits; the others find its learners when its lease has run out. */
        void die() {
            dead = true;
            later(TAKEN_OVER_MS, () -> underWay.forEach(waiting::addFirst));
        }
    }

    @ParameterizedTest(name = "{0}/min, burst {1}, {2} learners, skew {3} ms, seed {6}")
    @CsvSource({
        // the lag of the last learner is up to 40 permits of 820
        "1200, 20, 400, 0, 0.95, 11, 1",
        "1200, 20, 2000, 0, 0.98, 11, 2",
        "1200, 20, 2000, 30, 0.98, 11, 3",
        "600, 10, 400, 0, 0.96, 8, 4",
        "600, 10, 2000, 0, 0.98, 8, 5",
        // a start leaves half of the burst, 5 permits of 410
        "60, 10, 200, 0, 0.97, 5, 6",
        "60, 10, 300, 0, 0.98, 3, 7",
        "60000, 500, 50000, 0, 0.96, 150, 8"
    })
    void usesTheQuotaTogetherAndNotMore(
            int perMinute, int burst, int people, long skewMs, double share, double slots, long seed) {
        start(perMinute, burst, people, skewMs, seed);
        bridges.forEach(Bridge::poll);
        run();

        assertThat(alm.share()).isGreaterThanOrEqualTo(share);
        assertThat(longestWaitMs * perMinute / 60_000.0).isLessThanOrEqualTo(slots);
        assertThat(bridges).allSatisfy(bridge -> assertThat(bridge.finished).isGreaterThan(people / BRIDGES / 2));
        assertThat(asks).as("blocks at a high rate").isLessThan(Math.max(6 * people, 1_000));
    }

    @ParameterizedTest(name = "{0}/min, burst {1}, {2} learners, seed {4}")
    @CsvSource({"1200, 20, 1000, 0.95, 1", "600, 10, 500, 0.95, 2", "60, 10, 100, 0.95, 3"})
    void leavesAllOfItToTheOneThatHasWork(int perMinute, int burst, int people, double share, long seed) {
        start(perMinute, burst, people, 0, seed);
        bridges.get(0).poll();
        run();

        assertThat(alm.share()).isGreaterThanOrEqualTo(share);
        assertThat(bridges.get(0).finished).isEqualTo(people);
    }

    @ParameterizedTest(name = "{0}/min, burst {1}, {2} learners, seed {4}")
    @CsvSource({"1200, 20, 1000, 0.95, 1", "600, 10, 500, 0.95, 2", "60, 10, 100, 0.95, 3"})
    void losesNothingWithABridgeThatDies(int perMinute, int burst, int people, double share, long seed) {
        start(perMinute, burst, people, 0, seed);
        bridges.forEach(Bridge::poll);
        later(people * 2L * 60_000 / perMinute / 3, bridges.get(1)::die);
        run();

        assertThat(alm.share()).isGreaterThanOrEqualTo(share);
    }

    /** All of them have rested, and then all have as much to do as ALM takes at once. */
    @ParameterizedTest(name = "{0}/min, burst {1}, seed {2}")
    @CsvSource({"1200, 20, 1", "600, 10, 2", "60, 10, 3"})
    void spendTheBurstOnceAndNotThreeTimes(int perMinute, int burst, long seed) {
        start(perMinute, burst, 30, 0, seed);
        bridges.forEach(Bridge::poll);
        run();
        for (int round = 0; round < 10; round++) {
            timer.advance(120_000);
            for (Bridge bridge : bridges) {
                for (int i = 0; i <= burst; i++) {
                    Learner learner = new Learner();
                    learner.created = true;
                    learners++;
                    bridge.take(learner);
                }
            }
            run();
        }
    }

    @Test
    void survivesAClockThatIsFarAhead() {
        start(1200, 20, 1000, 0, 4);
        bridges.set(2, new Bridge(3_000));
        bridges.forEach(Bridge::poll);
        run();

        assertThat(alm.share()).isGreaterThanOrEqualTo(0.9);
        assertThat(bridges).allSatisfy(bridge -> assertThat(bridge.finished).isGreaterThan(200));
    }

    private void start(int perMinute, int burst, int people, long skewMs, long seed) {
        random = new Random(seed);
        alm = new RateLimitJudge(perMinute, burst);
        learners = people;
        for (int i = 0; i < people; i++) {
            waiting.add(new Learner());
        }
        for (int i = 0; i < BRIDGES; i++) {
            bridges.add(new Bridge((i - 1) * skewMs));
        }
    }

    private void run() {
        while (done < learners && timer.next()) {
            // time passes
        }
        assertThat(done).isEqualTo(learners);
        assertThat(alm.use().throttled()).isZero();
    }

    private void later(long millis, Runnable work) {
        timer.schedule(work, millis, TimeUnit.MILLISECONDS);
    }
}
