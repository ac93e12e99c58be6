package org.almbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableTextTest {

    @ParameterizedTest
    @CsvSource({
        "Zo\u00eb \uD83D\uDE80, Zo\u00eb \uD83D\uDE80",
        "a\u0000b, a\uFFFDb",
        "a\uD83Db, a\uFFFDb",
        "a\uDE80b, a\uFFFDb",
    })
    void replacesWhatNoStoreKeeps(String given, String kept) {
        assertThat(StorableText.of(given)).isEqualTo(kept);
    }
}
