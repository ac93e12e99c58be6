package org.almbridge.transfer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.almbridge.BridgeConfig;
import org.almbridge.LedgerChoice;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.flywaydb.core.Flyway;

/**
 * Carries the ledger over instead of starting the bridge: before anything is checked that only a bridge needs, before the
 * ledger is opened for work, and before there is any route.
 */
@Singleton
class TransferStart {

    private static final int BEFORE_THE_CHECKS = 0;

    private final BridgeConfig config;
    private final Clock clock;
    private final Instance<AgroalDataSource> sqlite;
    private final Instance<AgroalDataSource> postgresql;
    private final Instance<Flyway> sqliteSchema;
    private final Instance<Flyway> postgresqlSchema;

    TransferStart(
            BridgeConfig config,
            Clock clock,
            @DataSource("sqlite") Instance<AgroalDataSource> sqlite,
            @DataSource("postgresql") Instance<AgroalDataSource> postgresql,
            @FlywayDataSource("sqlite") Instance<Flyway> sqliteSchema,
            @FlywayDataSource("postgresql") Instance<Flyway> postgresqlSchema) {
        this.config = config;
        this.clock = clock;
        this.sqlite = sqlite;
        this.postgresql = postgresql;
        this.sqliteSchema = sqliteSchema;
        this.postgresqlSchema = postgresqlSchema;
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
        String url = config.ledger().url();
        boolean shared = LedgerChoice.isShared(url);
        return new Store(url, (shared ? postgresql : sqlite).get(), (shared ? postgresqlSchema : sqliteSchema).get());
    }
}
