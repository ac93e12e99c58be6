package org.almbridge.alert;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.LedgerSigns;

/** Somebody has been due for too long. */
@Singleton
class OldestDueTooOld extends WatchedByOne {

    static final String ALERT = "OldestDueTooOld";

    private final LedgerSigns signs;
    private final OptionalLong most;
    private final Clock clock;

    OldestDueTooOld(Duty duty, LedgerSigns signs, BridgeConfig config, Clock clock) {
        super(duty, List.of(ALERT));
        this.signs = signs;
        this.most = config.alerts().oldestDueMs();
        this.clock = clock;
    }

    @Override
    List<Finding> look() throws SQLException {
        Optional<Long> due = most.isEmpty() ? Optional.empty() : signs.firstDue();
        if (due.isEmpty() || clock.millis() - due.get() <= most.getAsLong()) {
            return List.of();
        }
        long seconds = Duration.ofMillis(clock.millis() - due.get()).toSeconds();
        return List.of(new Finding(
                ALERT,
                Severity.WARNING,
                "Somebody has been due for " + seconds + " s.",
                "See whether another alert says why. Otherwise ALM's limit of calls is the reason: the input is more than it"
                        + " lets through in that time. Ask ALM's support for a higher one, or raise"
                        + " bridge.alerts.oldest-due-ms.",
                seconds));
    }
}
