package org.almbridge.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.almbridge.SteppedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenAlarmTest {

    private static final Logger LOG = Logger.getLogger(TokenAlarm.class.getName());

    private final List<String> lines = new ArrayList<>();
    private final SteppedClock clock = new SteppedClock();
    private final TokenAlarm alarm = new TokenAlarm(clock);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
    }

    @Test
    void namesTheKeysAndTheRemedyOnceAndSeldomAgain() {
        for (int minute = 0; minute < 60; minute++) {
            alarm.raise(TokenTrouble.REFRESH_REFUSED, true, "HTTP 400");
            clock.advance(60_000);
        }

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith("ERROR ")
                .contains("(HTTP 400)", "bridge.alm.oauth.refresh-token", "restart", "Dispatch is paused");
    }

    @Test
    void saysAtOnceWhatHasChanged() {
        alarm.raise(TokenTrouble.ALM_FAILS, false, "HTTP 503");
        alarm.raise(TokenTrouble.ALM_FAILS, true, "HTTP 503");
        alarm.raise(TokenTrouble.REFRESH_REFUSED, true, "HTTP 400");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("Calls go on");
        assertThat(lines.get(1)).contains("Dispatch is paused");
    }

    @Test
    void saysOnceThatItIsOver() {
        alarm.over();
        alarm.raise(TokenTrouble.READY_TOKEN_REFUSED, true, "HTTP 401");
        alarm.over();
        alarm.over();
        alarm.raise(TokenTrouble.READY_TOKEN_REFUSED, true, "HTTP 401");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).isEqualTo("INFO ALM accepts the access token again: dispatch goes on");
    }
}
