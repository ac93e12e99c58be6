package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins the rate limits to the millisecond, since a client is measured by how close to them it works. */
class RateLimitTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void limitsNothingUnlessTold() {
        Response answer = ALM.read("/users");

        assertThat(answer.headers().hasHeaderWithName("x-rate-limit")).isFalse();
        assertThat(answer.headers().hasHeaderWithName("x-burst")).isFalse();
        assertThat(ALM.simulator().report().rateLimits()).isEmpty();
    }

    @Test
    void announcesTheLimitOnEveryAnswerOfItsMethod() {
        limitGets(600, 10);

        assertThat(ALM.read("/users").header("x-rate-limit")).isEqualTo("600r/m");
        assertThat(ALM.read("/nothing").header("x-burst")).isEqualTo("10");
        assertThat(ALM.bare().get("/primeapi/v2/users").header("x-rate-limit")).isEqualTo("600r/m");
        assertThat(ALM.create("ada@example.com").headers().hasHeaderWithName("x-rate-limit"))
                .isFalse();
        assertThat(ALM.control("/report").headers().hasHeaderWithName("x-rate-limit"))
                .isFalse();
    }

    @Test
    void keepsALimitToItselfIfToldSo() {
        ALM.settings("{\"rateLimits\":{\"POST\":{\"requestsPerMinute\":5,\"burst\":0,\"silent\":true}}}");

        Response answer = ALM.create("ada@example.com");
        Response breach = ALM.create("ada@example.com");

        assertThat(answer.headers().hasHeaderWithName("x-rate-limit")).isFalse();
        assertThat(breach.statusCode()).isEqualTo(429);
        assertThat(breach.headers().hasHeaderWithName("x-burst")).isFalse();
        assertThat(breach.header("retry-after")).isNotBlank();
    }

    @Test
    void letsOneCallAndTheBurstPassAtOnce() {
        limitGets(5, 2);

        assertThat(statusesOfReads(10)).startsWith(200, 200, 200).endsWith(429, 429, 429, 429, 429, 429, 429);
    }

    @Test
    void letsTheRateAndTheBurstPassAtOnceIfToldSo() {
        limitGets(5, 2);
        ALM.settings("{\"rateLimitOpening\":\"RATE_AND_BURST\"}");

        assertThat(statusesOfReads(10))
                .startsWith(200, 200, 200, 200, 200, 200, 200)
                .endsWith(429, 429, 429);
    }

    @Test
    void answersABreachAsTheGatewayDoesAndAppliesNothing() {
        ALM.settings("{\"rateLimits\":{\"POST\":{\"requestsPerMinute\":5,\"burst\":0}}}");
        ALM.create("ada@example.com");
        ALM.clock().advance(1_248);

        Response refused = ALM.create("bob@example.com");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.asString()).isEqualTo("{\"message\":\"429 Too many requests\"}");
        assertThat(refused.contentType()).isEqualTo("application/json");
        assertThat(refused.header("retry-after")).isEqualTo("10.752");
        assertThat(refused.header("x-rate-limit")).isEqualTo("5r/m");
        assertThat(refused.header("x-burst")).isEqualTo("0");
        assertThat(refused.header("x-request-id")).matches("gw[0-9a-f]{32}");
        assertThat(ALM.simulator().report().users()).isEqualTo(1);
    }

    @Test
    void keepsItsWordToTheMillisecondEvenIfTheRateDoesNotDivideTheMinute() {
        limitGets(7, 1);
        assertThat(statusesOfReads(2)).containsOnly(200);
        Response refused = ALM.read("/users");
        assertThat(refused.header("retry-after")).isEqualTo("8.572");

        ALM.clock().advance(8_571);
        assertThat(ALM.read("/users").header("retry-after")).isEqualTo("0.001");
        ALM.clock().advance(1);
        assertThat(statusesOfReads(2)).containsExactly(200, 429);
    }

    @Test
    void doesNotChargeARefusedCall() {
        limitGets(60, 0);
        statusesOfReads(20);
        ALM.clock().advance(1_000);

        assertThat(statusesOfReads(2)).containsExactly(200, 429);
    }

    @Test
    void savesUpNoMoreThanTheBurst() {
        limitGets(60, 2);
        statusesOfReads(3);
        ALM.clock().advance(3_600_000);

        assertThat(statusesOfReads(5)).containsExactly(200, 200, 200, 429, 429);
    }

    @Test
    void limitsEachTokenAndMethodOfItsOwn() {
        ALM.settings("{\"accessTokens\":[\"simulator-token\",\"another\"],\"rateLimits\":{"
                + "\"GET\":{\"requestsPerMinute\":1,\"burst\":0},\"POST\":{\"requestsPerMinute\":1,\"burst\":0}}}");

        assertThat(statusesOfReads(2)).containsExactly(200, 429);
        assertThat(ALM.create("ada@example.com").statusCode()).isEqualTo(200);
        assertThat(ALM.bare()
                        .header("Authorization", "Bearer another")
                        .accept(Answer.JSON_API)
                        .get("/primeapi/v2/users")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void chargesNothingForACallThatNobodyMakes() {
        limitGets(1, 0);
        for (int i = 0; i < 3; i++) {
            assertThat(ALM.bare().get("/primeapi/v2/users").statusCode()).isEqualTo(401);
        }

        assertThat(ALM.read("/users").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesAThrottledLearnersScriptUntouched() {
        ALM.settings("{\"rateLimits\":{\"POST\":{\"requestsPerMinute\":60,\"burst\":0}}}");
        ALM.script("ada@example.com", "{\"createStatus\":[503],\"retryAfter\":\"7\"}");
        ALM.create("bob@example.com");
        assertThat(ALM.create("ada@example.com").statusCode()).isEqualTo(429);
        ALM.clock().advance(1_000);

        Response scripted = ALM.create("ada@example.com");

        assertThat(scripted.statusCode()).isEqualTo(503);
        assertThat(scripted.header("retry-after")).isEqualTo("7");
        assertThat(scripted.header("x-rate-limit")).isEqualTo("60r/m");
    }

    @Test
    void reportsTheShareOfTheAllowedRateThatWasUsed() {
        limitGets(30, 4);
        statusesOfReads(7);
        ALM.clock().advance(60_000);
        statusesOfReads(1);
        ALM.clock().advance(500);
        statusesOfReads(1);
        ALM.clock().advance(3_600_000);

        RateLimitUse use = ALM.simulator().report().rateLimits().get("GET");

        assertThat(use.throttled()).isEqualTo(2);
        assertThat(use.permitsUsed()).isEqualTo(7);
        assertThat(use.permitsThere()).isCloseTo(5 + 30 + 0.25, within(1e-9));
        JsonPath json = ALM.control("/report").jsonPath();
        assertThat(json.getInt("rateLimits.GET.throttled")).isEqualTo(2);
        assertThat(json.getDouble("rateLimits.GET.permitsThere")).isEqualTo(35.25);
    }

    @Test
    void startsAfreshWhenToldToForget() {
        limitGets(1, 0);
        statusesOfReads(2);

        ALM.bare().delete("/simulator");

        assertThat(ALM.simulator().report().rateLimits()).isEmpty();
        assertThat(ALM.read("/users").statusCode()).isEqualTo(200);
    }

    private static void limitGets(int requestsPerMinute, int burst) {
        ALM.settings(
                "{\"rateLimits\":{\"GET\":{\"requestsPerMinute\":" + requestsPerMinute + ",\"burst\":" + burst + "}}}");
    }

    private static List<Integer> statusesOfReads(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ALM.read("/users").statusCode())
                .toList();
    }
}
