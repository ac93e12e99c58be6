package org.almbridge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.00 s",
        "120000, 120.00 s",
        "3600000, 60 min",
        "86400000, 1 day",
        "604800000, 7 days",
        "604799000, 10079 min"
    })
    void writesTimesAsPeopleSayThem(long ms, String text) {
        assertThat(Spell.text(ms)).isEqualTo(text);
    }
}
