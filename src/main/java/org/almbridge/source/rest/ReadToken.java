package org.almbridge.source.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Takes the access token from the answer; nothing of the answer gets into a message. */
@Singleton
@Named("readPageToken")
class ReadToken implements Processor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BYTES = 65_536;

    /** For an answer that does not say; a token that ends earlier is refused, and renewed by that. */
    private static final long USUAL_LIFETIME_SECONDS = 300;

    private final Clock clock;

    ReadToken(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws IOException, PageUnusableException {
        ClientCredentials credentials =
                (ClientCredentials) PageVariables.poll(exchange).settings().access();
        Message answer = exchange.getMessage();
        int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        String retryAfter = answer.getHeader("Retry-After", String.class);
        PageRequest.clear(answer);
        JsonNode grant = status == 200 ? body(answer) : null;
        BoundedBody.drop(answer);
        PageAnswer.requireNoOutage(status, retryAfter, clock.instant());
        String token = grant == null ? "" : grant.path("access_token").asText();
        if (token.isBlank()) {
            throw new PageUnusableException("is out of reach, because tokenUrl gives no access token (HTTP " + status
                    + "): check tokenUrl, " + credentials.parameters() + ", and clientAuthentication");
        }
        credentials.granted(token, Math.max(1, grant.path("expires_in").asLong(USUAL_LIFETIME_SECONDS)));
    }

    private static JsonNode body(Message answer) throws IOException {
        byte[] body = BoundedBody.read(answer, MAX_BYTES).orElse(new byte[0]);
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
