package org.almbridge.token;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.StateLedger;
import org.jboss.logging.Logger;

/**
 * The refresh token of now. ALM may replace it with every use, so a replacement is kept in the ledger, sealed by what is
 * configured: it is of no use to who has the ledger alone, and a change of the configuration leaves it behind.
 */
@Singleton
class RefreshToken {

    private static final Logger LOG = Logger.getLogger(RefreshToken.class);
    private static final String NAME = "refresh-token";

    private final BridgeConfig config;
    private final StateLedger state;
    private volatile String current;
    private volatile boolean replaced;

    RefreshToken(BridgeConfig config, StateLedger state) {
        this.config = config;
        this.state = state;
    }

    String current() throws SQLException {
        if (current == null) {
            Optional<String> kept = state.get(NAME).flatMap(seal()::open);
            current = kept.orElseGet(this::configured);
        }
        return current;
    }

    /** @param granted what ALM's answer names, blank when it names none */
    CompletableFuture<?> replacedBy(String granted) {
        if (granted.isBlank() || granted.equals(current)) {
            return CompletableFuture.completedFuture(null);
        }
        current = granted;
        replaced = true;
        return state.put(NAME, seal().close(granted)).handle((done, failure) -> {
            if (failure != null) {
                LOG.warn(
                        "ALM has replaced the refresh token, and the ledger could not keep the new one: after a restart"
                                + " bridge.alm.oauth.refresh-token may need a new value");
            }
            return null;
        });
    }

    /** What ALM has replaced the configured one by, empty while it has not. */
    Optional<String> replacement() {
        return Optional.ofNullable(current).filter(token -> !token.equals(configured()));
    }

    /** The same, unless it was known before this process began. */
    Optional<String> replacementOfThisProcess() {
        return replaced ? replacement() : Optional.empty();
    }

    private Seal seal() {
        BridgeConfig.Oauth oauth = config.alm().oauth();
        return new Seal(oauth.clientId().orElseThrow(), oauth.clientSecret().orElseThrow(), configured());
    }

    private String configured() {
        return config.alm().oauth().refreshToken().orElseThrow();
    }
}
