package org.almbridge.support;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells, as any receiver of Standard Webhooks does, whether a request is signed; by nothing of the bridge's own. */
final class WebhookCheck {

    /** What a receiver has that was not given the new one yet. */
    static final String OLD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    static final String NEW_SECRET = "whsec_2qJ4vQ8Zb0cXoM3mXk9TtPpQ0uYw5nRrGd7eLh1sVfA=";

    /** As the bridge has them while one takes the place of the other. */
    static final String SECRETS = NEW_SECRET + " " + OLD_SECRET;

    private WebhookCheck() {}

    static boolean isSigned(String secret, Headers headers, byte[] content) {
        String id = headers.getFirst("webhook-id");
        String timestamp = headers.getFirst("webhook-timestamp");
        String signatures = headers.getFirst("webhook-signature");
        if (id == null || id.contains(".") || timestamp == null || signatures == null) {
            return false;
        }
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(content);
        return List.of(signatures.split(" ")).contains("v1," + hmac(secret, signed.toByteArray()));
    }

    private static String hmac(String secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
