package org.almbridge.support;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL on loopback. */
public final class Postgres implements AutoCloseable {

    public static final String USER = "postgres";

    private static final int MOST_CONNECTIONS = 20;

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path directory;
    private EmbeddedPostgres server;
    private String template;

    private Postgres(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    /** One for all tests of this JVM, which ends it; what is in it is as durable as a test needs. */
    public static Postgres shared() {
        return Shared.SERVER;
    }

    /** One of the caller's own, with its data in that folder. */
    public static Postgres start(Path directory) {
        try {
            return new Postgres(directory, builder(directory).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path directory) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "100");
    }

    /** As a failover does: all connections end at once, and after a while the same data are served at the same place. */
    public void restart(Runnable meanwhile) throws IOException {
        int port = server.getPort();
        server.close();
        meanwhile.run();
        server = builder(directory).setPort(port).start();
    }

    /** The address of an empty database; its user is {@link #USER}, its password is not asked for. */
    public String newDatabase() {
        return newDatabase("");
    }

    /** The same with the tables of a ledger in it, which are copied and not made once more. */
    public synchronized String newLedger() {
        if (template == null) {
            String url = newDatabase();
            Flyway.configure()
                    .dataSource(dataSource(url))
                    .locations("db/ledger", "db/ledger-postgresql")
                    .load()
                    .migrate();
            template = url.substring(url.lastIndexOf('/') + 1);
        }
        return newDatabase(" TEMPLATE " + template);
    }

    private String newDatabase(String how) {
        String name = "bridge" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + how);
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connections to what {@link #newDatabase()} has told. */
    public static PGSimpleDataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(USER);
        return dataSource;
    }

    /** The same, kept open and used again as the bridge does it: PostgreSQL takes longer to open one than most tests for the rest. */
    public static AgroalDataSource pool(String url) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(MOST_CONNECTIONS)
                            .connectionFactoryConfiguration(connections -> connections
                                    .connectionProviderClass(Driver.class)
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(USER)))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static final class Shared {
        static final Postgres SERVER = start();

        private static Postgres start() {
            try {
                return new Postgres(
                        null,
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "off")
                                .setServerConfig("full_page_writes", "off")
                                .setServerConfig("wal_level", "minimal")
                                .setServerConfig("max_wal_senders", "0")
                                .setServerConfig("max_connections", "300")
                                .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
