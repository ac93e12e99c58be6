package org.almbridge.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.almbridge.LedgerChoice;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;

/** Where the ledger of this process is kept, and the way there; nothing is opened before it is asked for. */
@Singleton
public class LedgerSource {

    /** Leads to {@code bridge.ledger.url}, and in the profile doctor to a ledger to throw away. */
    private static final String URL = "quarkus.datasource.sqlite.jdbc.url";

    private final String url;
    private final Instance<AgroalDataSource> dataSource;
    private final Instance<Flyway> flyway;

    LedgerSource(
            Config properties,
            @DataSource("sqlite") Instance<AgroalDataSource> sqlite,
            @FlywayDataSource("sqlite") Instance<Flyway> sqliteSchema,
            @DataSource("postgresql") Instance<AgroalDataSource> postgresql,
            @FlywayDataSource("postgresql") Instance<Flyway> postgresqlSchema) {
        url = properties.getValue(URL, String.class);
        boolean shared = LedgerChoice.isShared(url);
        dataSource = shared ? postgresql : sqlite;
        flyway = shared ? postgresqlSchema : sqliteSchema;
    }

    public String url() {
        return url;
    }

    /** Whether other processes may work on the same ledger. */
    public boolean isShared() {
        return LedgerChoice.isShared(url);
    }

    public javax.sql.DataSource dataSource() {
        return dataSource.get();
    }

    /** Knows the schema of this release, and brings it there. */
    public Flyway flyway() {
        return flyway.get();
    }
}
