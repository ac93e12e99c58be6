package org.almbridge.alert;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.LedgerSigns;

/** Learners need a person. */
@Singleton
class EscalationsOpen extends WatchedByOne {

    static final String ALERT = "EscalationsOpen";

    private final LedgerSigns signs;
    private final long least;

    EscalationsOpen(Duty duty, LedgerSigns signs, BridgeConfig config) {
        super(duty, List.of(ALERT));
        this.signs = signs;
        this.least = config.alerts().escalations();
    }

    @Override
    List<Finding> look() throws SQLException {
        long open = signs.escalatedLearners();
        return open < least
                ? List.of()
                : List.of(new Finding(
                        ALERT,
                        Severity.WARNING,
                        "Learners who need a person: " + open + ".",
                        "Work through the records at bridge.escalation.endpoints; each says what to do. Then replay or dismiss them.",
                        open));
    }
}
