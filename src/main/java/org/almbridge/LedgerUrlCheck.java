package org.almbridge;

import java.net.URI;
import java.util.Optional;

/** Refuses to send people's data over a network by a connection of which nobody has said how it is secured. */
public final class LedgerUrlCheck {

    private LedgerUrlCheck() {}

    /** @return what is wrong, with the remedy; empty when nothing is */
    public static Optional<String> problem(String url) {
        if (!LedgerChoice.isShared(url) || url.contains("sslmode=")) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = URI.create(url.substring("jdbc:".length()));
        } catch (IllegalArgumentException e) {
            return Optional.of("bridge.ledger.url is no address: write it as"
                    + " jdbc:postgresql://db.example.com:5432/bridge?sslmode=verify-full");
        }
        return uri.getHost() != null && Loopback.is(uri.getHost())
                ? Optional.empty()
                : Optional.of(
                        "bridge.ledger.url leads to another machine and does not say how the connection is secured:"
                                + " add sslmode=verify-full, with sslrootcert=<file> for a certificate authority of your own, or"
                                + " sslmode=disable where the network itself is trusted");
    }
}
