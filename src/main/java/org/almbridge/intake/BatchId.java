package org.almbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Derives the id of a batch from source, input and content, so that the same input is the same batch. */
public final class BatchId {

    private static final int BYTES = 16;

    private BatchId() {}

    public static String of(String source, String input, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        digest.update((source + '\0' + input + '\0').getBytes(StandardCharsets.UTF_8));
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
