package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.almbridge.ledger.BatchLedger;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Names a batch by source, input and content, so that the same input is the same batch however often it is read. */
@Singleton
@Named("openBatch")
class BatchOpener implements Processor {

    private static final int ID_BYTES = 16;

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
        String id;
        try (InputStream content = content(exchange.getMessage())) {
            id = id(source, input, content);
        }
        ledger.open(id, source, input);
        BatchVariables.batch(exchange, new OpenBatch(id, source, input));
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

    static String id(String source, String input, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        digest.update((source + '\0' + input + '\0').getBytes(StandardCharsets.UTF_8));
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
