package org.almbridge.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.almbridge.course.CourseFinding.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleProblemTest {

    @ParameterizedTest
    @CsvSource({"LEARNING_OBJECT, bridge.enrolments.welcome.lo-id", "INSTANCE, bridge.enrolments.welcome.lo-instance-id"
    })
    void namesTheKeyTheProblemAndTheRemedy(Part fault, String key) {
        assertThat(RuleProblem.text("welcome", CourseFinding.missing(fault, "ALM has none", null)))
                .isEqualTo(key + ": ALM has none. Correct the key and restart, or put the course right in ALM");
    }
}
