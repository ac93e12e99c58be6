package org.almbridge.token;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Tells the operator what the access token needs: at once, seldom again while it lasts, and once when it is over. */
@Singleton
class TokenAlarm {

    private static final Logger LOG = Logger.getLogger(TokenAlarm.class);
    private static final long QUIET_MS = 1_800_000;
    private static final String PAUSED =
            ". Dispatch is paused: everybody waits in the ledger, and ALM is asked again from time to time";
    private static final String STILL_GOOD = ". Calls go on with the present token until it ends; ALM is asked again";

    private final Clock clock;
    private TokenTrouble told;
    private boolean toldOfPause;
    private long quietUntil;

    TokenAlarm(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param paused   whether dispatch is paused for it
     * @param evidence what was answered, without any secret
     */
    void raise(TokenTrouble trouble, boolean paused, String evidence) {
        boolean known = trouble == told && paused == toldOfPause;
        if (known && clock.millis() < quietUntil) {
            return;
        }
        told = trouble;
        toldOfPause = paused;
        quietUntil = clock.millis() + QUIET_MS;
        LOG.log(trouble.level(), trouble.text(evidence) + (paused ? PAUSED : STILL_GOOD));
    }

    void over() {
        if (told != null) {
            LOG.info(
                    toldOfPause
                            ? "ALM accepts the access token again: dispatch goes on"
                            : "ALM gives access tokens again");
            told = null;
        }
    }
}
