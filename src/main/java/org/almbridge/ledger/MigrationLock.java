package org.almbridge.ledger;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Has Flyway lock the migrations of a shared ledger by session. By default the lock is held by a transaction that idles
 * for as long as the migrations take, and PostgreSQL ends what idles for longer than a lease.
 */
@Singleton
@FlywayDataSource("postgresql")
class MigrationLock implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration
                .getPluginRegister()
                .getPlugin(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }
}
