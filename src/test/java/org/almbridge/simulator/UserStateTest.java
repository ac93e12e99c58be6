package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins that a user can be found in a state in which nobody should be enrolled. */
class UserStateTest {

    private static final String ADA = "ada@example.com";

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void showsAUserInTheStateItWasPutIn() {
        String id = ALM.indexed(ADA);

        Response changed = state("ADA@example.com", "{\"state\":\"DELETED\"}");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.<String>path("state")).isEqualTo("DELETED");
        assertThat(ALM.read("/users/{id}", id).<String>path("data.attributes.state"))
                .isEqualTo("DELETED");
        assertThat(ALM.read("/users?ids=email:" + ADA).<List<String>>path("data.attributes.state"))
                .containsExactly("DELETED");
        assertThat(ALM.control("/users").<List<String>>path("state")).containsExactly("DELETED");
        assertThat(ALM.create(ADA).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAStateThatIsNoneOrNobodys() {
        ALM.created(ADA);

        Response empty = state(ADA, "{}");
        Response unknown = state("bob@example.com", "{\"state\":\"DELETED\"}");

        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.<String>path("error")).isEqualTo("state must be a text such as ACTIVE or DELETED.");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.<String>path("error")).isEqualTo("There is no user bob@example.com.");
    }

    private static Response state(String email, String body) {
        return ALM.bare().contentType(ContentType.JSON).body(body).put("/simulator/users/{email}", email);
    }
}
