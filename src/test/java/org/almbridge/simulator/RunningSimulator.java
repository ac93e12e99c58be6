package org.almbridge.simulator;

import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test a fresh simulator on a random port, and the requests that most tests need. */
final class RunningSimulator implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    static final String LO = "course:1171899";
    static final String INSTANCE = "course:1171899_2067352";
    static final String OTHER_LO = "course:9756365";
    static final String OTHER_INSTANCE = "course:9756365_10438978";

    private Vertx vertx;
    private HandClock clock;
    private AlmSimulator simulator;
    private int port;

    @Override
    public void beforeAll(ExtensionContext context) {
        vertx = Vertx.vertx();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        clock = new HandClock();
        simulator = new AlmSimulator(vertx, SimulatorSettings.defaults(), clock);
        port = simulator.start(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator.stop();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        vertx.close();
    }

    AlmSimulator simulator() {
        return simulator;
    }

    Vertx vertx() {
        return vertx;
    }

    HandClock clock() {
        return clock;
    }

    int port() {
        return port;
    }

    /** A request with nothing but the address. */
    RequestSpecification bare() {
        RequestSpecification spec = new RequestSpecBuilder()
                .setBaseUri("http://localhost")
                .setPort(port)
                .setConfig(RestAssured.config()
                        .encoderConfig(encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(Answer.JSON_API, ContentType.TEXT)))
                .build();
        return RestAssured.given().spec(spec);
    }

    /** A request as a proper client of ALM sends it. */
    RequestSpecification given() {
        return bare().header("Authorization", "oauth simulator-token").accept(Answer.JSON_API);
    }

    static String newUser(String email) {
        return "{\"data\":{\"type\":\"user\",\"attributes\":{\"email\":\"" + email
                + "\",\"name\":\"Ada Example\",\"userType\":\"INTERNAL\"}}}";
    }

    Response create(String email) {
        return post(newUser(email));
    }

    Response post(String body) {
        return given().contentType(Answer.JSON_API).body(body).post("/primeapi/v2/users");
    }

    /** Creates a user and answers its id. */
    String created(String email) {
        return create(email).path("data.id");
    }

    /** Creates a user, waits out any lag and answers its id. */
    String indexed(String email) {
        String id = created(email);
        clock.advance(2_000);
        return id;
    }

    Response enrol(String userId) {
        return enrol(userId, LO, INSTANCE);
    }

    Response enrol(String userId, String loId, String instanceId) {
        return given().queryParam("loId", loId)
                .queryParam("loInstanceId", instanceId)
                .queryParam("allowMultiEnrollment", false)
                .post("/primeapi/v2/users/{id}/enrollments", userId);
    }

    Response read(String path, Object... params) {
        return given().get("/primeapi/v2" + path, params);
    }

    Response settings(String partial) {
        return bare().contentType(ContentType.JSON).body(partial).put("/simulator/settings");
    }

    Response script(String email, String partial) {
        return bare().contentType(ContentType.JSON).body(partial).put("/simulator/learners/{email}", email);
    }

    Response control(String path, Object... params) {
        return bare().get("/simulator" + path, params);
    }
}
