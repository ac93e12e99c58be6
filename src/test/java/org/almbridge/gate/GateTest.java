package org.almbridge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.almbridge.SteppedClock;
import org.almbridge.SteppedTimer;
import org.almbridge.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final String[] SIXTY_A_MINUTE = {"x-rate-limit", "60r/m", "x-burst", "2"};

    private final SteppedClock clock = new SteppedClock();
    private final SteppedTimer timer = new SteppedTimer(clock);
    private final Remembered memory = new Remembered();
    private final List<Passage> passed = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Gate gate = gate();

    private Gate gate(String... config) {
        return new Gate(TestConfig.bridge(config), clock, timer, memory);
    }

    private void enter(int calls) {
        for (int i = 0; i < calls; i++) {
            enter("POST", false, 1);
        }
    }

    private void enter(String verb, boolean finishing, int charge) {
        gate.enter(new Call(verb, finishing, charge), new Visitor() {
            @Override
            public void pass(Passage passage) {
                passed.add(passage);
            }

            @Override
            public void refuse() {
                refused.add(verb);
            }
        });
    }

    /** Answers everything that is under way. */
    private void answer(int status, String... headers) {
        List<Passage> now = List.copyOf(passed);
        passed.clear();
        now.forEach(passage -> {
            gate.answered(Answers.post(status, headers));
            passage.ended();
        });
    }

    @Test
    void startsWithOneCallAndDoublesWithEveryRoundTrip() {
        enter(100);
        for (int expected = 1; expected <= 16; expected *= 2) {
            assertThat(passed).hasSize(expected);
            answer(200);
        }
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void goesOnAfterACallThatNeverReachedAlm() {
        enter(3);
        passed.remove(0).ended();

        assertThat(passed).hasSize(2);
    }

    @Test
    void countsTheEndOfACallOnce() {
        enter(10);
        Passage first = passed.remove(0);
        first.ended();
        first.ended();

        assertThat(passed).hasSize(2);
    }

    @Test
    void keepsVerbsApart() {
        enter(2);
        enter("GET", true, 1);

        assertThat(passed).hasSize(2);
    }

    @Test
    void letsWhatFinishesGoFirst() {
        enter(3);
        enter("POST", true, 0);
        Passage first = passed.remove(0);
        first.ended();

        assertThat(passed).extracting(passage -> passage.call().finishing()).containsExactly(true, false);
    }

    @Test
    void paysForTheCallsThatACreateBringsAlong() {
        enter("POST", false, 2);
        answer(200, "x-rate-limit", "60r/m", "x-burst", "10");
        for (int i = 0; i < 20; i++) {
            enter("POST", false, 2);
        }
        assertThat(passed).as("half of what is left of the burst").hasSize(4);
        enter("POST", true, 0);
        assertThat(passed).as("an enrolment finds a permit").hasSize(5);
    }

    @Test
    void pacesAsSoonAsALimitIsAnnounced() {
        enter(10);
        answer(200, SIXTY_A_MINUTE);
        assertThat(passed).as("the burst").hasSize(1);
        assertThat(gate.isLimiting()).isTrue();
        answer(200, SIXTY_A_MINUTE);
        timer.advance(999);
        int before = passed.size();
        timer.advance(990);
        assertThat(passed.size() - before).isEqualTo(1);
    }

    @Test
    void obeysANewLimitAtOnce() {
        enter(1);
        answer(200, "x-rate-limit", "6000r/m", "x-burst", "0");
        timer.advance(1_000);
        enter(1);
        answer(200, "x-rate-limit", "6r/m", "x-burst", "0");
        enter(1);
        timer.advance(9_000);
        assertThat(passed).isEmpty();
        timer.advance(1_100);
        assertThat(passed).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"10.752 | 10752", "3 | 3000", "Tue, 14 Nov 2023 22:13:50 GMT | 30000", "soon | 1000"})
    void closesUntilAlmSaysSo(String retryAfter, long millis) {
        enter(2);
        answer(429, "retry-after", retryAfter);
        timer.advance(millis - 1);
        assertThat(passed).isEmpty();
        timer.advance(1);
        assertThat(passed).hasSize(1);
        assertThat(gate.isLimiting()).as("no limit is announced").isFalse();
    }

    @Test
    void restsLongerWithEveryRefusalThatSaysNothing() {
        enter(3);
        answer(429);
        timer.advance(1_000);
        answer(429);
        timer.advance(1_999);
        assertThat(passed).isEmpty();
        timer.advance(1);
        assertThat(passed).hasSize(1);
    }

    @Test
    void halvesAndThenGrowsByOneARoundTrip() {
        enter(200);
        for (int i = 0; i < 4; i++) {
            answer(200);
        }
        assertThat(passed).hasSize(16);
        answer(429, "retry-after", "1");
        timer.advance(1_000);
        assertThat(passed).hasSize(8);
        answer(200);
        assertThat(passed).hasSizeBetween(8, 9);
        answer(200);
        assertThat(passed).hasSizeBetween(9, 10);
    }

    @Test
    void takesTheBucketForFullAfterARefusal() {
        enter(1);
        answer(200, "x-rate-limit", "60r/m", "x-burst", "5");
        timer.advance(60_000);
        enter(1);
        answer(429, "x-rate-limit", "60r/m", "x-burst", "5", "retry-after", "0.1");
        enter(3);
        timer.advance(900);
        assertThat(passed).isEmpty();
        timer.advance(150);
        assertThat(passed).hasSize(1);
    }

    @Test
    void writesALimitOnlyWhenItChanges() {
        enter(4);
        for (int i = 0; i < 4; i++) {
            gate.answered(Answers.post(200, SIXTY_A_MINUTE));
        }
        assertThat(memory.writes).isEqualTo(1);
        assertThat(memory.limits).containsEntry("POST", new Limit(60, 2));
    }

    @Test
    void startsAgainWithAFullBucket() {
        memory.limits.put("POST", new Limit(60, 2));
        enter(5);
        assertThat(passed).isEmpty();
        timer.advance(1_010);
        assertThat(passed).hasSize(1);
        assertThat(gate.isLimiting()).isTrue();
    }

    @Test
    void forgetsAnOldLimitThatAlmNoLongerAnnounces() {
        memory.limits.put("POST", new Limit(60, 0));
        enter(8);
        timer.advance(1_010);
        answer(502);
        assertThat(memory.limits.get("POST"))
                .as("a proxy's answer says nothing")
                .isNotNull();
        timer.advance(1_010);
        answer(200);
        assertThat(memory.limits.get("POST")).isNull();
        assertThat(passed).isNotEmpty();
    }

    @Test
    void keepsToTheConfiguredLimitUntilAlmTells() {
        gate = gate("alm.requests-per-minute", "60", "alm.burst", "2");
        enter(100);
        timer.advance(1_010);
        assertThat(passed).hasSize(1);
        answer(200);
        timer.advance(1_010);
        assertThat(passed).hasSize(1);
        answer(200, "x-rate-limit", "6000r/m", "x-burst", "20");
        assertThat(passed).hasSizeGreaterThan(15);
    }

    @Test
    void letsASlowAlmHoldUpOnlySoManyCalls() {
        gate = gate("alm.requests-per-minute", "60000", "alm.burst", "500", "alm.max-connections", "4");
        enter(100);
        timer.advance(10_000);

        assertThat(passed).hasSize(8);
    }

    @Test
    void refusesWhoWaitsWhenTheBridgeStops() {
        enter(3);
        gate.stop();
        assertThat(refused).hasSize(2);
        enter(1);
        assertThat(refused).hasSize(3);
        passed.remove(0).ended();
        assertThat(passed).isEmpty();
        enter(1);
        assertThat(passed).as("who need not wait may finish").hasSize(1);
    }

    @Test
    void leavesTheRestOfTheLearnersToTheLedger() {
        LearnersUnderWay learners = new LearnersUnderWay(gate);
        assertThat(learners.underWay(5_000)).as("before the first answer").isEqualTo(64);
        enter(1);
        answer(200);
        assertThat(learners.underWay(5_000)).isEqualTo(5_000);
        assertThat(learners.fresh(500)).isEqualTo(500);
        enter(1);
        answer(200, "x-rate-limit", "1200r/m", "x-burst", "20");
        assertThat(learners.underWay(5_000)).isEqualTo(202);
        assertThat(learners.underWay(10)).isEqualTo(10);
        assertThat(learners.fresh(40))
                .as("the last places are for created learners")
                .isEqualTo(24);
        assertThat(learners.fresh(10)).isZero();
    }
}
