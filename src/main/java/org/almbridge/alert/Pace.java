package org.almbridge.alert;

import jakarta.inject.Singleton;
import java.util.Set;
import org.almbridge.BridgeConfig;

/** Decides when people are told: not of every hiccup, not again and again, and not for ever of what is over. */
@Singleton
class Pace {

    private final long afterMs;
    private final long coolDownMs;

    Pace(BridgeConfig config) {
        this.afterMs = config.alerts().afterMs();
        this.coolDownMs = config.alerts().coolDownMs();
    }

    /**
     * The next standing of an alert.
     *
     * @param before  {@code null} when nothing was told of it
     * @param finding {@code null} when it is not so
     * @param since   epoch milliseconds from which on it has been so, or has not
     * @return {@code null} when there is nothing to remember
     */
    Standing next(Standing before, Finding finding, long since, long now, Set<Integer> endpoints) {
        boolean lasts = now - since >= afterMs;
        if (before != null && before.isFiring()) {
            return whileFiring(before, finding, lasts, now, endpoints);
        }
        boolean coolDown = before != null && now - before.firedAt() < coolDownMs;
        if (finding != null && lasts && !coolDown) {
            return Standing.firing(finding, since, now, endpoints);
        }
        boolean isForgotten =
                before != null && !coolDown && (before.owed().isEmpty() || now - before.at() >= coolDownMs);
        return isForgotten ? null : before;
    }

    private Standing whileFiring(Standing before, Finding finding, boolean lasts, long now, Set<Integer> endpoints) {
        if (finding == null) {
            return lasts ? before.resolved(now) : before;
        }
        return finding.reminds() && now - before.firedAt() >= coolDownMs
                ? before.reminder(finding, now, endpoints)
                : before;
    }
}
