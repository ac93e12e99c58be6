package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins how settings are read, merged and refused. */
class SettingsTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void showsTheDefaults() {
        Map<String, Object> oauth =
                new HashMap<>(Map.of("accessTokenLifetimeMs", 604800000, "repeatsValidToken", true));
        List.of("clientId", "clientSecret", "refreshToken", "refreshFailure").forEach(name -> oauth.put(name, null));
        JsonPath json = ALM.control("/settings").jsonPath();

        assertThat(json.getMap(""))
                .containsOnly(
                        Map.entry("accessTokens", List.of("simulator-token")),
                        Map.entry("seed", 1),
                        Map.entry("lagMinMs", 1000),
                        Map.entry("lagMaxMs", 2000),
                        Map.entry("serviceTimeMs", 0),
                        Map.entry("errorShape", "DOCUMENTED"),
                        Map.entry("notFoundStatus", 400),
                        Map.entry("dataNullForMissing", false),
                        Map.entry("duplicateText", "Email address of user already present in the system"),
                        Map.entry("asynchronousCreate", "NONE"),
                        Map.entry("repeatEnrolment", "SAME_OBJECT"),
                        Map.entry("strictMediaTypes", true),
                        Map.entry("readsLag", false),
                        Map.entry("enrolmentReadLagMs", 0),
                        Map.entry("indexFrozen", false),
                        Map.entry(
                                "learningObjects",
                                Map.of(
                                        "course:1171899", List.of("course:1171899_2067352"),
                                        "course:9756365", List.of("course:9756365_10438978"))),
                        entry("learningObjectStatus", null),
                        Map.entry("oauth", oauth),
                        Map.entry("rateLimits", Map.of()),
                        Map.entry("rateLimitOpening", "ONE_AND_BURST"),
                        Map.entry(
                                "faults",
                                Map.of(
                                        "error500", 0.0f,
                                        "error503", 0.0f,
                                        "resetBeforeWrite", 0.0f,
                                        "lostAfterCreate", 0.0f,
                                        "lostAfterEnrol", 0.0f)));
    }

    @Test
    void mergesAPartOfTheSettings() {
        ALM.settings("{\"faults\":{\"error500\":0.5}}");
        Response answer = ALM.settings("{\"lagMaxMs\":9000,\"faults\":{\"error503\":0.25},"
                + "\"learningObjects\":{\"course:9756365\":null,\"course:7\":[\"course:7_1\"]}}");

        JsonPath json = answer.jsonPath();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.getInt("lagMinMs")).isEqualTo(1_000);
        assertThat(json.getInt("lagMaxMs")).isEqualTo(9_000);
        assertThat(json.getMap("faults")).containsEntry("error500", 0.5f).containsEntry("error503", 0.25f);
        assertThat(json.getMap("learningObjects")).containsOnlyKeys("course:1171899", "course:7");
        assertThat(ALM.control("/settings").asString()).isEqualTo(answer.asString());
    }

    @Test
    void readsPartialJsonFromJavaToo() {
        SimulatorSettings settings = SimulatorSettings.fromJson("{\"lagMinMs\":5,\"lagMaxMs\":6}");

        assertThat(settings.lagMinMs()).isEqualTo(5);
        assertThat(settings.accessTokens())
                .isEqualTo(SimulatorSettings.defaults().accessTokens());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                    | The body is not valid JSON.",
                "{} {}                                | The body is not valid JSON.",
                "[]                                   | The body must be a JSON object.",
                "{\"lagMinMs\":5000}                  | lagMinMs must lie between 0 and lagMaxMs.",
                "{\"serviceTimeMs\":-1}               | serviceTimeMs must not be negative.",
                "{\"enrolmentReadLagMs\":-1}          | enrolmentReadLagMs must not be negative.",
                "{\"faults\":{\"error500\":2}}        | faults.error500 must lie between 0 and 1.",
                "{\"faults\":{\"error\":1}}           | There is no member 'faults.error'.",
                "{\"lag\":1}                          | There is no member 'lag'.",
                "{\"seed\":null}                      | The value of 'seed' does not fit.",
                "{\"errorShape\":\"ROUND\"}           | The value of 'errorShape' does not fit.",
                "{\"asynchronousCreate\":null}        " + "| asynchronousCreate must be NONE, WITHOUT_ID or ACCEPTED.",
                "{\"notFoundStatus\":410}           | notFoundStatus must be 400 or 404.",
                "{\"duplicateText\":null}             | duplicateText must be a text.",
                "{\"oauth\":{\"clientId\":\"me\"}} "
                        + "| oauth needs clientId, clientSecret and refreshToken, or none of them.",
                "{\"oauth\":{\"accessTokenLifetimeMs\":0}} | oauth.accessTokenLifetimeMs must be positive.",
                "{\"oauth\":{\"refreshFailure\":200}} "
                        + "| oauth.refreshFailure must be an HTTP status from 400 to 599.",
                "{\"rateLimits\":{\"post\":{\"requestsPerMinute\":1,\"burst\":1}}} "
                        + "| rateLimits must map HTTP methods in capitals to limits.",
                "{\"rateLimits\":{\"POST\":{\"requestsPerMinute\":0,\"burst\":1}}} "
                        + "| requestsPerMinute must be positive.",
                "{\"rateLimits\":{\"POST\":{\"requestsPerMinute\":1,\"burst\":-1}}} | burst must not be negative.",
                "{\"rateLimits\":{\"POST\":{\"requestsPerMinute\":1}}} "
                        + "| The value of 'rateLimits.POST.burst' does not fit.",
                "{\"learningObjects\":{\"a\":{\"state\":\"Gone\"}}} "
                        + "| The state of a learning object must be Published, Draft or Retired.",
                "{\"learningObjects\":{\"a\":{\"instances\":{\"b\":{\"state\":\"Gone\"}}}}} "
                        + "| The state of an instance must be Active or Retired.",
                "{\"learningObjects\":{\"a\":{\"instance\":[]}}} "
                        + "| There is no member 'learningObjects.a.instance'.",
                "{\"learningObjects\":{\"a\":5}}      | The value of 'learningObjects.a' does not fit.",
                "{\"learningObjects\":null}           | learningObjects must map ids to lists of instance ids.",
                "{\"learningObjects\":{\"a\":[null]}} | a must have a list of instance ids."
            })
    void refusesWhatDoesNotFitInOneSentenceAndChangesNothing(String body, String sentence) {
        Response answer = ALM.settings(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("error")).isEqualTo(sentence);
        assertThat(ALM.control("/settings").asString()).isEqualTo(new String(Json.bytes(SimulatorSettings.defaults())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"timingErrors\":-2}   | timingErrors must be -1, 0 or more.",
                "{\"createStatus\":[7]}  | createStatus must be a list of HTTP statuses from 200 to 599.",
                "{\"createWithoutId\":-1} | createWithoutId must not be negative.",
                "{\"html502\":-1}       | html502 must not be negative.",
                "{\"loseCreate\":1}      | There is no member 'loseCreate'."
            })
    void refusesAScriptThatDoesNotFit(String body, String sentence) {
        Response answer = ALM.script("ada@example.com", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("error")).isEqualTo(sentence);
    }

    @Test
    void answers404ToAControlRequestItDoesNotHave() {
        Response answer = ALM.bare().contentType(ContentType.JSON).body("{}").put("/simulator/report");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.<String>path("error")).isEqualTo("The simulator has no PUT /simulator/report.");
    }

    @Test
    void takesItsTimeIfToldSo() {
        ALM.settings("{\"serviceTimeMs\":60}");
        long start = System.nanoTime();

        ALM.read("/users");

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(59_000_000L);
    }
}
