package org.almbridge.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewLearnerTest {

    private static final Enrolment SAFETY = new Enrolment("course:1", "course:1_10");
    private static final Enrolment WELCOME = new Enrolment("course:2", "course:2_20");

    @Test
    void addsEnrolmentsWithoutDuplicates() {
        NewLearner learner = new NewLearner(2, "ann", "ann@example.com", Map.of(), List.of(SAFETY));

        assertThat(learner.withEnrolments(List.of(WELCOME, SAFETY, WELCOME)).enrolments())
                .containsExactly(SAFETY, WELCOME);
        assertThat(learner.enrolments()).containsExactly(SAFETY);
    }

    @Test
    void prefersTheInstanceThatIsNamedToTheDefaultOne() {
        NewLearner learner = new NewLearner(2, "ann", "ann@example.com", Map.of(), List.of(SAFETY));

        assertThat(learner.withDefaults(List.of(new Enrolment("course:1", "course:1_11"), WELCOME)))
                .satisfies(both -> assertThat(both.defaults()).containsExactly(WELCOME))
                .satisfies(both -> assertThat(both.enrolments()).containsExactly(SAFETY));
    }
}
