package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.simulator.UserView;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class FaultyAlmTest {

    private static final int PEOPLE = 300;

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @AfterEach
    void restoreSettings() {
        alm.settings("""
                {"seed": 7, "readsLag": false, "repeatEnrolment": "SAME_OBJECT",
                 "duplicateText": "Email address of user already present in the system",
                 "faults": {"error500": 0, "error503": 0, "resetBeforeWrite": 0,
                            "lostAfterCreate": 0, "lostAfterEnrol": 0}}""");
    }

    @Test
    void losesNobodyAndDoublesNobody() throws IOException {
        failAtRandom(0.02);

        assertEverybodyEnrolledOnce("faulty");
    }

    @Test
    void losesNobodyAndDoublesNobodyWhenAlmExplainsNothing() throws IOException {
        failAtRandom(0.1);
        alm.settings("{\"readsLag\": true, \"repeatEnrolment\": \"ERROR\", \"duplicateText\": \"Nope\"}");

        assertEverybodyEnrolledOnce("faultier");
    }

    private void failAtRandom(double rate) {
        alm.settings("""
                {"seed": 42, "faults": {"error500": %1$s, "error503": %1$s, "resetBeforeWrite": %1$s,
                                        "lostAfterCreate": %1$s, "lostAfterEnrol": %1$s}}""".formatted(rate));
    }

    private void assertEverybodyEnrolledOnce(String name) throws IOException {
        long repeated = alm.report().repeatedEnrolments();
        String[] emails = IntStream.range(0, PEOPLE)
                .mapToObj(i -> name + "-" + i + "@example.com")
                .toArray(String[]::new);
        inbox.drop(name + ".csv", Inbox.people(emails));

        Patience.awaiting("everybody enrolled").until(() -> enrolled(name) == PEOPLE);
        assertThat(people(name)).hasSize(PEOPLE);
        assertThat(alm.report().repeatedEnrolments()).isEqualTo(repeated);
        for (String email : emails) {
            assertThat(escalations.about(email)).isEmpty();
        }
    }

    private long enrolled(String name) {
        return people(name).stream().mapToLong(user -> user.enrolments().size()).sum();
    }

    private List<UserView> people(String name) {
        return alm.users().stream()
                .filter(user -> user.email().startsWith(name + "-"))
                .toList();
    }
}
