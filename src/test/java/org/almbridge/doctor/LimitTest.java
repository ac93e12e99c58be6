package org.almbridge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @ParameterizedTest
    @CsvSource({"30r/m, 1800, 900", "500r/h, 500, 250", "1r/s, 3600, 1800", "30 R/M, 1800, 900", "1r/h, 1, 0"})
    void tellsHowManyPeopleItLetsThrough(String rate, long calls, long people) {
        Limit limit = new Limit(rate, "10");

        assertThat(limit.perHour()).hasValue(calls);
        assertThat(limit.peopleAnHour()).hasValue(people);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "many", "30r/d", "-1r/m", "99999999999r/m"})
    void doesNotGuess(String rate) {
        assertThat(new Limit(rate, null).perHour()).isEmpty();
        assertThat(new Limit(rate, null).peopleAnHour()).isEmpty();
    }
}
