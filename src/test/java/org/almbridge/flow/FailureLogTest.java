package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.LogLines;
import org.almbridge.support.Simulator;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.processor.errorhandler.DefaultErrorHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Camel would tell of every try with the address that was called, which may name a person; and by a logger that its threads
 * share, so that what is meant for one level may come out at another. On the JVM only: it reads Camel's model and its log.
 */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class FailureLogTest {

    private static final String CATEGORY = DefaultErrorHandler.class.getName();

    @Inject
    CamelContext context;

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    private final LogLines log = new LogLines(CATEGORY);

    @BeforeEach
    void listen() {
        Logger.getLogger(CATEGORY).setLevel(Level.FINE);
        log.start();
    }

    @AfterEach
    void leave() {
        log.stop();
        Logger.getLogger(CATEGORY).setLevel(null);
    }

    @Test
    void leavesFailuresOfALMToTheLedgerAtEveryLevel() throws IOException {
        alm.script("unlogged@example.com", "{\"loseCreateAnswers\": 1, \"timingErrors\": 1, \"enrolStatus\": [503]}");
        alm.script("unlogged-refused@example.com", "{\"rejectEnrolment\": true}");
        alm.script("unlogged-late@example.com", "{\"timingErrors\": -1}");
        inbox.drop(
                "unlogged.csv",
                Inbox.people("unlogged@example.com", "unlogged-refused@example.com", "unlogged-late@example.com"));

        alm.awaitEnrolled("unlogged@example.com");
        escalations.await("unlogged-refused@example.com");
        escalations.await("unlogged-late@example.com");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void letsNoClauseTellOfATry() {
        assertThat(((ModelCamelContext) context).getRouteConfigurationDefinitions())
                .flatExtracting(RouteConfigurationDefinition::getOnExceptions)
                .isNotEmpty()
                .allSatisfy(
                        clause -> assertThat(clause.getRedeliveryPolicyType().getLogRetryAttempted())
                                .as(clause.getId())
                                .isEqualTo("false"));
    }
}
