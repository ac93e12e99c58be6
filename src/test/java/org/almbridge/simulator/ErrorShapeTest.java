package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins the second error shape; the first one is met by all other tests. */
class ErrorShapeTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @BeforeEach
    void chooseTheSwaggerModel() {
        ALM.settings("{\"errorShape\":\"META\"}");
    }

    @Test
    void putsErrorAndDetailUnderMeta() {
        assertThat(ALM.enrol("99999999").asString())
                .isEqualTo("{\"meta\":{\"error\":\"OBJECT_DOESNT_EXIST\",\"detail\":\"Object doesn't exist\"}}");
    }

    @Test
    void leavesOutTheDetailWhereThereIsNone() {
        assertThat(ALM.post("").asString()).isEqualTo("{\"meta\":{\"error\":\"Generic Error\"}}");
    }

    @Test
    void keepsTheErrorIdAtTheTop() {
        ALM.script("ada@example.com", "{\"rejectEnrolment\":true}");
        String id = ALM.indexed("ada@example.com");

        assertThat(ALM.enrol(id).<String>path("errorId")).isEqualTo("ERROR_ENROLLMENT_WAITLIST_FULL");
    }
}
