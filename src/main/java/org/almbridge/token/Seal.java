package org.almbridge.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.almbridge.Sha256;

/** Closes a text so that only who knows the same secrets can open it: AES-GCM, the key made from the secrets. */
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    Seal(String... secrets) {
        MessageDigest digest = Sha256.digest();
        for (String secret : secrets) {
            digest.update(secret.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        key = new SecretKeySpec(digest.digest(), "AES");
    }

    String close(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + closed.length)
                            .put(nonce)
                            .put(closed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has AES
        }
    }

    /** Empty when the text was closed by other secrets. */
    Optional<String> open(String sealed) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] closed = new byte[bytes.remaining()];
            bytes.get(closed);
            return Optional.of(new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(closed), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
