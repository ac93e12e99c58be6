package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void saysWhatTheInnermostCauseSays() {
        assertThat(Reason.of(new IllegalStateException("outer", new IOException("one\n  two"))))
                .isEqualTo("one two");
    }

    @Test
    void staysInOneLineWhateverAServerSays() {
        assertThat(Reason.firstLine(new IOException("one\ntwo"))).isEqualTo("one");
        assertThat(Reason.firstLine(new IOException(""))).isEmpty();
    }

    @Test
    void namesTheKindOfAFailureWithoutAMessage() {
        assertThat(Reason.firstLine(new IOException())).isEqualTo("IOException");
        assertThat(Reason.of(new IOException())).isEqualTo("IOException");
    }
}
