package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins the look-ups by which a client settles what became of a create. */
class FindUserTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void findsAUserByEmailWhateverTheCase() {
        String id = ALM.created("Ada+hr@example.com");

        Response found = ALM.given()
                .queryParam("page[offset]", 0)
                .queryParam("page[limit]", 10)
                .queryParam("sort", "id")
                .queryParam("ids", "email:ada+HR@example.com")
                .get("/primeapi/v2/users");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.<List<String>>path("data.id")).containsExactly(id);
        assertThat(found.<String>path("data[0].attributes.email")).isEqualTo("Ada+hr@example.com");
    }

    @Test
    void readsAnUnencodedPlusInTheQueryAsASpace() {
        ALM.created("ada+hr@example.com");

        Response found = ALM.given().urlEncodingEnabled(false).get("/primeapi/v2/users?ids=email:ada+hr@example.com");

        assertThat(found.<List<?>>path("data")).isEmpty();
    }

    @Test
    void answersEmptyDataForAnUnknownEmail() {
        Response found = ALM.read("/users?ids={ids}", "email:nobody@example.com");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.<List<?>>path("data")).isEmpty();
    }

    @Test
    void findsSeveralUsersByIdAndLeavesOutUnknownOnes() {
        String ada = ALM.created("ada@example.com");
        String bob = ALM.created("bob@example.com");

        Response found = ALM.read("/users?ids={ids}", bob + ",99999999," + ada);

        assertThat(found.<List<String>>path("data.id")).containsExactly(bob, ada);
    }

    @Test
    void listsTheFirstTenUsersWithoutIds() {
        for (int i = 0; i < 11; i++) {
            ALM.created("user" + i + "@example.com");
        }

        assertThat(ALM.read("/users").<List<?>>path("data")).hasSize(10);
    }

    @Test
    void readsOneUserById() {
        String id = ALM.created("ada@example.com");

        Response found = ALM.read("/users/{id}", id);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.<String>path("data.id")).isEqualTo(id);
        assertThat(found.<String>path("links.self")).endsWith("/primeapi/v2/users/" + id);
    }

    @Test
    void hasTheAdministratorWhoManagesWhoeverIsGivenNoManager() {
        Response byId = ALM.read("/users/{id}", "3400468");
        Response byEmail = ALM.read("/users?ids=email:first.admin@example.com");

        assertThat(byId.<String>path("data.attributes.state")).isEqualTo("ACTIVE");
        assertThat(byEmail.<List<String>>path("data.id")).containsExactly("3400468");
        assertThat(ALM.simulator().report().users()).isZero();
    }

    @Test
    void tellsNoDifferenceBetweenAnUnknownAndAMalformedId() {
        String unknown = ALM.read("/users/{id}", "99999999").asString();
        String malformed = ALM.read("/users/{id}", "no such id").asString();

        assertThat(unknown)
                .isEqualTo(malformed)
                .isEqualTo("{\"status\":\"BAD_REQUEST\",\"title\":\"OBJECT_DOESNT_EXIST\","
                        + "\"source\":{\"info\":\"Object doesn't exist\"}}");
    }

    @Test
    void showsAFreshUserAtOnceUnlessReadsLag() {
        String id = ALM.created("ada@example.com");
        assertThat(ALM.read("/users/{id}", id).statusCode()).isEqualTo(200);

        ALM.settings("{\"readsLag\":true}");

        assertThat(ALM.read("/users/{id}", id).statusCode()).isEqualTo(400);
        assertThat(ALM.read("/users?ids=email:ada@example.com").<List<?>>path("data"))
                .isEmpty();
        assertThat(ALM.read("/users/{id}/enrollments", id).statusCode()).isEqualTo(400);
        ALM.clock().advance(2_000);
        assertThat(ALM.read("/users/{id}", id).statusCode()).isEqualTo(200);
        assertThat(ALM.read("/users?ids=email:ada@example.com").<List<?>>path("data"))
                .hasSize(1);
        assertThat(ALM.read("/users/{id}/enrollments", id).statusCode()).isEqualTo(200);
    }
}
