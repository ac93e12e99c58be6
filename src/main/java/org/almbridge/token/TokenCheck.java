package org.almbridge.token;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Tries out whether ALM gives and accepts access tokens, for who examines the configuration. */
@Singleton
public class TokenCheck {

    /**
     * What came of a renewal.
     *
     * @param lifetimeMs milliseconds for which the token is good, 0 when there is none
     * @param problem    what is wrong and the remedy, {@code null} when nothing is
     */
    public record Renewal(long lifetimeMs, String problem) {}

    private final TokenSource source;
    private final RefreshToken refreshToken;

    TokenCheck(TokenSource source, RefreshToken refreshToken) {
        this.source = source;
        this.refreshToken = refreshToken;
    }

    /** False when all there is is the ready token of the configuration. */
    public boolean renewsItself() {
        return source.isConfigured();
    }

    /** Never fails. */
    public CompletableFuture<Renewal> renew() {
        return source.ask()
                .handle((grant, failure) -> failure == null
                        ? new Renewal(grant.lifetimeMs(), null)
                        : new Renewal(0, TokenTrouble.of(failure).text(TokenTrouble.evidence(failure))));
    }

    /** What it means, and the remedy, when ALM refuses the token of a call. */
    public String refusal() {
        return (renewsItself() ? TokenTrouble.NEW_TOKEN_REFUSED : TokenTrouble.READY_TOKEN_REFUSED).text("HTTP 401");
    }

    /** The refresh token that ALM has given instead of the configured one, empty while it has given none. */
    public Optional<String> replacement() {
        return renewsItself() ? refreshToken.replacement() : Optional.empty();
    }

    /** The same, as far as it is given by ALM since this process began. */
    public Optional<String> replacementOfThisProcess() {
        return renewsItself() ? refreshToken.replacementOfThisProcess() : Optional.empty();
    }
}
