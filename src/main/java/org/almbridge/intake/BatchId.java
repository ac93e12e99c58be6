package org.almbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.almbridge.Sha256;

/** Derives the id of a batch from source, input and content, so that the same input is the same batch. */
public final class BatchId {

    private static final int BYTES = 16;

    private BatchId() {}

    public static String of(String source, String input, InputStream content) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update((source + '\0' + input + '\0').getBytes(StandardCharsets.UTF_8));
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
