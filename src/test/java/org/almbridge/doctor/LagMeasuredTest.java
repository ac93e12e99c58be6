package org.almbridge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagMeasuredTest {

    @Test
    void saysBetweenWhichAgesTheIndexHasSeenTheUser() {
        assertThat(new LagMeasured(1_330, 1_604, 7)).hasToString("between 1.33 s and 1.60 s, found by 7 enrolments");
    }

    @Test
    void saysLessThanWhenTheFirstWasAccepted() {
        assertThat(new LagMeasured(0, 40, 1)).hasToString("less than 40 ms, found by 1 enrolment");
    }

    @ParameterizedTest
    @CsvSource({"0, 250", "5000, 250", "6000, 300", "100000, 5000"})
    void asksMoreSeldomOfAnOlderUser(long ageMs, long stepMs) {
        assertThat(LagMeasured.stepMs(ageMs)).isEqualTo(stepMs);
    }

    @Test
    void needsFewCallsForAWholeWindow() {
        int calls = 1;
        for (long ageMs = 0; ageMs < 120_000; ageMs += LagMeasured.stepMs(ageMs)) {
            calls++;
        }
        assertThat(calls).isLessThan(100);
    }
}
