package org.almbridge.alert;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.LedgerSigns;

/** Too many of those who were finished within the last hour need a person. */
@Singleton
class SuccessRateLow extends WatchedByOne {

    static final String ALERT = "SuccessRateLow";

    /** Of fewer learners a share says nothing. */
    static final int FEW = 20;

    private final LedgerSigns signs;
    private final OptionalDouble least;

    SuccessRateLow(Duty duty, LedgerSigns signs, BridgeConfig config) {
        super(duty, List.of(ALERT));
        this.signs = signs;
        this.least = config.alerts().successRate();
    }

    @Override
    List<Finding> look() throws SQLException {
        if (least.isEmpty()) {
            return List.of();
        }
        LedgerSigns.Finished finished = signs.finished(Duration.ofHours(1).toMillis());
        double rate = finished.successRate();
        return finished.all() < FEW || rate >= least.getAsDouble()
                ? List.of()
                : List.of(new Finding(
                        ALERT,
                        Severity.WARNING,
                        String.format(
                                Locale.ROOT,
                                "Of %d learners finished within the last hour %d need a person.",
                                finished.all(),
                                finished.escalated()),
                        "Look at the failure classes of the escalations: one that stands out names the cause, as a wrong"
                                + " course or a column mixed up.",
                        rate));
    }
}
