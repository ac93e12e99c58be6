package org.almbridge.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.almbridge.Sha256;
import org.almbridge.intake.BatchId;
import org.apache.camel.Exchange;

/**
 * Names what is pushed, so that a repeated request is the same batch: by the caller and their Idempotency-Key, or else by the
 * caller and the content. The key goes into the name as a hash, because nothing keeps callers from making keys of addresses.
 */
final class PushName {

    private static final int HASH_BYTES = 16;

    private PushName() {}

    static String of(Exchange exchange, Path content) throws IOException {
        String key = exchange.getVariable(PushVariables.IDEMPOTENCY_KEY, String.class);
        return exchange.getVariable(PushVariables.CALLER, String.class) + "/" + name(key, content);
    }

    private static String name(String key, Path content) throws IOException {
        if (key == null) {
            return "content-" + id("", content);
        }
        return "key-" + HexFormat.of().formatHex(Sha256.of(key), 0, HASH_BYTES);
    }

    /** Of the batch of that name. */
    static String id(String name, Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            return BatchId.of(BatchNamer.SOURCE, name, in);
        }
    }
}
