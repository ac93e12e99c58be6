package org.almbridge.learner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptTest {

    private final Attempt started = Attempt.started(1, AlmCall.CREATE_USER, null, 10);

    @Test
    void isOfUnknownOutcomeUntilItEnds() {
        assertThat(started.isUnknown()).isTrue();
        assertThat(started.succeeded(20, 200, "gw").isUnknown()).isFalse();
        assertThat(started.failed(20, 400, FailureClass.REJECTED, "gw", "{}").isUnknown())
                .isFalse();
        assertThat(started.failed(20, null, FailureClass.UNKNOWN_OUTCOME, null, "reset")
                        .isUnknown())
                .isTrue();
    }

    @Test
    void shortensABodyThatIsTooLong() {
        String longest = "x".repeat(2_000);

        assertThat(failed(longest).body()).isEqualTo(longest);
        assertThat(failed(longest + "y").body()).isEqualTo(longest + "...");
        assertThat(failed(null).body()).isNull();
    }

    private Attempt failed(String body) {
        return started.failed(20, 502, FailureClass.UNKNOWN_OUTCOME, null, body);
    }
}
