package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.simulator.UserView;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** Nobody is created before their manager, and everybody with the right one. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
// who is missing is looked for again at once
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "bridge.alm.missing-manager-cache-ms", value = "0"))
class ManagerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BY_EMAIL = "email,name,managerEmail\n";

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Test
    void createsTheManagerFirstWhoStandsBelowTheReports() throws IOException {
        inbox.drop("below.csv", BY_EMAIL + """
                below-1@example.com,Report One,Below-Boss@Example.com
                below-2@example.com,Report Two,below-boss@example.com
                below-boss@example.com,The Boss,
                """);

        assertReportsTo("below-1@example.com", "below-boss@example.com");
        assertReportsTo("below-2@example.com", "below-boss@example.com");
        assertThat(lookUps("below-boss@example.com")).isEmpty();
    }

    @Test
    void createsAChainFromItsTop() throws IOException {
        inbox.drop("chain.csv", BY_EMAIL + """
                chain-3@example.com,Third,chain-2@example.com
                chain-2@example.com,Second,chain-1@example.com
                chain-1@example.com,First,chain-0@example.com
                chain-0@example.com,Top,
                """);

        assertReportsTo("chain-3@example.com", "chain-2@example.com");
        assertReportsTo("chain-2@example.com", "chain-1@example.com");
        assertReportsTo("chain-1@example.com", "chain-0@example.com");
    }

    @Test
    void knowsTheManagerOfAnEarlierFileWithoutACall() throws IOException {
        inbox.drop("earlier-1.csv", Inbox.people("earlier-boss@example.com"));
        alm.awaitEnrolled("earlier-boss@example.com");

        inbox.drop("earlier-2.csv", BY_EMAIL + "earlier@example.com,Report,earlier-boss@example.com\n");

        assertReportsTo("earlier@example.com", "earlier-boss@example.com");
        assertThat(lookUps("earlier-boss@example.com")).isEmpty();
    }

    @Test
    void asksAlmOnceForAManagerOfManyWhomNoRowHasBrought() throws IOException {
        alm.created("there-boss@example.com");
        List<String> reports = IntStream.range(0, 200)
                .mapToObj(i -> "there-" + i + "@example.com")
                .toList();
        StringBuilder csv = new StringBuilder("email,name,Manager's ID / Email\n");
        reports.forEach(email -> csv.append(email).append(",Report,there-boss@example.com\n"));
        inbox.drop("there.csv", csv.toString());

        Patience.awaiting("all reports enrolled")
                .until(() -> alm.users().stream()
                                .filter(user -> reports.contains(user.email())
                                        && !user.enrolments().isEmpty())
                                .count()
                        == reports.size());
        String boss = alm.users("there-boss@example.com").get(0).id();
        List<JournalEntry> creates = alm.calls().stream()
                .filter(call -> call.method().equals("POST") && call.path().endsWith("/users"))
                .filter(call -> reports.contains(call.email()))
                .toList();
        assertThat(creates).hasSize(reports.size());
        for (JournalEntry create : creates) {
            assertThat(JSON.readTree(create.body())
                            .at("/data/relationships/manager/data/id")
                            .asText())
                    .isEqualTo(boss);
        }
        assertThat(lookUps("there-boss@example.com")).hasSize(1);
    }

    @Test
    void asksAlmOnceForAManagerNamedById() throws IOException {
        String id = alm.created("by-id-boss@example.com");
        inbox.drop(
                "by-id.csv",
                "email,name,managerId\nby-id-1@example.com,One,%s\nby-id-2@example.com,Two,%s\n".formatted(id, id));

        assertReportsTo("by-id-1@example.com", "by-id-boss@example.com");
        assertReportsTo("by-id-2@example.com", "by-id-boss@example.com");
        assertThat(lookUps("by-id-boss@example.com")).hasSize(1);
    }

    @Test
    void escalatesWhoHasAnUnknownManagerAndCreatesThemOnceTheRowIsCorrected() throws IOException {
        inbox.drop("typo-1.csv", BY_EMAIL + "typo@example.com,Report,bos@example.com\n");

        assertThat(refusal("typo@example.com")).startsWith("The manager whom managerEmail names is unknown to ALM");
        alm.created("typo-boss@example.com");
        inbox.drop("typo-2.csv", BY_EMAIL + "typo@example.com,Report,typo-boss@example.com\n");

        assertReportsTo("typo@example.com", "typo-boss@example.com");
    }

    @Test
    void escalatesWhoHasAnUnknownManagerIdWithoutACreate() throws IOException {
        inbox.drop("no-id.csv", "email,name,managerId\nno-id@example.com,Report,99999999\n");

        assertThat(refusal("no-id@example.com"))
                .startsWith("The manager whom managerId names is unknown to ALM")
                .contains("OBJECT_DOESNT_EXIST");
    }

    @Test
    void escalatesWhoseManagerIsNotActive() throws IOException {
        alm.created("gone-boss@example.com");
        alm.state("gone-boss@example.com", "DELETED");
        inbox.drop("gone.csv", BY_EMAIL + "gone@example.com,Report,gone-boss@example.com\n");

        assertThat(refusal("gone@example.com"))
                .startsWith("ALM has the manager whom managerEmail names in state DELETED");
    }

    @Test
    void waitsForAManagerWhoIsEscalatedAndGoesOnByItselfAfterTheReplay() throws IOException {
        alm.script("late-boss@example.com", "{\"rejectCreate\": \"incorrect profile\"}");
        inbox.drop("late-1.csv", BY_EMAIL + """
                late@example.com,Report,late-boss@example.com
                late-boss@example.com,The Boss,
                """);
        escalations.await("late-boss@example.com");
        Fence.pass(inbox, alm, "late");
        assertThat(alm.calls("late@example.com")).isEmpty();

        alm.script("late-boss@example.com", "{}");
        inbox.drop("late-2.csv", Inbox.people("late-boss@example.com"));

        assertReportsTo("late@example.com", "late-boss@example.com");
        assertThat(escalations.about("late@example.com")).isEmpty();
    }

    @Test
    void escalatesOneOfThoseWhoWaitForEachOther() throws IOException {
        inbox.drop("circle-1.csv", BY_EMAIL + """
                circle-1@example.com,One,circle-2@example.com
                circle-2@example.com,Two,circle-3@example.com
                circle-3@example.com,Three,circle-1@example.com
                """);
        assertThat(refusal("circle-3@example.com")).contains("waits for this person to be created");

        inbox.drop("circle-2.csv", Inbox.people("circle-3@example.com"));

        assertReportsTo("circle-1@example.com", "circle-2@example.com");
        assertReportsTo("circle-2@example.com", "circle-3@example.com");
        assertThat(escalations.about("circle-1@example.com")).isEmpty();
        assertThat(escalations.about("circle-2@example.com")).isEmpty();
    }

    @Test
    void triesAgainWhenTheLookUpFails() throws IOException {
        alm.created("flaky-boss@example.com");
        alm.script("flaky-boss@example.com", "{\"findStatus\": [503, 503]}");
        inbox.drop("flaky.csv", BY_EMAIL + "flaky@example.com,Report,flaky-boss@example.com\n");

        assertReportsTo("flaky@example.com", "flaky-boss@example.com");
        assertThat(lookUps("flaky-boss@example.com")).hasSize(3);
    }

    /** Waits until both are there. That the report's create carries the id that the manager's has drawn shows the order. */
    private void assertReportsTo(String report, String manager) throws JsonProcessingException {
        alm.awaitEnrolled(report);
        UserView boss = alm.users(manager).get(0);
        assertThat(alm.creates(report)).singleElement().satisfies(create -> {
            assertThat(JSON.readTree(create.body()).at("/data/relationships/manager/data"))
                    .isEqualTo(JSON.readTree("{\"type\": \"user\", \"id\": \"" + boss.id() + "\"}"));
            assertThat(create.at()).isGreaterThanOrEqualTo(boss.createdAt());
        });
    }

    private List<JournalEntry> lookUps(String email) {
        return alm.calls(email).stream()
                .filter(call -> call.method().equals("GET"))
                .toList();
    }

    /** What the one attempt says that kept somebody from being created. */
    private String refusal(String email) {
        JsonNode escalation = escalations.await(email);
        assertThat(escalation.path("class").asText()).isEqualTo("REJECTED");
        assertThat(escalation.path("attempts")).hasSize(1);
        assertThat(alm.creates(email)).isEmpty();
        return Escalations.attempts(escalation, "FIND_MANAGER")
                .get(0)
                .path("body")
                .asText();
    }
}
