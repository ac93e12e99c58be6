package org.almbridge.source;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a broker is talked to, by Kafka's own names. */
enum KafkaSecurity {
    SSL(true, false),
    SASL_SSL(true, true),
    PLAINTEXT(false, false),
    SASL_PLAINTEXT(false, true);

    private final boolean encrypts;
    private final boolean logsIn;

    KafkaSecurity(boolean encrypts, boolean logsIn) {
        this.encrypts = encrypts;
        this.logsIn = logsIn;
    }

    /** @param name {@code null} for what the template does without one */
    static Optional<KafkaSecurity> of(String name) {
        return name == null
                ? Optional.of(SSL)
                : Stream.of(values())
                        .filter(security -> security.name().equals(name))
                        .findFirst();
    }

    static String names() {
        return Stream.of(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    boolean encrypts() {
        return encrypts;
    }

    boolean logsIn() {
        return logsIn;
    }
}
