package org.almbridge.doctor;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.almbridge.BridgeConfig;
import org.almbridge.call.AnswerHead;
import org.almbridge.call.AnswerListener;
import org.almbridge.call.Masked;

/** Takes out of a text whatever must not leave the machine: addresses of people, and every secret that the doctor may meet. */
@Singleton
class Scrubber implements AnswerListener {

    private static final String MASK = "***";
    /** ALM's secrets have 32 characters; what is much shorter is none, and would take words out of the text. */
    private static final int SHORTEST_SECRET = 8;

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final BridgeConfig config;

    Scrubber(BridgeConfig config) {
        this.config = config;
        BridgeConfig.Alm alm = config.alm();
        Stream.of(alm.accessToken(), alm.oauth().clientSecret(), alm.oauth().refreshToken())
                .forEach(secret -> secret.ifPresent(secrets::add));
    }

    /** Tokens that ALM has given are in no configuration. */
    @Override
    public void answered(AnswerHead answer) {
        if (config.doctor().enabled()) {
            answer.authorization()
                    .map(header -> header.substring(header.indexOf(' ') + 1))
                    .ifPresent(secrets::add);
        }
    }

    String scrubbed(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = secret.length() < SHORTEST_SECRET ? clean : clean.replace(secret, MASK);
        }
        return Masked.text(clean);
    }
}
