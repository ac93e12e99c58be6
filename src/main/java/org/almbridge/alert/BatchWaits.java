package org.almbridge.alert;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.almbridge.ledger.LedgerSigns;

/** A batch waits for an approval. It is told of once: to decline it, nothing is done. */
@Singleton
class BatchWaits extends WatchedByOne {

    static final String ALERT = "BatchWaits";

    private final LedgerSigns signs;

    BatchWaits(Duty duty, LedgerSigns signs) {
        super(duty, List.of(ALERT));
        this.signs = signs;
    }

    @Override
    List<Finding> look() throws SQLException {
        return signs.waitingBatches().stream().map(BatchWaits::finding).toList();
    }

    private static Finding finding(LedgerSigns.WaitingBatch batch) {
        return new Finding(
                ALERT,
                batch.id(),
                Severity.WARNING,
                null,
                "A batch from " + batch.source() + " waits for an approval: " + batch.reason() + ".",
                "Look at the input and its report of rejected rows. When it is right: POST /api/batches/" + batch.id()
                        + "/approve. When it is not, send a corrected one; this one may stay.",
                null,
                false);
    }
}
