package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule that names a learning object only means its default instance; who cannot be told it stays in the inbox. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = {
            @ResourceArg(name = "bridge.enrolments.default.lo-id", value = DefaultInstanceTest.LO),
            @ResourceArg(name = "bridge.alm.course-cache-ms", value = "1"),
            @ResourceArg(name = "bridge.alm.missing-course-cache-ms", value = "1")
        })
class DefaultInstanceTest {

    static final String LO = "learningProgram:7";
    private static final String FIRST = LO + "_1";
    private static final String SECOND = LO + "_2";

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @AfterEach
    void restoreSettings() {
        alm.settings("{\"learningObjectStatus\": null, \"learningObjects\": {\"" + LO + "\": null}}");
    }

    @Test
    void enrolsInTheDefaultInstance() throws IOException {
        instances("\"" + FIRST + "\", \"" + SECOND + "\"");
        inbox.drop("default.csv", Inbox.people("default@example.com"));
        alm.awaitEnrolled("default@example.com", FIRST);
        alm.awaitEnrolled("default@example.com", Simulator.INSTANCE);

        assertThat(escalations.about("default@example.com")).isEmpty();
    }

    @Test
    void enrolsNobodyAgainWhenAnotherInstanceBecomesTheDefault() throws IOException {
        instances("\"" + FIRST + "\", \"" + SECOND + "\"");
        inbox.drop("changes-1.csv", Inbox.people("changes@example.com"));
        alm.awaitEnrolled("changes@example.com", FIRST);

        instances("\"" + SECOND + "\", \"" + FIRST + "\"");
        inbox.drop("changes-2.csv", Inbox.people("changes@example.com", "changed@example.com"));
        alm.awaitEnrolled("changed@example.com", SECOND);

        assertThat(alm.instances("changes@example.com")).containsExactly(Simulator.INSTANCE, FIRST);
    }

    @Test
    void keepsTheFileWhileAlmDoesNotTell() throws IOException {
        instances("\"" + FIRST + "\"");
        alm.settings("{\"learningObjectStatus\": 503}");

        assertStaysAndIsAcceptedAfterwards("silent-alm", () -> alm.settings("{\"learningObjectStatus\": null}"));
    }

    @Test
    void keepsTheFileWhileThereIsNoInstance() throws IOException {
        assertStaysAndIsAcceptedAfterwards("no-default", () -> instances("\"" + FIRST + "\""));
    }

    private void assertStaysAndIsAcceptedAfterwards(String name, Runnable putRight) throws IOException {
        String email = name + "@example.com";
        long reads = reads();
        inbox.drop(name + ".csv", Inbox.people(email));
        // more than one reading of the file asks
        Patience.awaiting("several questions for the default").until(() -> reads() > reads + 6);
        assertThat(inbox.holds(name + ".csv")).isTrue();
        assertThat(alm.users(email)).isEmpty();

        putRight.run();

        alm.awaitEnrolled(email, FIRST);
        inbox.awaitDone(name + ".csv");
        assertThat(alm.creates(email)).hasSize(1);
    }

    private void instances(String quoted) {
        alm.settings("{\"learningObjects\": {\"" + LO + "\": [" + quoted + "]}}");
    }

    private long reads() {
        return alm.report().callsByKind().get("readLearningObject");
    }
}
