package org.almbridge.health;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.almbridge.ledger.Hold;
import org.almbridge.ledger.Holds;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** ALM answers, and lets the bridge do its work. What slows the work, or what people wanted, is named and does no harm. */
@Singleton
@Readiness
class AlmUsable extends PromptCheck {

    private static final Set<Hold.Reason> HARMLESS = Set.of(Hold.Reason.INDEX_STOPPED, Hold.Reason.PAUSED);

    private final Holds holds;

    AlmUsable(Holds holds) {
        super("alm");
        this.holds = holds;
    }

    @Override
    boolean isWell(HealthCheckResponseBuilder answer) {
        List<Hold> now = holds.now();
        now.forEach(hold -> answer.withData(hold.reason().name(), Since.of(hold.since()) + ": " + text(hold.reason())));
        return now.stream().map(Hold::reason).allMatch(HARMLESS::contains);
    }

    private static String text(Hold.Reason reason) {
        return switch (reason) {
            case TOKEN_REFUSED ->
                "ALM accepts no access token: check bridge.alm.access-token, or bridge.alm.oauth.client-id, client-secret and"
                        + " refresh-token; the log says what ALM answered. Everybody waits in the ledger";
            case SCOPE_MISSING ->
                "ALM forbids every call of an HTTP method: give the application the scopes admin:read,admin:write, by an"
                        + " administrator, and get a new token";
            case ALM_DOWN ->
                "more than half of the last calls to ALM failed: nothing to do here. One learner at a time asks whether it is"
                        + " back, and all goes on by itself";
            case INDEX_STOPPED ->
                "ALM's index takes nobody up: nothing to do here. New people wait, and all goes on by itself";
            case PAUSED -> "somebody has paused dispatch: POST /api/dispatch/resume lets it go on";
        };
    }
}
