package org.almbridge.health;

import jakarta.inject.Singleton;
import org.almbridge.ledger.LedgerDatabase;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** The one thread that writes is there, whether or not its store is. */
@Singleton
@Liveness
class LedgerWriterAlive extends PromptCheck {

    private final LedgerDatabase ledger;

    LedgerWriterAlive(LedgerDatabase ledger) {
        super("ledger-writer");
        this.ledger = ledger;
    }

    @Override
    boolean isWell(HealthCheckResponseBuilder answer) {
        if (ledger.hasWriter()) {
            return true;
        }
        answer.withData("reason", "The thread that writes the ledger has ended: restart the bridge");
        return false;
    }
}
