package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class ErrorShapeTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @BeforeEach
    void speakAsTheSwaggerModelDoes() {
        alm.settings("{\"errorShape\": \"META\", \"repeatEnrolment\": \"ERROR\"}");
    }

    @AfterEach
    void restoreSettings() {
        alm.settings("{\"errorShape\": \"DOCUMENTED\", \"repeatEnrolment\": \"SAME_OBJECT\"}");
    }

    @Test
    void takesATimingErrorForOne() throws IOException {
        alm.script("shape-in@example.com", "{\"timingErrors\": " + (FastRetryProfile.MAX_ATTEMPTS - 1) + "}");
        inbox.drop("shape-in.csv", Inbox.people("shape-in@example.com"));
        alm.awaitEnrolled("shape-in@example.com");

        assertThat(escalations.about("shape-in@example.com")).isEmpty();
    }

    @Test
    void escalatesTooManyTimingErrorsAsSuch() throws IOException {
        alm.script("shape-out@example.com", "{\"timingErrors\": " + FastRetryProfile.MAX_ATTEMPTS + "}");
        inbox.drop("shape-out.csv", Inbox.people("shape-out@example.com"));

        assertThat(escalations.await("shape-out@example.com").path("class").asText())
                .isEqualTo("INDEXING_LAG");
        assertThat(alm.enrols("shape-out@example.com")).hasSize(FastRetryProfile.MAX_ATTEMPTS);
    }

    @Test
    void escalatesARejectionAsSuch() throws IOException {
        alm.script("shape-reject@example.com", "{\"rejectCreate\": \"incorrect profile\"}");
        inbox.drop("shape-reject.csv", Inbox.people("shape-reject@example.com"));

        assertThat(escalations.await("shape-reject@example.com").path("class").asText())
                .isEqualTo("REJECTED");
        assertThat(alm.creates("shape-reject@example.com")).hasSize(1);
    }
}
