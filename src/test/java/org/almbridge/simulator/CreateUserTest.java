package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pins what a create answers, as ALM's samples show it. */
class CreateUserTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void answersTheWholeUserWithAlmsDefaults() {
        Response answer = ALM.create("ada@example.com");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/vnd.api+json;charset=UTF-8");
        JsonPath json = answer.jsonPath();
        assertThat(json.getString("links.self")).endsWith("/primeapi/v2/users");
        assertThat(json.getString("data.id")).matches("\\d{8}");
        assertThat(json.getString("data.type")).isEqualTo("user");
        assertThat(json.getMap("data.attributes"))
                .containsOnly(
                        Map.entry("avatarUrl", "https://cpcontents.adobe.com/public/images/default_user_avatar.svg"),
                        Map.entry("email", "ada@example.com"),
                        Map.entry("name", "Ada Example"),
                        Map.entry("pointsEarned", 0),
                        Map.entry("pointsRedeemed", 0),
                        Map.entry("preferredResolution", "AUTO"),
                        Map.entry("profile", "Employee"),
                        Map.entry("roles", List.of("Learner")),
                        Map.entry("state", "ACTIVE"),
                        Map.entry("userType", "Internal"),
                        Map.entry("userUniqueId", "ada@example.com"));
        assertThat(json.getString("data.relationships.account.data.type")).isEqualTo("account");
        assertThat(json.getString("data.relationships.manager.data.id")).isEqualTo("3400468");
    }

    @Test
    void keepsProfileUniqueIdManagerAndFlattenedFields() {
        JsonPath json = ALM.post("""
                        {"data":{"type":"user","attributes":{"email":"ada@example.com","name":"Ada","userType":"INTERNAL",
                          "profile":"Engineer","userUniqueId":"E-1","bio":"unseen","fields":{"Division":["Business"]}},
                         "relationships":{"manager":{"data":{"type":"user","id":"42"}},
                                          "account":{"data":{"type":"account","id":"108079"}}}}}""").jsonPath();

        assertThat(json.getMap("data.attributes"))
                .containsEntry("profile", "Engineer")
                .containsEntry("userUniqueId", "E-1")
                .containsEntry("fields", Map.of("Division", "Business"))
                .doesNotContainKey("bio");
        assertThat(json.getString("data.relationships.manager.data.id")).isEqualTo("42");
        assertThat(json.getString("data.relationships.account.data.id")).isEqualTo("1010");
    }

    @ParameterizedTest
    @CsvSource({
        "email,    '\"name\":\"Ada\",\"userType\":\"INTERNAL\"'",
        "email,    '\"email\":\" \",\"name\":\"Ada\",\"userType\":\"INTERNAL\"'",
        "name,     '\"email\":\"ada@example.com\",\"userType\":\"INTERNAL\"'",
        "userType, '\"email\":\"ada@example.com\",\"name\":\"Ada\"'"
    })
    void namesTheMissingParam(String missing, String attributes) {
        Response answer = ALM.post("{\"data\":{\"type\":\"user\",\"attributes\":{" + attributes + "}}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getMap(""))
                .isEqualTo(
                        Map.of("status", "BAD_REQUEST", "title", "Missing Param", "source", Map.of("info", missing)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "null"})
    void answersAGenericErrorWithoutSourceToABodyWithoutData(String body) {
        Response answer = ALM.post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getMap("")).isEqualTo(Map.of("status", "BAD_REQUEST", "title", "Generic Error"));
    }

    @ParameterizedTest
    @CsvSource({
        "user, INTERNAL, '{\"manager\":{\"data\":{\"type\":\"Andrew\",\"id\":\"1\"}}}', incorrect relation type - Andrew",
        "user, INTERNAL, '{\"account\":{\"data\":{\"type\":\"user\",\"id\":\"1\"}}}',   incorrect relation type - user",
        "user, EXTERNAL, '{}', incorrect userType - EXTERNAL",
        "job,  INTERNAL, '{}', incorrect type - job"
    })
    void explainsAnIncorrectFieldType(String type, String userType, String relationships, String info) {
        Response answer = ALM.post("{\"data\":{\"type\":\"" + type
                + "\",\"attributes\":{\"email\":\"ada@example.com\",\"name\":\"Ada\",\"userType\":\"" + userType
                + "\"},\"relationships\":" + relationships + "}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("title")).isEqualTo("Field Type incorrect");
        assertThat(answer.<String>path("source.info")).isEqualTo(info);
    }

    @Test
    void refusesAnEmailThatDiffersOnlyInCase() {
        ALM.create("ada@example.com");

        Response second = ALM.create("ADA@Example.COM");

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.<String>path("status")).isEqualTo("BAD_REQUEST");
        assertThat(second.<String>path("source.info")).isEqualTo("Email address of user already present in the system");
        assertThat(ALM.simulator().report().users()).isEqualTo(1);
    }

    @Test
    void tellsDuplicatesInTheConfiguredText() {
        ALM.settings("{\"duplicateText\":\"Duplicate User\"}");
        ALM.create("ada@example.com");

        assertThat(ALM.create("ada@example.com").<String>path("source.info")).isEqualTo("Duplicate User");
    }
}
