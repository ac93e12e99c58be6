package org.almbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.almbridge.TestConfig;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    /** What {@code printf %s secret-a | openssl dgst -sha256} prints, and in capitals that of {@code secret-b}. */
    private static final String A = "8766b9cb08e6040b704f1e3ee1e186efccf2635b1d2634d6525333007e6aeae1";

    private static final String B = "FF492EF788C89B555E6F738B33D2422F57DBB6656AF2402155672C5F123A90AF";

    private final ApiKeys keys = new ApiKeys(TestConfig.bridge(
            "api.keys.a.hash",
            "sha256:" + A,
            "api.keys.a.roles",
            "submit,view",
            "api.keys.b.hash",
            "sha256:" + B,
            "api.keys.b.roles",
            "view"));

    @Test
    void knowsACallerByTheKey() {
        assertThat(keys.caller("secret-a")).hasValueSatisfying(caller -> {
            assertThat(caller.name()).isEqualTo("a");
            assertThat(caller.roles()).containsExactlyInAnyOrder("submit", "view");
        });
        assertThat(keys.caller("secret-b"))
                .hasValueSatisfying(caller -> assertThat(caller.name()).isEqualTo("b"));
    }

    @Test
    void knowsNobodyByAnythingElse() {
        assertThat(keys.caller("")).isEmpty();
        assertThat(keys.caller("secret-c")).isEmpty();
        assertThat(keys.caller(A)).isEmpty();
    }
}
