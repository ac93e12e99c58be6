package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collections;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;

/** Cuts the input of a batch into chunks of rows. */
@Singleton
@Named("batchRows")
class BatchRows extends ExpressionAdapter {

    private final InputRows inputs;

    BatchRows(InputRows inputs) {
        this.inputs = inputs;
    }

    @Override
    public Object evaluate(Exchange exchange) {
        OpenBatch batch = BatchVariables.batch(exchange);
        try {
            Rows rows = inputs.open(exchange);
            batch.ignoredColumns(rows.ignoredColumns());
            return new RowChunks(rows, batch);
        } catch (IOException e) {
            batch.failed(e);
            return Collections.emptyIterator();
        }
    }
}
