package org.almbridge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatermarkTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T10:00:00Z, 2026-01-01T10:30:00+01:00, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00Z, 2026-01-01T10:00:00.001Z, 2026-01-01T10:00:00.001Z",
        "2026-01-01T10:00:00Z, 2026-01-01T11:00:00+01:00, 2026-01-01T10:00:00Z",
        "9, 10, 10",
        "1.50, 1.5, 1.50",
        "-2, -10, -2",
        "2026-01-02, 2026-01-10, 2026-01-10",
        "abc, abd, abd",
        "9, b, b",
        "1e999999999, 2, 2",
        ", 5, 5",
        "5, , 5",
        ", , ",
    })
    void keepsTheHigherOne(String first, String second, String higher) {
        assertThat(Watermark.higher(first, second)).isEqualTo(higher);
    }
}
