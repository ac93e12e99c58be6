package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.almbridge.learner.HeldRow;
import org.almbridge.ledger.HeldBatches;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.ExpressionAdapter;

/** Cuts the rows of a batch that was held into chunks, as {@link BatchRows} does with an input. */
@Singleton
@Named("heldRows")
class HeldRows extends ExpressionAdapter {

    private final HeldBatches held;

    HeldRows(HeldBatches held) {
        this.held = held;
    }

    @Override
    public Object evaluate(Exchange exchange) {
        return new HeldChunks(held, BatchVariables.held(exchange).id());
    }

    private static final class HeldChunks extends Chunks {
        private final HeldBatches held;
        private final String batch;
        private int last = -1; // rows of a topic count from 0

        HeldChunks(HeldBatches held, String batch) {
            this.held = held;
            this.batch = batch;
        }

        @Override
        List<Row> read() {
            try {
                List<HeldRow> rows = held.rows(batch, last, SIZE);
                last = rows.isEmpty() ? last : rows.get(rows.size() - 1).number();
                return rows.stream()
                        .map(row -> new Row(row.number(), row.row()))
                        .toList();
            } catch (SQLException e) {
                throw RuntimeCamelException.wrapRuntimeCamelException(e);
            }
        }
    }
}
