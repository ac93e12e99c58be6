package org.almbridge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.almbridge.SteppedClock;
import org.almbridge.SteppedTimer;
import org.almbridge.TestConfig;
import org.almbridge.simulator.RateLimitJudge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many learners, each a create and, once ALM's index has them, an enrolment, in simulated time. The way to ALM and back
 * takes 3 to 150 ms each, at random.
 */
class GateSimulationTest {

    private final SteppedClock clock = new SteppedClock();
    private final SteppedTimer timer = new SteppedTimer(clock);
    private final Gate gate = new Gate(TestConfig.bridge(), clock, timer, new Remembered());
    private final LearnersUnderWay admission = new LearnersUnderWay(gate);

    private Random random;
    private RateLimitJudge alm;
    private int waiting;
    private int underWay;
    private int done;
    private long longestWaitMs;
    private int most;

    @ParameterizedTest(name = "{0}/min, burst {1}, {2} learners, seed {5}")
    @CsvSource({
        // the lag of the last learner is up to 40 permits of 820
        "1200, 20, 400, 0.96, 5, 1",
        "1200, 20, 400, 0.96, 5, 2",
        "1200, 20, 800, 0.97, 5, 3",
        "1200, 20, 2000, 0.99, 5, 4",
        "600, 10, 400, 0.97, 5, 5",
        "30, 10, 30, 0.97, 1, 6",
        "30, 10, 300, 0.99, 1, 7",
        "60, 3, 100, 0.97, 1, 8",
        // without a burst the way to ALM and back is added to every slot
        "30, 0, 50, 0.92, 1, 9"
    })
    void usesTheQuotaAndLeavesNobodyBehind(
            int perMinute, int burst, int learners, double share, double slots, long seed) {
        random = new Random(seed);
        alm = new RateLimitJudge(perMinute, burst);
        waiting = learners;
        poll();
        while (done < learners && timer.next()) {
            // time passes
        }
        double waited = longestWaitMs * perMinute / 60_000.0;
        assertThat(most).isLessThanOrEqualTo(200);
        assertThat(done).isEqualTo(learners);
        assertThat(alm.use().throttled()).isZero();
        assertThat(alm.share()).isGreaterThanOrEqualTo(share);
        assertThat(waited).isLessThanOrEqualTo(slots);
    }

    /** As the ledger hands out, every 100 ms. */
    private void poll() {
        int wanted = admission.fresh(Math.max(0, admission.underWay(5_000) - underWay));
        for (int i = 0; i < wanted && waiting > 0; i++) {
            waiting--;
            underWay++;
            create();
        }
        most = Math.max(most, underWay);
        if (waiting > 0) {
            timer.schedule(this::poll, 100, TimeUnit.MILLISECONDS);
        }
    }

    private void create() {
        call(new Call("POST", false, 2), passedAt -> later(1_000 + random.nextInt(1_001), this::enrol));
    }

    private void enrol() {
        long from = clock.millis();
        call(new Call("POST", true, 0), passedAt -> {
            longestWaitMs = Math.max(longestWaitMs, passedAt - from);
            underWay--;
            done++;
        });
    }

    private void call(Call call, Consumer<Long> then) {
        gate.enter(call, new Visitor() {
            @Override
            public void pass(Passage passage) {
                long passedAt = clock.millis();
                later(3 + random.nextInt(148), () -> reach(passage, call, passedAt, then));
            }

            @Override
            public void refuse() {
                throw new AssertionError("nobody stops");
            }
        });
    }

    private void reach(Passage passage, Call call, long passedAt, Consumer<Long> then) {
        long retryAfter = alm.call(clock.millis());
        later(3 + random.nextInt(148), () -> {
            String[] limit = {
                "x-rate-limit",
                alm.limit().requestsPerMinute() + "r/m",
                "x-burst",
                "" + alm.limit().burst()
            };
            gate.answered(Answers.post(retryAfter == 0 ? 200 : 429, limit));
            passage.ended();
            if (retryAfter == 0) {
                then.accept(passedAt);
            } else {
                later(retryAfter, () -> call(new Call("POST", call.finishing(), 1), then));
            }
        });
    }

    private void later(long millis, Runnable work) {
        timer.schedule(work, millis, TimeUnit.MILLISECONDS);
    }
}
