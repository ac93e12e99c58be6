package org.almbridge.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shift is proved by a few observations, and hardly ever by chance. */
class ShiftDetectorTest {

    private final ShiftDetector detector = new ShiftDetector();

    private int firstAlarm(int most, DoubleSupplier ranks) {
        for (int observation = 1; observation <= most; observation++) {
            if (detector.observed(ranks.getAsDouble()) > 0) {
                return observation;
            }
        }
        return Integer.MAX_VALUE;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ranksOfARightModelHardlyEverProveAShift(long seed) {
        Random random = new Random(seed);

        int alarms = 0;
        for (int observation = 0; observation < 10_000; observation++) {
            if (detector.observed(random.nextDouble()) > 0) {
                alarms++;
                detector.reset();
            }
        }

        assertThat(alarms).as("seed %d", seed).isLessThanOrEqualTo(5);
    }

    @Test
    void provesALongerLag() {
        firstAlarm(200, new Random(1)::nextDouble);

        assertThat(firstAlarm(50, () -> 0.99)).isLessThanOrEqualTo(12);
    }

    @Test
    void provesAShorterLag() {
        firstAlarm(200, new Random(1)::nextDouble);

        assertThat(firstAlarm(50, () -> 0.01)).isLessThanOrEqualTo(12);
    }

    @Test
    void tellsHowManyObservationsDoNotFit() {
        firstAlarm(300, new Random(2)::nextDouble);
        detector.reset();

        int misfits = 0;
        int observations = 0;
        while (misfits == 0) {
            misfits = detector.observed(0.98);
            observations++;
        }

        assertThat(misfits).isEqualTo(observations);
    }

    @Test
    void suspicionGrowsWithTheProofAndEndsWithAReset() {
        detector.observed(0.01);
        double little = detector.suspectsShorter();
        detector.observed(0.01);

        assertThat(detector.suspectsShorter()).isGreaterThan(little).isLessThan(1);
        detector.reset();
        assertThat(detector.suspectsShorter()).isZero();
    }
}
