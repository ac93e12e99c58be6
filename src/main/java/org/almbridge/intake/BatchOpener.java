package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.almbridge.ledger.BatchLedger;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Names a batch by source, input and content, so that the same input is the same batch however often it is read. */
@Singleton
@Named("openBatch")
class BatchOpener implements Processor {

    /** As the W3C names it; Camel's tracing sets it. */
    private static final String TRACE_CONTEXT = "traceparent";

    private final BatchLedger ledger;

    BatchOpener(BatchLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        String source = exchange.getVariable(BatchVariables.SOURCE, String.class);
        String input = exchange.getVariable(BatchVariables.INPUT, String.class);
        if (exchange.getMessage().getBody() == null) {
            // a consumer may bring nothing, which the format's reader then says
            exchange.getMessage().setBody(new byte[0]);
        }
        boolean feed = exchange.getVariable(BatchVariables.FEED, false, Boolean.class);
        String id;
        try (InputStream content = content(exchange.getMessage())) {
            id = BatchId.of(source, input, content);
        }
        ledger.open(id, source, input, exchange.getMessage().getHeader(TRACE_CONTEXT, String.class));
        BatchVariables.batch(exchange, new OpenBatch(id, source, input, feed));
    }

    private static InputStream content(Message message) throws InvalidPayloadException {
        return message.getBody() instanceof JsonRecords input
                ? new ByteArrayInputStream(first(input))
                : message.getMandatoryBody(InputStream.class);
    }

    /** How many records come with the first one is chance, and differs when they come again. */
    private static byte[] first(JsonRecords input) {
        JsonRecords.JsonRecord first = input.records().get(0);
        byte[] value = first.value() == null ? new byte[0] : first.value();
        return ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(first.sentAt())
                .put(value)
                .array();
    }
}
