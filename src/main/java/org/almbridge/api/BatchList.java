package org.almbridge.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringEncoder;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.almbridge.ledger.Batch;
import org.almbridge.ledger.BatchPage;
import org.almbridge.ledger.BatchesView;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers with batches, newest first, and with the address of those that follow. */
@Singleton
@Named("listBatches")
class BatchList implements Processor {

    private final BatchesView batches;

    BatchList(BatchesView batches) {
        this.batches = batches;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        BatchPage page = BatchQuery.read(exchange);
        // one more tells whether there is a next page
        List<Batch> found = batches.list(new BatchPage(page.source(), page.state(), page.limit() + 1, page.before()));
        List<Batch> shown = found.subList(0, Math.min(found.size(), page.limit()));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var array = json.putArray("batches");
        for (Batch batch : shown) {
            ObjectNode one = array.addObject();
            BatchDocument.describe(one, batch);
        }
        json.put("next", found.size() > shown.size() ? next(page, shown.get(shown.size() - 1)) : null);
        Answer.json(exchange, 200, json);
    }

    private static String next(BatchPage page, Batch last) {
        QueryStringEncoder address = new QueryStringEncoder("/api/batches");
        if (page.source() != null) {
            address.addParam(BatchQuery.SOURCE, page.source());
        }
        if (page.state() != null) {
            address.addParam(BatchQuery.STATE, BatchQuery.name(page.state()));
        }
        address.addParam(BatchQuery.LIMIT, String.valueOf(page.limit()));
        address.addParam(BatchQuery.BEFORE, BatchQuery.cursor(last));
        return address.toString();
    }
}
