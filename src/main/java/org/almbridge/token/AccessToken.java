package org.almbridge.token;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.almbridge.call.AlmCalls;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Signs a call with the access token, as the last step before it: a retry carries the token of its own time, and of many
 * calls that wait for their turn none carries one that has ended meanwhile. Who needs a new token holds no thread.
 */
@Singleton
@Named("accessToken")
class AccessToken extends AsyncProcessorSupport {

    private final Authorisation authorisation;
    private final AlmCalls calls;

    AccessToken(Authorisation authorisation, AlmCalls calls) {
        this.authorisation = authorisation;
        this.calls = calls;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Optional<Token>> token = authorisation.token();
        if (token.isDone()) {
            sign(exchange, token.join());
            callback.done(true);
            return true;
        }
        token.thenAcceptAsync(
                granted -> {
                    sign(exchange, granted.map(authorisation::thisOrNewer));
                    callback.done(false);
                },
                calls.finishing());
        return false;
    }

    private static void sign(Exchange exchange, Optional<Token> token) {
        token.ifPresentOrElse(
                good -> exchange.getMessage().setHeader("Authorization", good.header()),
                () -> exchange.setException(new NoTokenException()));
    }
}
