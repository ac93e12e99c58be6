package org.almbridge.token;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.BridgeConfig;
import org.almbridge.call.AnswerHead;
import org.almbridge.call.AnswerListener;

/**
 * Holds the access token of all calls. It is renewed once for everybody who needs it, ahead of its end or when ALM refuses
 * it. When that does not help, the pause begins: one call a step finds out whether it is over, and nobody else calls.
 */
@Singleton
class Authorisation implements AnswerListener {

    private static final CompletableFuture<Optional<Token>> NONE = CompletableFuture.completedFuture(Optional.empty());

    private final BridgeConfig config;
    private final TokenSource source;
    private final DispatchPause pause;
    private final TokenAlarm alarm;
    private final Clock clock;
    /** {@code null} when there is none that a call could carry. */
    private Token token;
    /** {@code null} when none is under way. */
    private CompletableFuture<Optional<Token>> renewal;

    private int failedRenewals;

    Authorisation(BridgeConfig config, TokenSource source, DispatchPause pause, TokenAlarm alarm, Clock clock) {
        this.config = config;
        this.source = source;
        this.pause = pause;
        this.alarm = alarm;
        this.clock = clock;
        this.token = config.alm().accessToken().map(Token::ready).orElse(null);
    }

    /** The token for a call, at once or when there is a new one; empty when the call must not be made. Never fails. */
    synchronized CompletableFuture<Optional<Token>> token() {
        if (!pause.letsCall()) {
            return NONE;
        }
        if (!isUsable()) {
            return renewed();
        }
        Token good = token;
        if (clock.millis() >= token.refreshAt()) {
            renewed();
        }
        return CompletableFuture.completedFuture(Optional.of(good));
    }

    /** For who was given a token and had to wait for a thread. */
    synchronized Token thisOrNewer(Token granted) {
        return token == null ? granted : token;
    }

    private boolean isUsable() {
        return token != null && clock.millis() < token.expiresAt();
    }

    private CompletableFuture<Optional<Token>> renewed() {
        if (renewal != null) {
            return renewal;
        }
        CompletableFuture<Optional<Token>> started = new CompletableFuture<>();
        renewal = started;
        source.ask().whenComplete((grant, failure) -> started.complete(settled(grant, failure)));
        return started;
    }

    private synchronized Optional<Token> settled(TokenGrant grant, Throwable failure) {
        renewal = null;
        if (failure == null) {
            // ALM gives the same token again while it is good
            boolean same = token != null && token.value().equals(grant.accessToken());
            token = Token.granted(grant, clock.millis(), same && token.accepted());
            failedRenewals = 0;
            if (!pause.isOn()) {
                alarm.over();
            }
            return Optional.of(token);
        }
        if (!(failure instanceof RejectedExecutionException)) { // which says that the bridge stops
            notRenewed(failure);
        }
        return Optional.empty();
    }

    private void notRenewed(Throwable failure) {
        failedRenewals++;
        if (isUsable()) {
            token = token.refreshedAt(clock.millis() + config.retry().backOff(failedRenewals));
        } else {
            token = null;
            pause.begin();
        }
        alarm.raise(TokenTrouble.of(failure), pause.isOn(), TokenTrouble.evidence(failure));
    }

    /** Whatever the call did not carry the token of now is late, or was not for ALM. */
    @Override
    public synchronized void answered(AnswerHead answer) {
        if (token == null || answer.authorization().filter(token::isIn).isEmpty()) {
            return;
        }
        if (answer.status() == 401) {
            refused();
        } else if (answer.status() != 429 && answer.status() < 500) { // neither of which looks at the token
            accepted();
        }
    }

    private void refused() {
        boolean ended = token.accepted();
        if (source.isConfigured()) {
            token = null;
            if (ended && !pause.isOn()) {
                renewed();
                return;
            }
        }
        pause.begin();
        alarm.raise(
                source.isConfigured() ? TokenTrouble.NEW_TOKEN_REFUSED : TokenTrouble.READY_TOKEN_REFUSED,
                true,
                "HTTP 401");
    }

    private void accepted() {
        token = token.acceptedNow();
        if (pause.isProbed()) {
            pause.end();
            alarm.over();
        }
    }
}
