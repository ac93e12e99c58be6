package org.almbridge.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan that finds nothing must be one that could find something. */
class ConfidentialTest {

    private final Confidential confidential = new Confidential(
            List.of("Ada Lovelace", "s3cr-et:OfHr", "hireling-77", "Bo", "!"), Set.of("hr@example.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARN somebody@example.com is unknown",
                "GET /users?email=Some.Body%2Bx%40mail.example.org",
                "cannot read {\"name\":\"ADA  LOVELACE\"}",
                "GET /users?name=ada%20lovelace&x=1",
                "Authorization: oauth s3cr-et:OfHr",
                "row 17 hireling-77 rejected"
            })
    void finds(String line) {
        assertThat(confidential.in(line)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refuses the login of hr@example.com (Auth fail)",
                "Ada has no Lovelace",
                "Bo knows",
                "row 17: enrolled, user 20000118, 3 calls"
            })
    void letsThrough(String line) {
        assertThat(confidential.in(line)).isNull();
    }

    @Test
    void takesNoAccountForAnother() {
        assertThat(confidential.in("hr@example.com and chr@example.com")).isEqualTo("chr@example.com");
    }
}
