package org.almbridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {

    @Test
    void keepsTheShapeAndHidesThePerson() {
        assertThat(Masked.body("""
                        {"data": {"type": "user", "attributes": {"email": "ada@example.com", "name": "Ada Example",
                         "userType": "INTERNAL", "enrollOnClick": true, "fields": {"Department": "Sales"},
                         "roles": ["Learner"]}}}"""))
                .isEqualTo("{\"data\":{\"type\":\"user\",\"attributes\":{\"email\":\"***\",\"name\":\"***\","
                        + "\"userType\":\"INTERNAL\",\"enrollOnClick\":true,\"fields\":{\"Department\":\"***\"},"
                        + "\"roles\":[\"***\"]}}}");
    }

    @Test
    void keepsWhatAnErrorSaysButForAddresses() {
        assertThat(Masked.body("{\"status\":\"BAD_REQUEST\",\"title\":\"x\",\"source\":{\"info\":"
                        + "\"Duplicate User - ada+new@example.com already exists\"}}"))
                .isEqualTo("{\"status\":\"BAD_REQUEST\",\"title\":\"x\",\"source\":{\"info\":"
                        + "\"Duplicate User - *** already exists\"}}");
    }

    @ParameterizedTest
    @CsvSource({"<html>Ada Example</html>, 24 characters that are no JSON", "Ada, 3 characters that are no JSON"})
    void tellsOnlyTheLengthOfAnythingElse(String body, String shown) {
        assertThat(Masked.body(body)).isEqualTo(shown);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void saysThatThereIsNoBody(String body) {
        assertThat(Masked.body(body)).isEqualTo("no body");
    }

    @Test
    void hidesAnAddressInAUrl() {
        assertThat(Masked.url(
                        "https://alm.example.com/users?page%5Blimit%5D=10&ids=email%3Aada%2Bnew%40example.com&x=1"))
                .isEqualTo("https://alm.example.com/users?page[limit]=10&ids=email:***&x=1");
    }
}
