package org.almbridge.transfer;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.LedgerSource;
import org.apache.camel.quarkus.main.events.BeforeInitialize;

/**
 * Carries the ledger over instead of starting the bridge: before anything is checked that only a bridge needs, before the
 * ledger is opened for work, and before there is any route.
 */
@Singleton
class TransferStart {

    private static final int BEFORE_THE_CHECKS = 0;

    private final BridgeConfig config;
    private final Clock clock;
    private final LedgerSource ledger;

    TransferStart(BridgeConfig config, Clock clock, LedgerSource ledger) {
        this.config = config;
        this.clock = clock;
        this.ledger = ledger;
    }

    void run(@Observes @Priority(BEFORE_THE_CHECKS) BeforeInitialize event) {
        boolean exports = ConfigUtils.isProfileActive("export");
        if (exports || ConfigUtils.isProfileActive("import")) {
            boolean done = new Transfer(config, clock, this::store, System.out::println).run(exports);
            // Quarkus prints the message, and a stack trace where there is none
            throw new PreventFurtherStepsException(
                    "alm-bridge " + (exports ? "export" : "import") + (done ? " is done" : " has failed"),
                    done ? 0 : 1);
        }
    }

    private Store store() {
        return new Store(ledger.url(), ledger.dataSource(), ledger.flyway());
    }
}
