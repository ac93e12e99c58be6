package org.almbridge.token;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.almbridge.call.AlmCalls;
import org.almbridge.ledger.LedgerStep;
import org.apache.camel.Exchange;

/** Takes the access token from ALM's answer; a refresh token that has changed is durable before the route goes on. */
@Singleton
@Named("recordToken")
class TokenRecorder extends LedgerStep {

    /** What ALM documents, for an answer that does not say; a token that ends earlier is refused, and renewed by that. */
    private static final long USUAL_LIFETIME_SECONDS = TimeUnit.DAYS.toSeconds(7);

    private final RefreshToken refreshToken;

    TokenRecorder(RefreshToken refreshToken, AlmCalls calls) {
        super(calls.finishing());
        this.refreshToken = refreshToken;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) throws TokenRefusedException, TokenUnavailableException {
        JsonNode answer = answer(exchange);
        // the last second of a token is told as 0
        long seconds = Math.max(1, answer.path("expires_in").asLong(USUAL_LIFETIME_SECONDS));
        exchange.getMessage()
                .setBody(new TokenGrant(answer.path("access_token").asText(), TimeUnit.SECONDS.toMillis(seconds)));
        return refreshToken.replacedBy(answer.path("refresh_token").asText());
    }

    private static JsonNode answer(Exchange exchange) throws TokenRefusedException, TokenUnavailableException {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (status == 408 || status == 429 || status >= 500) {
            throw new TokenUnavailableException("HTTP " + status);
        }
        if (status != 200 || !(exchange.getMessage().getBody() instanceof JsonNode answer)) {
            throw new TokenRefusedException("HTTP " + status);
        }
        // ALM is known to answer 200 with an error
        if (answer.hasNonNull("error") || answer.path("access_token").asText().isBlank()) {
            throw new TokenRefusedException("HTTP 200 without an access token");
        }
        return answer;
    }
}
