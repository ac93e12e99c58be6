package org.almbridge.support;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The bridge's management port. */
public final class Management {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What one probe answers.
     *
     * @param checks the checks that make it up
     */
    public record Health(int status, JsonNode checks) {

        public boolean isUp() {
            return status == 200;
        }

        public JsonNode check(String name) {
            return checks.valueStream()
                    .filter(check -> check.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no check " + name + " in " + checks));
        }
    }

    private final int port;

    public Management(int port) {
        this.port = port;
    }

    /** Asks as a prober without a key does. */
    public Health health(String probe) {
        var answer = request().get("/q/health/" + probe);
        try {
            return new Health(
                    answer.statusCode(), JSON.readTree(answer.asString()).path("checks"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Health awaitReady(boolean up) {
        return Patience.awaiting("readiness to be " + (up ? "UP" : "DOWN"))
                .until(() -> health("ready"), health -> health.isUp() == up);
    }

    /** A request that adds nothing to what it is given. */
    public RequestSpecification request() {
        return given().port(port);
    }
}
