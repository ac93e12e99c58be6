package org.almbridge.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;

/** Names a batch by source, input and content, so that the same input is the same batch however often it is read. */
final class BatchNaming {

    private BatchNaming() {}

    static OpenBatch batch(Exchange exchange) throws IOException, InvalidPayloadException {
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
        return new OpenBatch(id, source, input, feed);
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
