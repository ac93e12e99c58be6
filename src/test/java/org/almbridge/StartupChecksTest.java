package org.almbridge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a start needs to be allowed to call ALM. */
class StartupChecksTest {

    private static final String[] CLIENT = {"alm.oauth.client-id", "c", "alm.oauth.client-secret", "s"};
    private static final String[] REFRESH = {"alm.oauth.refresh-token", "r"};
    private static final String[] READY = {"alm.access-token", "t"};

    @Test
    void acceptsAReadyTokenOrTheThreeKeysOrBoth() {
        assertThatCode(start(READY)).doesNotThrowAnyException();
        assertThatCode(start(CLIENT, REFRESH)).doesNotThrowAnyException();
        assertThatCode(start(READY, CLIENT, REFRESH)).doesNotThrowAnyException();
    }

    @Test
    void namesBothWaysWhenThereIsNeither() {
        assertThatThrownBy(start())
                .hasMessageContaining("bridge.alm.access-token is missing")
                .hasMessageContaining("bridge.alm.oauth.client-id, bridge.alm.oauth.client-secret,"
                        + " bridge.alm.oauth.refresh-token");
    }

    @Test
    void namesEachOfTheThreeThatIsMissing() {
        assertThatThrownBy(start(REFRESH))
                .hasMessageContaining("bridge.alm.oauth.client-id is missing")
                .hasMessageContaining("bridge.alm.oauth.client-secret is missing")
                .hasMessageNotContaining("bridge.alm.access-token is missing");
        assertThatThrownBy(start(READY, CLIENT)).hasMessageContaining("bridge.alm.oauth.refresh-token is missing");
    }

    private static ThrowingCallable start(String[]... keysAndValues) {
        String[] all = Stream.concat(
                        Stream.of("alm.base-url", "https://example.com"),
                        Arrays.stream(keysAndValues).flatMap(Arrays::stream))
                .toArray(String[]::new);
        return () -> new StartupChecks(TestConfig.bridge(all)).check(null);
    }
}
