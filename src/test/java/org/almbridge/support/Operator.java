package org.almbridge.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** The bridge's HTTP interface, as somebody who looks after the bridge uses it. */
public final class Operator {

    private Operator() {}

    /** @param json {@code null} for a request without content */
    public static ValidatableResponse post(String path, String json) {
        return post(ApiProfile.OPERATOR_KEY, path, json);
    }

    public static ValidatableResponse post(String key, String path, String json) {
        RequestSpecification request = Api.as(key).urlEncodingEnabled(false);
        if (json != null) {
            request.header("Content-Type", "application/json").body(json.getBytes(StandardCharsets.UTF_8));
        }
        return request.post(path).then();
    }

    public static ValidatableResponse get(String path) {
        return Api.as(ApiProfile.VIEWER_KEY).urlEncodingEnabled(false).get(path).then();
    }

    public static ValidatableResponse replay(String json) {
        return post("/api/escalations/replay", json);
    }

    /** What {@code GET /api/status} says. */
    public static JsonPath status() {
        return get("/api/status").statusCode(200).extract().jsonPath();
    }

    /** How many escalations a query means. */
    public static int total(String query) {
        return get("/api/escalations?" + query).statusCode(200).extract().path("total");
    }
}
