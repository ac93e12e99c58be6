package org.almbridge.alm;

import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.almbridge.BridgeConfig;
import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;
import org.almbridge.learner.LearnerInFlight;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class IndexLagTest {

    private static final int MOST = 500;

    private final SteppedClock clock = new SteppedClock();
    private final Map<String, String> kept = new HashMap<>();
    private final LagStore store = new LagStore() {
        @Override
        public Optional<String> kept(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, String snapshot) {
            kept.put(name, snapshot);
        }
    };
    private boolean limited;
    private IndexLag lag = lag();

    @Test
    void settlesANewUserForTheLagThatIsLikely() {
        assertThat(lag.settleMs(created("ann"))).isBetween(300L, 2_100L);
    }

    @Test
    void settlesForLongerWhereAWastedCallCostsMoreThanAWait() {
        double usual = meanSettle();
        limited = true;

        assertThat(meanSettle()).isGreaterThan(usual + 100);
    }

    private double meanSettle() {
        return IntStream.range(0, 1_000)
                .mapToLong(i -> lag.settleMs(created("p" + i)))
                .average()
                .orElseThrow();
    }

    @Test
    void settlesForWhatIsLeftOfIt() {
        LearnerInFlight ann = created("ann");
        clock.advance(10_000);

        assertThat(lag.settleMs(ann)).isZero();
    }

    @Test
    void settlesNobodyWhoWasThereBefore() {
        assertThat(lag.settleMs(learner("ann", true))).isZero();
    }

    @Test
    void settlesNobodyWhoHasBeenTried() {
        LearnerInFlight ann = created("ann");
        refused(ann);

        assertThat(lag.settleMs(ann)).isZero();
    }

    @Test
    void settlesNobodyByAnotherStrategy() {
        lag = lag("retry.strategy", "exponential");

        assertThat(lag.settleMs(created("ann"))).isZero();
    }

    @Test
    void followsWhatItSeesAndKeepsItAcrossARestart() {
        for (int i = 0; i < 100; i++) {
            seenAt("p" + i, 7_000, 8_000);
        }
        lag.keep(null);
        long before = lag.patienceMs();

        lag = lag();
        lag.restore(null);

        assertThat(lag.patienceMs()).isCloseTo(before, Offset.offset(100L)).isGreaterThan(14_000);
    }

    @Test
    void learnsFromTheFirstEnrolmentOnly() {
        long before = lag.patienceMs();
        for (int i = 0; i < 100; i++) {
            LearnerInFlight ann = created("ann" + i);
            clock.advance(1_500);
            seen(ann);
            clock.advance(60_000);
            seen(ann);
        }

        assertThat(lag.patienceMs()).isLessThanOrEqualTo(before);
    }

    @Test
    void holdsFirstEnrolmentsWhileTheIndexHasStopped() {
        stopIndex();

        assertThat(lag.isOut()).isTrue();
        assertThat(lag.created(MOST)).isZero();
        assertThat(lag.fresh(MOST)).isEqualTo(MOST);
        assertThat(lag.holds(created("dan"))).isTrue();
        assertThat(lag.holds(learner("eve", true))).as("was there before").isFalse();
    }

    @Test
    void letsOneLearnerTryWhetherItGoesOn() {
        stopIndex();
        clock.advance(2_000);

        assertThat(lag.created(MOST)).isEqualTo(1);
        assertThat(lag.holds(created("dan"))).isFalse();
        assertThat(lag.holds(created("eve"))).isTrue();
        assertThat(lag.created(MOST)).isZero();
    }

    @Test
    void goesOnWithTheFirstWhoIsSeenAndAgesNobodyForIt() {
        LearnerInFlight ann = created("ann");
        stopIndex();
        clock.advance(600_000);
        assertThat(lag.isYoung(ann.createdAt())).isTrue();

        seen(ann);

        assertThat(lag.isOut()).isFalse();
        assertThat(lag.created(MOST)).isEqualTo(MOST);
        clock.advance(120_000);
        assertThat(lag.isYoung(ann.createdAt())).isTrue();
        clock.advance(1);
        assertThat(lag.isYoung(ann.createdAt())).isFalse();
    }

    @Test
    void isStillOutAfterARestart() {
        stopIndex();

        lag = lag();
        lag.restore(null);

        assertThat(lag.isOut()).isTrue();
    }

    private void stopIndex() {
        List<LearnerInFlight> overdue = List.of(created("a"), created("b"), created("c"));
        clock.advance(20_000);
        overdue.forEach(this::refused);
    }

    private IndexLag lag(String... keysAndValues) {
        BridgeConfig config = TestConfig.bridge(keysAndValues);
        return new IndexLag(config, clock, store, () -> limited, List.of());
    }

    private void seenAt(String key, long refusedAge, long seenAge) {
        LearnerInFlight learner = created(key);
        clock.advance(refusedAge);
        refused(learner);
        clock.advance(seenAge - refusedAge);
        seen(learner);
    }

    private void refused(LearnerInFlight learner) {
        long now = clock.millis();
        learner.ended(learner.begin(AlmCall.ENROL_USER, WELCOME, now)
                .failed(now, 400, FailureClass.INDEXING_LAG, "gw", "{}"));
        lag.refused(learner);
    }

    private void seen(LearnerInFlight learner) {
        learner.begin(AlmCall.ENROL_USER, WELCOME, clock.millis());
        lag.accepted(learner);
        learner.ended(learner.current().succeeded(clock.millis(), 200, "gw"));
    }

    private LearnerInFlight created(String key) {
        return learner(key, false);
    }

    private LearnerInFlight learner(String key, boolean linked) {
        return new LearnerInFlight(
                new Learner(
                        key,
                        key + "@example.com",
                        null,
                        "hr",
                        "b1",
                        2,
                        "4711",
                        clock.millis(),
                        linked,
                        clock.millis(),
                        List.of(WELCOME),
                        List.of()),
                null,
                1);
    }
}
