package org.almbridge.transfer;

import java.util.Arrays;
import java.util.Comparator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Which schema a ledger has, beside the one of this release. */
final class Schema {

    private final MigrationInfoService migrations;

    Schema(Flyway flyway) {
        migrations = flyway.info();
    }

    /** The last of this release that both stores have; a migration of one store alone has a point in its number. */
    int ofThisRelease() {
        return Arrays.stream(migrations.all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null && version.getVersion().matches("[0-9]+"))
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .map(Integer::valueOf)
                .orElseThrow();
    }

    boolean isMissing() {
        return migrations.current() == null;
    }

    boolean isOlder() {
        return migrations.pending().length > 0;
    }

    boolean isNewer() {
        return Arrays.stream(migrations.applied())
                .anyMatch(migration -> !migration.getState().isResolved());
    }
}
