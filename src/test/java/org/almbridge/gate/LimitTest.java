package org.almbridge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @ParameterizedTest
    @CsvSource({
        "600r/m, 10, 600, 10",
        "60R/M, 0, 60, 0",
        "' 30 r / m ', ' 10 ', 30, 10",
        "10r/s, 5, 600, 5",
        "500r/h, 20, 8.333333333333334, 20",
        "0.5r/s, 1, 30, 1",
        "600r/m/10, 10, 600, 10",
        "600r/m, , 600, 0",
        "600r/m, many, 600, 0",
        "600r/m, -3, 600, 0",
        "600r/m, 99999999999, 600, 0"
    })
    void readsWhatAlmAnnounces(String rate, String burst, double perMinute, int calls) {
        assertThat(Limit.announced(rate, burst)).contains(new Limit(perMinute, calls));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "fast",
                "600",
                "600r",
                "r/m",
                "0r/m",
                "0.9r/h",
                "-5r/m",
                "600r/d",
                "1e9r/m",
                "9999999999r/m",
                "600r/mm"
            })
    void ignoresWhatItCannotRead(String rate) {
        assertThat(Limit.announced(rate, "10")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"600r/m", "10r/s", "500r/h"})
    void readsBackWhatItWrites(String rate) {
        Limit limit = Limit.announced(rate, "7").orElseThrow();

        assertThat(Limit.announced(limit.rateText(), "7")).contains(limit);
    }
}
