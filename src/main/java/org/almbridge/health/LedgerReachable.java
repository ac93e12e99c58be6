package org.almbridge.health;

import io.smallrye.health.api.HealthGroup;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.almbridge.ledger.LedgerDatabase;
import org.almbridge.ledger.LedgerOutage;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Work can be recorded; it is all that a push over HTTP needs, so whoever shares out requests asks for this group alone. */
@Singleton
@Readiness
@HealthGroup("api")
class LedgerReachable extends PromptCheck {

    private final LedgerDatabase ledger;

    LedgerReachable(LedgerDatabase ledger) {
        super("ledger");
        this.ledger = ledger;
    }

    @Override
    boolean isWell(HealthCheckResponseBuilder answer) {
        Optional<LedgerOutage> outage = ledger.outage();
        outage.ifPresent(away -> answer.withData(
                "reason",
                "The ledger cannot be reached " + Since.of(away.since()) + " (" + away.reason()
                        + "): all work waits until it can. Check the database of bridge.ledger.url and the network"));
        if (outage.isEmpty() && !ledger.isSureOfItsLease()) {
            answer.withData(
                    "reason",
                    "The ledger has not answered for longer than bridge.ledger.lease-ms: other bridges may go on with the"
                            + " work of this one. Check the database of bridge.ledger.url and the network");
            return false;
        }
        return outage.isEmpty();
    }
}
