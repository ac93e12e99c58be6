package org.almbridge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almbridge.SteppedClock;
import org.almbridge.SteppedTimer;
import org.almbridge.TestConfig;
import org.almbridge.support.LogLines;
import org.almbridge.support.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gates of two bridges that share a quota. */
class SharedGateTest {

    private static final String[] SIXTY_A_MINUTE = {"x-rate-limit", "60r/m", "x-burst", "10"};

    private final SteppedClock clock = new SteppedClock();
    private final SteppedTimer timer = new SteppedTimer(clock);
    private final Map<String, byte[]> database = new HashMap<>();
    private final LogLines log = new LogLines("org.almbridge.gate.Leasing");
    private final List<Ask> asks = new ArrayList<>();
    private SharedQuota quota = new BucketQuota(new BucketsInMemory(database, clock));
    private int bridges = 2;

    private final class Bridge {
        private final Gate gate;
        private final List<Passage> passed = new ArrayList<>();
        private int refused;

        Bridge(Limit remembered) {
            Remembered memory = new Remembered();
            if (remembered != null) {
                memory.limits.put("POST", remembered);
            }
            Leasing leasing = new Leasing(
                    (verb, ask) -> {
                        asks.add(ask);
                        return quota.draw(verb, ask);
                    },
                    timer);
            gate = new Gate(TestConfig.bridge(), clock, timer, memory, leasing, () -> bridges);
        }

        void enter(int calls) {
            for (int i = 0; i < calls; i++) {
                enter(new Call("POST", false, 1));
            }
        }

        void enter(Call call) {
            gate.enter(call, new Visitor() {
                @Override
                public void pass(Passage passage) {
                    passed.add(passage);
                }

                @Override
                public void refuse() {
                    refused++;
                }
            });
        }

        void answer(int status, String... headers) {
            List<Passage> now = List.copyOf(passed);
            passed.clear();
            now.forEach(passage -> {
                gate.answered(Answers.post(status, headers));
                passage.ended();
            });
        }
    }

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void close() {
        log.stop();
    }

    @Test
    void asksNothingWhileNoLimitIsKnown() {
        Bridge bridge = new Bridge(null);
        bridge.enter(20);
        for (int i = 0; i < 5; i++) {
            bridge.answer(200);
            timer.advance(1_000);
        }
        assertThat(asks).isEmpty();
        bridge.enter(40);
        bridge.answer(200, SIXTY_A_MINUTE);
        timer.advance(30_000);
        assertThat(asks).isNotEmpty();
    }

    @Test
    void asksWhenSomebodyWaitsAndNotAgainBeforeThePermitIsDue() {
        Bridge bridge = new Bridge(new Limit(60, 10));
        timer.advance(60_000);
        assertThat(asks).isEmpty();
        bridge.enter(2);
        timer.advance(999);
        assertThat(bridge.passed).isEmpty();
        timer.advance(20);
        assertThat(bridge.passed).hasSize(1);
        timer.advance(1_020);
        assertThat(bridge.passed).hasSize(2);
        assertThat(asks).as("calls, and what creates bring along").hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void usesAPermitForWhatFinishes() {
        Bridge bridge = new Bridge(new Limit(60, 10));
        bridge.enter(1);
        timer.advance(900);
        bridge.enter(new Call("POST", true, 0));
        timer.advance(200);

        assertThat(bridge.passed)
                .extracting(passage -> passage.call().finishing())
                .containsExactly(true);
    }

    @Test
    void letsTheOtherBridgeWaitForWhatAlmHasRefused() {
        Bridge bridge = new Bridge(new Limit(60, 10));
        Bridge other = new Bridge(new Limit(60, 10));
        bridge.enter(3);
        timer.advance(1_050);
        assertThat(bridge.passed).hasSize(1);
        bridge.answer(429, "x-rate-limit", "60r/m", "x-burst", "10", "retry-after", "30");
        timer.advance(0);
        other.enter(1);
        timer.advance(29_000);
        assertThat(other.passed).isEmpty();
        assertThat(bridge.passed).isEmpty();
        timer.advance(6_000);
        assertThat(other.passed.size() + bridge.passed.size()).isBetween(3, 4);
    }

    @Test
    void dividesTheLearnersUnderWay() {
        Bridge bridge = new Bridge(new Limit(1200, 20));
        bridge.enter(1);
        LearnersUnderWay learners = new LearnersUnderWay(bridge.gate);

        assertThat(learners.underWay(5_000)).isEqualTo(32 + 170 / 2);
        bridges = 5;
        assertThat(learners.underWay(5_000)).isEqualTo(32 + 170 / 5);
    }

    @Test
    void waitsForADatabaseThatIsAway(@TempDir Path folder) throws IOException {
        try (Postgres postgres = Postgres.start(folder.resolve("data"))) {
            quota = database(postgres);
            Bridge bridge = new Bridge(new Limit(600, 10));
            bridge.enter(1);
            timer.advance(1_000);
            assertThat(bridge.passed).hasSize(1);
            postgres.restart(() -> {
                bridge.enter(50);
                timer.advance(60_000);
                assertThat(bridge.passed).hasSize(1);
            });
            timer.advance(20_000);

            assertThat(bridge.passed).hasSize(51);
            assertThat(asks).hasSizeLessThan(150);
            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0)).contains("cannot be asked");
            assertThat(log.lines().get(1)).contains("can be asked again");
        }
    }

    private SharedQuota database(Postgres postgres) {
        return BucketQuota.in(Postgres.dataSource(postgres.newLedger()), clock);
    }

    @Test
    void stopsWhileTheDatabaseIsAway() {
        quota = (verb, ask) -> {
            throw new UncheckedIOException(new IOException("away"));
        };
        Bridge bridge = new Bridge(new Limit(600, 10));
        bridge.enter(3);
        timer.advance(10_000);
        bridge.gate.stop();
        int before = asks.size();
        timer.advance(60_000);

        assertThat(bridge.refused).isEqualTo(3);
        assertThat(bridge.passed).isEmpty();
        assertThat(asks).hasSize(before);
    }
}
