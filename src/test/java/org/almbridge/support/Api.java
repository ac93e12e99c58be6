package org.almbridge.support;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.RestAssuredConfig.config;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** The bridge's HTTP interface, as a caller with a key uses it. */
public final class Api {

    private Api() {}

    /** A request of that key's owner that sends what it is given and adds nothing. */
    public static RequestSpecification as(String key) {
        return given().config(config().encoderConfig(encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .header("Authorization", "Bearer " + key);
    }

    public static RequestSpecification asHr() {
        return as(ApiProfile.KEY);
    }

    public static ValidatableResponse users(String json) {
        return users(json.getBytes(StandardCharsets.UTF_8));
    }

    public static ValidatableResponse users(byte[] json) {
        return asHr().header("Content-Type", "application/json")
                .body(json)
                .post("/api/users")
                .then();
    }

    public static ValidatableResponse csv(String rows) {
        return csv(rows.getBytes(StandardCharsets.UTF_8));
    }

    public static ValidatableResponse csv(byte[] rows) {
        return asHr().header("Content-Type", "text/csv")
                .body(rows)
                .post("/api/batches")
                .then();
    }

    /** An object as {@code POST /api/users} takes it. */
    public static String person(String email) {
        return "{\"email\":\"" + email + "\",\"name\":\"Ada Example\"}";
    }
}
