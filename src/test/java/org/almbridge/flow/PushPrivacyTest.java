package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.LogLines;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the JVM only: it reads what every part of the process logs. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class PushPrivacyTest {

    private static final String EMAIL = "private-ada@example.com";
    private static final String NAME = "Ada Privatissima";
    private static final String ROW = EMAIL + "," + NAME + "\n";
    private static final String BAD_PERSON = "{\"email\": \"private-ada\", \"name\": \"" + NAME + "\"}";

    Simulator alm;

    private final LogLines log = new LogLines("");

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void leave() {
        log.stop();
    }

    @Test
    void saysNothingOfPeopleAndKeysInAnswersAndLog() {
        Stream.of(
                        post("text/csv", "email,name\n" + ROW + "private-ada," + NAME + "\n"),
                        post("text/csv", "email,name\n" + ROW + "\"" + ROW),
                        post("text/csv", ROW),
                        post("application/x-ndjson", BAD_PERSON + "\n{\"" + NAME),
                        Api.users("[" + BAD_PERSON + "]"),
                        Api.users("[" + BAD_PERSON + ", " + NAME),
                        Api.as("wrong-" + ApiProfile.KEY)
                                .get("/api/batches/" + EMAIL)
                                .then(),
                        Api.asHr().get("/api/batches/" + EMAIL).then(),
                        Api.asHr().get("/api/" + EMAIL).then(),
                        Api.asHr().delete("/api/batches/" + EMAIL).then())
                .forEach(answer -> answer.body(not(containsString("private-ada")))
                        .body(not(containsString(NAME)))
                        .body(not(containsString(ApiProfile.KEY))));
        alm.awaitEnrolled(EMAIL);

        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line).contains("from api: 2 rows read"))
                .noneMatch(
                        line -> line.contains("private-ada") || line.contains(NAME) || line.contains(ApiProfile.KEY));
    }

    private static ValidatableResponse post(String mediaType, String content) {
        return Api.asHr()
                .header("Content-Type", mediaType)
                .header("Idempotency-Key", EMAIL + content.length())
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/api/batches")
                .then();
    }
}
