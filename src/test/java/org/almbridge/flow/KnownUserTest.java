package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class KnownUserTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @AfterEach
    void restoreSettings() {
        alm.settings("""
                {"faults": {"error500": 0}, "duplicateText": "Email address of user already present in the system"}""");
    }

    @ParameterizedTest
    @CsvSource({"known-same@example.com, known-same@example.com", "Known.Case@Example.com, known.case@example.com"})
    void linksAUserWhoWasThereBefore(String there, String row) throws IOException {
        assertLinked(there, row);
    }

    @Test
    void decidesByStateWhenTheWordsOfADuplicateAreUnknown() throws IOException {
        alm.settings("{\"duplicateText\": \"Nope\"}");

        assertLinked("known-nope@example.com", "known-nope@example.com");
    }

    private void assertLinked(String there, String row) throws IOException {
        String id = alm.created(there);
        inbox.drop(row.replaceFirst("@.*", "") + ".csv", Inbox.people(row));
        alm.awaitEnrolled(row);

        assertThat(alm.users(row)).extracting(user -> user.id()).containsExactly(id);
        assertThat(escalations.about(row)).isEmpty();
    }

    @Test
    void asksForNoEnrolmentThatIsThere() throws IOException {
        alm.enrolled(alm.created("enrolled-before@example.com"));
        int enrols = alm.enrols("enrolled-before@example.com").size();
        inbox.drop("enrolled-before.csv", Inbox.people("enrolled-before@example.com"));
        awaitFound("enrolled-before@example.com");

        Fence.pass(inbox, alm, "enrolled-before");
        assertThat(alm.enrols("enrolled-before@example.com")).hasSize(enrols);
        assertThat(alm.users("enrolled-before@example.com")).hasSize(1);
        assertThat(escalations.about("enrolled-before@example.com")).isEmpty();
    }

    @Test
    void asksForNoEnrolmentWhenTheLookUpForItFailsAtFirst() throws IOException {
        List<String> emails = IntStream.range(0, 12)
                .mapToObj(i -> "unsure-" + i + "@example.com")
                .toList();
        emails.stream().map(alm::created).toList().forEach(alm::enrolled);
        long repeated = alm.report().repeatedEnrolments();
        alm.settings("{\"faults\": {\"error500\": 0.5}}");
        inbox.drop("unsure.csv", Inbox.people(emails.toArray(String[]::new)));
        emails.forEach(this::awaitFound);

        assertThat(alm.report().repeatedEnrolments()).isEqualTo(repeated);
    }

    private void awaitFound(String email) {
        Patience.awaiting("a look-up that finds the enrolment of " + email)
                .until(() -> alm.calls(email).stream()
                        .anyMatch(call -> call.method().equals("GET")
                                && call.path().contains("/enrollments/")
                                && call.status() == 200));
    }
}
