package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pins the accounts so large that a create does not wait for its user. */
class AsynchronousCreateTest {

    private static final String ADA = "ada@example.com";

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void answersTheUserWithoutItsId() {
        ALM.settings("{\"asynchronousCreate\":\"WITHOUT_ID\"}");

        Response answer = ALM.create(ADA);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Object>path("data.id")).isNull();
        assertThat(answer.<String>path("data.attributes.email")).isEqualTo(ADA);
    }

    @Test
    void acceptsTheCreateWithoutABody() {
        ALM.settings("{\"asynchronousCreate\":\"ACCEPTED\"}");

        Response answer = ALM.create(ADA);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.asString()).isEmpty();
        assertThat(answer.header("x-request-id")).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHOUT_ID", "ACCEPTED"})
    void letsTheUserBeFoundFromTheMillisecondOfItsIndex(AsynchronousCreate mode) {
        ALM.settings("{\"lagMinMs\":30000,\"lagMaxMs\":30000,\"asynchronousCreate\":\"" + mode + "\"}");
        ALM.create(ADA);
        ALM.clock().advance(29_999);
        assertThat(found()).isEmpty();
        assertThat(ALM.create(ADA).statusCode()).isEqualTo(400);

        ALM.clock().advance(1);

        assertThat(found()).hasSize(1);
        assertThat(ALM.read("/users/{id}", found().get(0)).statusCode()).isEqualTo(200);
        assertThat(ALM.enrol(found().get(0)).statusCode()).isEqualTo(200);
        assertThat(ALM.simulator().report().users()).isEqualTo(1);
    }

    @Test
    void findsAScriptedUserAfterItsLagToo() {
        ALM.settings("{\"asynchronousCreate\":\"ACCEPTED\"}");
        ALM.script(ADA, "{\"timingErrors\":1}");
        ALM.create(ADA);
        assertThat(found()).isEmpty();

        ALM.clock().advance(2_000);

        assertThat(ALM.enrol(found().get(0)).statusCode()).isEqualTo(400);
        assertThat(ALM.enrol(found().get(0)).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesUsersFromBeforeAlone() {
        ALM.created(ADA);

        ALM.settings("{\"asynchronousCreate\":\"ACCEPTED\"}");

        assertThat(found()).hasSize(1);
    }

    private static List<String> found() {
        return ALM.read("/users?ids=email:" + ADA).path("data.id");
    }
}
