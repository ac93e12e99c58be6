package org.almbridge.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The schema of this release as SQL for a ledger that lives no longer than a plan, and so needs no history of it. */
@Singleton
class RehearsalSchema {

    /** What only several bridges need is elsewhere. */
    private static final String FOLDER = "db/ledger/";

    private final Supplier<Flyway> flyway;
    private volatile List<String> scripts;

    @Inject
    RehearsalSchema(LedgerSource ledger) {
        this(ledger::flyway);
    }

    RehearsalSchema(Supplier<Flyway> flyway) {
        this.flyway = flyway;
    }

    /** In their order. */
    List<String> scripts() {
        if (scripts == null) {
            scripts = ofThisRelease()
                    .map(MigrationInfo::getScript)
                    .map(RehearsalSchema::script)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return scripts;
    }

    /** Those that every store has. */
    Set<String> versions() {
        return ofThisRelease()
                .filter(migration -> migration.getVersion() != null)
                .map(migration -> migration.getVersion().getVersion())
                .filter(version -> !version.contains("."))
                .collect(Collectors.toSet());
    }

    /** Without what a later one has left in the ledger's history. */
    private Stream<MigrationInfo> ofThisRelease() {
        return Arrays.stream(flyway.get().info().all())
                .filter(migration -> migration.getState().isResolved());
    }

    private static Optional<String> script(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        // with or without its folder, as Flyway was told where to look
        try (InputStream script = loader.getResourceAsStream(FOLDER + name.substring(name.lastIndexOf('/') + 1))) {
            return script == null
                    ? Optional.empty()
                    : Optional.of(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
