package org.almbridge.plan;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.RehearsedLedger;
import org.almbridge.ledger.TemporaryLedger;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.eclipse.microprofile.config.Config;

/** Sees to it that the plan of a file works on a ledger of its own, which goes when the process ends. */
@Singleton
class PlanStart {

    private static final int BEFORE_THE_LEDGER = 100;
    private static final int BEHIND_THE_LEDGER = 3_000;
    private static final String LEDGER_URL = "quarkus.datasource.sqlite.jdbc.url";
    private static final String PROFILE = "plan";

    private final BridgeConfig config;
    private final PlannedFile file;
    private final RehearsedLedger ledger;
    private final String ledgerUrl;

    PlanStart(BridgeConfig config, PlannedFile file, RehearsedLedger ledger, Config properties) {
        this.config = config;
        this.file = file;
        this.ledger = ledger;
        this.ledgerUrl = properties.getValue(LEDGER_URL, String.class);
    }

    void prepare(@Observes @Priority(BEFORE_THE_LEDGER) BeforeInitialize event) {
        if (!config.plan().enabled()) {
            return;
        }
        if (!ConfigUtils.isProfileActive(PROFILE)) {
            throw new ConfigurationException("bridge.plan.enabled is set by the profile: give -Dquarkus.profile=plan");
        }
        file.check();
        TemporaryLedger.removeAtTheEnd(ledgerUrl);
    }

    void learn(@Observes @Priority(BEHIND_THE_LEDGER) BeforeInitialize event) throws SQLException {
        if (config.plan().enabled()) {
            ledger.learn();
        }
    }
}
