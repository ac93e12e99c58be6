package org.almbridge.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralValuesTest {

    @Test
    void bringsEveryTextBack() {
        List<String> values = List.of("a", "say \"hi\", \\ [you]", "\u00c4\ud83d\ude00\n");

        assertThat(SeveralValues.of(SeveralValues.text(values))).contains(values);
        assertThat(SeveralValues.text(List.of("a", "b"))).isEqualTo("[\"a\",\"b\"]");
        assertThat(SeveralValues.of(" [\"a\"]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "[",
                "[]]",
                "[a]",
                "[1]",
                "[[\"a\"]]",
                "[\"a\",]",
                "[\"a\"][\"b\"]",
                "[null]",
                "[North]",
                "[\"a\\u0000\"]",
                "[\"\\ud800\"]",
                "[\"a\"",
                "{\"a\":[\"b\"]"
            })
    void takesEverythingElseForOneValue(String text) {
        assertThat(SeveralValues.of(text)).isEmpty();
    }
}
