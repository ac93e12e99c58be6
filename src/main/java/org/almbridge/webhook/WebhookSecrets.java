package org.almbridge.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.almbridge.BridgeConfig;

/** What messages are signed with: one secret, or several while one takes the place of another. */
@Singleton
public class WebhookSecrets {

    private static final String KEY = "bridge.webhooks.secret";
    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<SecretKeySpec> secrets;

    @Inject
    WebhookSecrets(BridgeConfig config) {
        this(config.webhooks().secret());
    }

    WebhookSecrets(Optional<String> configured) {
        secrets = texts(configured)
                .map(text -> new SecretKeySpec(bytes(text).orElseThrow(), HMAC))
                .toList();
    }

    /** Repeats no secret. */
    public static List<String> problems(Optional<String> configured) {
        List<String> problems = new ArrayList<>();
        if (texts(configured).anyMatch(text -> bytes(text).isEmpty())) {
            problems.add(
                    KEY + " is no secret for webhooks: give whsec_ and the Base64 text of " + SHORTEST + " to "
                            + LONGEST
                            + " random bytes, as 'echo whsec_$(openssl rand -base64 32)' prints; several are separated by blanks");
        }
        return problems;
    }

    private static Stream<String> texts(Optional<String> configured) {
        return configured.stream().flatMap(text -> Stream.of(text.strip().split("\\s+")));
    }

    private static Optional<byte[]> bytes(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.substring(PREFIX.length())))
                    .filter(bytes -> bytes.length >= SHORTEST && bytes.length <= LONGEST);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean areGiven() {
        return !secrets.isEmpty();
    }

    /**
     * The value of {@code webhook-signature}: one signature for each secret.
     *
     * @param timestamp epoch seconds
     */
    String signatures(String id, long timestamp, byte[] content) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(secret, head, content)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(SecretKeySpec secret, byte[] head, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            mac.update(head);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + HMAC, e);
        }
    }
}
