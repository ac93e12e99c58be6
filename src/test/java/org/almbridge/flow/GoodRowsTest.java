package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class GoodRowsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Test
    void enrolsEverybodyAndShelvesTheFile() throws IOException {
        inbox.drop("good.csv", Inbox.people("good-ada@example.com", "good-bob@example.com", "good-cy@example.com"));

        inbox.awaitDone("good.csv");
        for (String email : List.of("good-ada@example.com", "good-bob@example.com", "good-cy@example.com")) {
            alm.awaitEnrolled(email);
            assertThat(alm.creates(email)).hasSize(1);
            assertThat(alm.users(email)).hasSize(1);
            assertThat(alm.instances(email)).containsExactly(Simulator.INSTANCE);
            assertThat(escalations.about(email)).isEmpty();
        }
    }

    @Test
    void createsByTheDocumentedCall() throws IOException {
        inbox.drop("create-call.csv", """
                email,name,userType,profile,userUniqueId,contentLocale,bio,enrollOnClick,gamificationEnabled,metadata.site,fields.Cost Centre,managerId
                Create.Call+1@Example.com,"Zo\u00eb Example, PhD",internal,Engineer,create-call-1,de_DE,"Says ""hello"".",yes,no,Basel,4711,3400468
                """);
        alm.awaitEnrolled("create.call+1@example.com");

        JournalEntry create = alm.creates("create.call+1@example.com").get(0);
        assertThat(create.path()).isEqualTo("/primeapi/v2/users");
        assertThat(create.query()).isNull();
        assertThat(create.contentType()).isEqualToIgnoringWhitespace("application/vnd.api+json;charset=UTF-8");
        assertThat(create.accept()).isEqualTo("application/vnd.api+json");
        assertThat(create.authorization()).isEqualTo("oauth");
        assertThat(JSON.readTree(create.body())).isEqualTo(JSON.readTree("""
                {"data": {
                    "type": "user",
                    "attributes": {
                        "email": "Create.Call+1@Example.com",
                        "name": "Zo\u00eb Example, PhD",
                        "userType": "INTERNAL",
                        "profile": "Engineer",
                        "userUniqueId": "create-call-1",
                        "contentLocale": "de_DE",
                        "bio": "Says \\"hello\\".",
                        "enrollOnClick": true,
                        "gamificationEnabled": false,
                        "metadata": {"site": "Basel"},
                        "fields": {"Cost Centre": "4711"}},
                    "relationships": {
                        "account": {"data": {"type": "account", "id": "1010"}},
                        "manager": {"data": {"type": "user", "id": "3400468"}}}}}"""));
    }

    @Test
    void createsNobodyBeforeTheFirstDay() throws IOException {
        inbox.drop("days.csv", """
                email,name,startDate
                not-yet@example.com,Ada Example,2999-01-01
                today@example.com,Bo Example,2020-01-01
                """);
        alm.awaitEnrolled("today@example.com");
        Fence.pass(inbox, alm, "days");

        assertThat(alm.creates("not-yet@example.com")).isEmpty();
    }

    @Test
    void leavesOutWhatTheRowDoesNotSay() throws IOException {
        inbox.drop("short.csv", "email,name,profile,managerId\nshort@example.com,Ada Example,,\n");
        alm.awaitEnrolled("short@example.com");

        JsonNode data =
                JSON.readTree(alm.creates("short@example.com").get(0).body()).path("data");
        assertThat(data.path("attributes").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("email", "name", "userType");
        assertThat(data.path("relationships").fieldNames()).toIterable().containsExactly("account");
    }

    @Test
    void enrolsByTheDocumentedCall() throws IOException {
        inbox.drop("enrol-call.csv", Inbox.people("enrol-call@example.com"));
        alm.awaitEnrolled("enrol-call@example.com");

        String id = alm.users("enrol-call@example.com").get(0).id();
        List<JournalEntry> enrols = alm.enrols("enrol-call@example.com");
        assertThat(enrols).isNotEmpty().allSatisfy(enrol -> {
            assertThat(enrol.path()).isEqualTo("/primeapi/v2/users/" + id + "/enrollments");
            assertThat(enrol.query())
                    .isEqualTo(
                            "loId=course%3A1171899&loInstanceId=course%3A1171899_2067352&allowMultiEnrollment=false");
            assertThat(enrol.body()).isEmpty();
            assertThat(enrol.contentType()).isNull();
            assertThat(enrol.accept()).isEqualTo("application/vnd.api+json");
            assertThat(enrol.authorization()).isEqualTo("oauth");
        });
        assertThat(enrols.get(enrols.size() - 1).status()).isEqualTo(200);
    }
}
