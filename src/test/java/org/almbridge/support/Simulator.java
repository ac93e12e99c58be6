package org.almbridge.support;

import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Predicate;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.simulator.SimulatorReport;
import org.almbridge.simulator.UserView;

/** ALM as a test sees it: sets up what it will do, and looks at what was asked of it. */
public final class Simulator {

    public static final String LO = "course:1171899";
    public static final String INSTANCE = "course:1171899_2067352";
    public static final String OTHER_LO = "course:9756365";
    public static final String OTHER_INSTANCE = "course:9756365_10438978";

    /** The application that ALM gives access tokens to. */
    public static final String CLIENT_ID = "flow-client";

    public static final String CLIENT_SECRET = "flow-client-secret";
    public static final String REFRESH_TOKEN = "flow-refresh-token";

    private static final String JSON_API = "application/vnd.api+json";

    private final int port;

    Simulator(int port) {
        this.port = port;
    }

    /** Makes ALM do this to one learner, see {@code LearnerScript}. */
    public void script(String email, String script) {
        control()
                .contentType(ContentType.JSON)
                .body(script)
                .put("/simulator/learners/{email}", email)
                .then()
                .statusCode(200);
    }

    /** Changes ALM for everybody, see {@code SimulatorSettings}; put it back afterwards. */
    public void settings(String patch) {
        control()
                .contentType(ContentType.JSON)
                .body(patch)
                .put("/simulator/settings")
                .then()
                .statusCode(200);
    }

    /** Creates a user as somebody else than the bridge would; answers its id. */
    public String created(String email) {
        return alm().contentType(JSON_API)
                .body("{\"data\":{\"type\":\"user\",\"attributes\":{\"email\":\"" + email
                        + "\",\"name\":\"There Before\",\"userType\":\"INTERNAL\"}}}")
                .post("/primeapi/v2/users")
                .then()
                .statusCode(200)
                .extract()
                .path("data.id");
    }

    /** Changes what ALM shows as a user's state, as {@code DELETED}. */
    public void state(String email, String state) {
        control()
                .contentType(ContentType.JSON)
                .body("{\"state\": \"" + state + "\"}")
                .put("/simulator/users/{email}", email)
                .then()
                .statusCode(200);
    }

    /** Enrols a user in the course of the rule as somebody else than the bridge would. */
    public void enrolled(String userId) {
        Patience.awaiting("the enrolment of " + userId)
                .until(() -> enrol(userId).statusCode() == 200);
    }

    private Response enrol(String userId) {
        return alm().queryParam("loId", LO)
                .queryParam("loInstanceId", INSTANCE)
                .post("/primeapi/v2/users/{id}/enrollments", userId);
    }

    public List<UserView> users(String email) {
        return List.of(
                control().queryParam("email", email).get("/simulator/users").as(UserView[].class));
    }

    public List<UserView> users() {
        return List.of(control().get("/simulator/users").as(UserView[].class));
    }

    /** Ends every access token that was given for a refresh token. */
    public void revokeTokens() {
        control().post("/simulator/tokens/revoke").then().statusCode(204);
    }

    /** The access token that the bridge has: ALM gives the same one again while it is good. */
    public String accessToken() {
        return control()
                .contentType(ContentType.URLENC)
                .formParam("client_id", CLIENT_ID)
                .formParam("client_secret", CLIENT_SECRET)
                .formParam("refresh_token", REFRESH_TOKEN)
                .post("/oauth/token/refresh")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** All calls for an access token, oldest first. */
    public List<JournalEntry> refreshes() {
        return calls().stream()
                .filter(call -> call.path().equals("/oauth/token/refresh"))
                .toList();
    }

    /** All calls, oldest first. */
    public List<JournalEntry> calls() {
        return List.of(control().get("/simulator/calls").as(JournalEntry[].class));
    }

    /** Calls that were refused for their access token. */
    public long refusedCalls() {
        return report().callsByStatus().getOrDefault(401, 0L);
    }

    public SimulatorReport report() {
        return control().get("/simulator/report").as(SimulatorReport.class);
    }

    /** All calls about a learner, oldest first. */
    public List<JournalEntry> calls(String email) {
        return List.of(
                control().queryParam("email", email).get("/simulator/calls").as(JournalEntry[].class));
    }

    public List<JournalEntry> creates(String email) {
        return calls(email, call -> call.method().equals("POST") && call.path().endsWith("/users"));
    }

    public List<JournalEntry> enrols(String email) {
        return calls(email, call -> call.method().equals("POST") && call.path().endsWith("/enrollments"));
    }

    private List<JournalEntry> calls(String email, Predicate<JournalEntry> which) {
        return calls(email).stream().filter(which).toList();
    }

    /** The instances a learner is enrolled in; empty as long as there is no such user. */
    public List<String> instances(String email) {
        return users(email).stream()
                .flatMap(user -> user.enrolments().stream()
                        .map(enrolment ->
                                enrolment.id().substring(0, enrolment.id().lastIndexOf('_'))))
                .sorted()
                .toList();
    }

    public void awaitEnrolled(String email) {
        awaitEnrolled(email, INSTANCE);
    }

    public void awaitEnrolled(String email, String instance) {
        Patience.awaiting(email + " in " + instance)
                .until(() -> instances(email).contains(instance));
    }

    private RequestSpecification alm() {
        return control().header("Authorization", "oauth simulator-token").accept(JSON_API);
    }

    private RequestSpecification control() {
        return RestAssured.given()
                .spec(new RequestSpecBuilder()
                        .setBaseUri("http://localhost")
                        .setPort(port)
                        .setConfig(RestAssured.config()
                                .encoderConfig(encoderConfig()
                                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                        .encodeContentTypeAs(JSON_API, ContentType.TEXT)))
                        .build());
    }
}
