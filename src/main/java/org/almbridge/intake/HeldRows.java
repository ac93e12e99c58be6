package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.almbridge.learner.HeldRow;
import org.almbridge.ledger.HeldBatches;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.ExpressionAdapter;

/** Cuts the rows of a batch that was held into chunks, as {@link BatchRows} does with an input. */
@Singleton
@Named("heldRows")
class HeldRows extends ExpressionAdapter {

    private static final int CHUNK = 500;

    private final HeldBatches held;

    HeldRows(HeldBatches held) {
        this.held = held;
    }

    @Override
    public Object evaluate(Exchange exchange) {
        return new Chunks(BatchVariables.held(exchange).id());
    }

    private final class Chunks implements Iterator<List<Row>> {
        private final String batch;
        private List<Row> next;
        private int last = -1; // rows of a topic count from 0

        Chunks(String batch) {
            this.batch = batch;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = read();
            }
            return !next.isEmpty();
        }

        private List<Row> read() {
            try {
                List<HeldRow> rows = held.rows(batch, last, CHUNK);
                last = rows.isEmpty() ? last : rows.get(rows.size() - 1).number();
                return rows.stream()
                        .map(row -> new Row(row.number(), row.row()))
                        .toList();
            } catch (SQLException e) {
                throw RuntimeCamelException.wrapRuntimeCamelException(e);
            }
        }

        @Override
        public List<Row> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<Row> chunk = next;
            next = null;
            return chunk;
        }
    }
}
