package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins the faults that come by chance, at rates where chance has no say, and that a seed repeats them. */
class RandomFaultsTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @ParameterizedTest
    @CsvSource({"error500,500", "error503,503"})
    void answersAnErrorBeforeAnythingIsApplied(String fault, int status) {
        ALM.settings("{\"faults\":{\"" + fault + "\":1}}");

        assertThat(ALM.create("ada@example.com").statusCode()).isEqualTo(status);
        assertThat(ALM.read("/users").statusCode()).isEqualTo(status);
        assertThat(ALM.simulator().report().users()).isZero();
    }

    @Test
    void resetsWritesButNotReads() {
        ALM.settings("{\"faults\":{\"resetBeforeWrite\":1}}");

        assertThatThrownBy(() -> ALM.create("ada@example.com")).isInstanceOf(IOException.class);
        assertThat(ALM.read("/users").<List<?>>path("data")).isEmpty();
    }

    @Test
    void losesTheAnswerAfterACreate() {
        ALM.settings("{\"faults\":{\"lostAfterCreate\":1}}");

        assertThatThrownBy(() -> ALM.create("ada@example.com")).isInstanceOf(IOException.class);
        assertThat(ALM.read("/users").<List<?>>path("data")).hasSize(1);
    }

    @Test
    void losesTheAnswerAfterAnEnrolment() {
        String id = ALM.indexed("ada@example.com");
        ALM.settings("{\"faults\":{\"lostAfterEnrol\":1}}");

        assertThatThrownBy(() -> ALM.enrol(id)).isInstanceOf(IOException.class);
        assertThat(ALM.read("/users/{id}/enrollments", id).<List<?>>path("data"))
                .hasSize(1);
    }

    @Test
    void repeatsTheSameFaultsForTheSameSeed() {
        ALM.settings("{\"faults\":{\"error500\":0.5}}");
        List<Integer> first = statuses();
        ALM.bare().delete("/simulator");
        List<Integer> second = statuses();
        ALM.settings("{\"seed\":7}");
        List<Integer> otherSeed = statuses();

        assertThat(first).contains(200, 500).isEqualTo(second).isNotEqualTo(otherSeed);
    }

    private static List<Integer> statuses() {
        return IntStream.range(0, 30)
                .mapToObj(i -> ALM.read("/users").statusCode())
                .toList();
    }
}
