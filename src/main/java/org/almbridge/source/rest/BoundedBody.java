package org.almbridge.source.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.Message;

/** Reads the body of an answer into memory, unless it is more than that may hold. */
final class BoundedBody {

    private BoundedBody() {}

    /** Empty when the body is longer than that. */
    static Optional<byte[]> read(Message message, int maxBytes) throws IOException {
        try (InputStream body = message.getBody(InputStream.class)) {
            if (body == null) {
                return Optional.of(new byte[0]);
            }
            byte[] bytes = body.readNBytes(maxBytes + 1);
            return Optional.of(bytes).filter(read -> read.length <= maxBytes);
        }
    }

    /** Lets go of a body that nobody needs. */
    static void drop(Message message) throws IOException {
        try (InputStream body = message.getBody(InputStream.class)) {
            message.setBody(null);
        }
    }
}
