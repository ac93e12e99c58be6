package org.almbridge.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Supplier;
import org.almbridge.BridgeConfig;

/** Begins rehearsals on what the ledger holds. */
@Singleton
public class Rehearsals {

    private final Supplier<LedgerView> ledger;
    private final RehearsalSchema schema;
    private final BridgeConfig config;
    private final Clock clock;

    @Inject
    Rehearsals(RehearsedLedger ledger, RehearsalSchema schema, BridgeConfig config, Clock clock) {
        this(ledger::view, schema, config, clock);
    }

    Rehearsals(Supplier<LedgerView> ledger, RehearsalSchema schema, BridgeConfig config, Clock clock) {
        this.ledger = ledger;
        this.schema = schema;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Of an input as it would come in now; close it in the end.
     *
     * @param feed whether the source brings rows again by itself, so that only those that differ are people's answer
     */
    public Rehearsal begin(String batchId, String source, String input, boolean feed) throws SQLException {
        return new Rehearsal(
                ledger.get(),
                schema.scripts(),
                new Rehearsal.Input(batchId, source, input, feed),
                config.retry().giveUpAfterMs(),
                clock.millis());
    }
}
