package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import org.almbridge.intake.BatchVariables;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Tells by the media type how the rows of a batch are written. */
@Singleton
@Named("chooseFormat")
class BatchFormat implements Processor {

    static final Map<String, String> FORMATS = Map.of(
            "text/csv", "csv",
            "application/x-ndjson", "ndjson",
            "application/ndjson", "ndjson",
            "application/jsonl", "ndjson");

    @Override
    public void process(Exchange exchange) throws ProblemException {
        exchange.setVariable(BatchVariables.FORMAT, FORMATS.get(MediaTypes.require(exchange, FORMATS.keySet())));
    }
}
