package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "Ann.Lee+hr@mail.example.com",
                "o'neil@example.com",
                "a_b-c@example.com",
                "jürgen@bücher.example.com"
            })
    void acceptsOrdinaryAddresses(String email) {
        assertThat(reasons(email)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ann.example.com                   | exactly one @
            ann@example.com@example.com       | exactly one @
            ann lee@example.com               | a space or an invisible character
            Ann <ann@example.com>             | a space or an invisible character
            <ann@example.com>                 | punctuation
            ann@example.com;                  | punctuation
            ann,lee@example.com               | punctuation
            @example.com                      | nothing before the @
            ann@                              | no complete domain
            ann@example                       | no complete domain
            ann@example.                      | no complete domain
            ann@.example.com                  | no complete domain
            ann@example..com                  | no complete domain
            """)
    void saysWhatIsWrongWithoutRepeatingTheAddress(String email, String problem) {
        assertThat(reasons(email))
                .singleElement()
                .asString()
                .startsWith("email ")
                .contains(problem);
        assertThat(reasons(email.replace("ann", "zoe").replace("Ann", "Zoe")).get(0))
                .doesNotContainIgnoringCase("zoe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ann\t@example.com", "ann\u0007@example.com", "ann\u200B@example.com", "ann@exam\u00A0ple.com"})
    void rejectsInvisibleCharacters(String email) {
        assertThat(reasons(email)).singleElement().asString().contains("invisible");
    }

    @Test
    void endsAtTwoHundredAndFiftyFourCharacters() {
        String longest = "a".repeat(254 - "@example.com".length()) + "@example.com";

        assertThat(reasons(longest)).isEmpty();
        assertThat(reasons("a" + longest)).singleElement().asString().contains("longer than 254 characters (255)");
    }

    private static List<String> reasons(String email) {
        List<String> reasons = new ArrayList<>();
        new EmailRule().apply(new HashMap<>(Map.of("email", email)), reasons);
        return reasons;
    }
}
