package org.almbridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "10.752, 10752",
        "' 10.752 ', 10752",
        "0.0001, 1",
        ".5, 500",
        "3, 3000",
        "+3, 3000",
        "0, 0",
        "0.000, 0",
        "-5, 0",
        "-0.5, 0",
        "86400, 86400000",
        "86401, 86400000",
        "99999999999999999999999999999999, 86400000"
    })
    void readsSeconds(String value, long milliseconds) {
        assertThat(RetryAfter.milliseconds(value, NOW)).isEqualTo(milliseconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 02 Mar 2026 10:00:30 GMT | 30000",
                "Mon, 2 Mar 2026 10:00:30 GMT  | 30000",
                "Mon, 02 Mar 2026 11:00:30 +0100 | 30000",
                "Mon, 02 Mar 2026 09:59:00 GMT | 0",
                "Sat, 02 Mar 2126 10:00:00 GMT | 86400000"
            })
    void readsADate(String value, long milliseconds) {
        assertThat(RetryAfter.milliseconds(value, NOW)).isEqualTo(milliseconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "10s",
                "1,5",
                "NaN",
                "Infinity",
                "1e3",
                "1e999999999",
                "1e-999999999",
                "1e2147483647",
                "10:30",
                "Fri, 02 Mar 2026 10:00:30 GMT",
                "2026-03-02T10:00:30Z"
            })
    void makesNothingOfRubbish(String value) {
        assertThat(RetryAfter.milliseconds(value, NOW)).isNull();
    }

    @Test
    void makesNothingOfNothing() {
        assertThat(RetryAfter.milliseconds(null, NOW)).isNull();
    }
}
