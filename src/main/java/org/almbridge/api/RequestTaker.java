package org.almbridge.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.almbridge.ledger.LedgerDatabase;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/** Makes variables of a request and a file of its content; refuses what no operation can take. */
@Singleton
@Named("takeRequest")
class RequestTaker implements Processor {

    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern UTF_8 = Pattern.compile("charset\\s*=\\s*\"?utf-?8\"?", Pattern.CASE_INSENSITIVE);

    private final Uploads uploads;
    private final LedgerDatabase ledger;

    RequestTaker(Uploads uploads, LedgerDatabase ledger) {
        this.uploads = uploads;
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, IOException {
        HttpServerRequest request = (HttpServerRequest) exchange.getMessage().getBody();
        String caller = Caller.name(exchange);
        Path content = uploads.take(request);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                uploads.discard(content);
            }
        });
        if (ledger.isAway()) {
            throw new ProblemException(Problem.passing(
                    503,
                    "The ledger cannot be reached for now. Send the request again later, all of it; nobody is doubled.",
                    ProblemStep.RETRY_SECONDS));
        }
        // what is left of the request would go out with the answer
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(content.toFile());
        exchange.setVariable(PushVariables.CALLER, caller);
        exchange.setVariable(PushVariables.IDEMPOTENCY_KEY, idempotencyKey(request));
        exchange.setVariable(PushVariables.MEDIA_TYPE, mediaType(request));
        if (Files.size(content) == 0) {
            throw new ProblemException(Problem.of(400, "The request has no content: send at least one person."));
        }
    }

    private static String idempotencyKey(HttpServerRequest request) throws ProblemException {
        List<String> keys = request.headers().getAll("Idempotency-Key");
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1 || !IDEMPOTENCY_KEY.matcher(keys.get(0)).matches()) {
            throw new ProblemException(
                    Problem.of(
                            400,
                            "Idempotency-Key is not one text of 1 to 255 visible ASCII characters: send it so, or not at all."));
        }
        return keys.get(0);
    }

    /** In lower case and without parameters, empty without; refuses what is compressed or not in UTF-8. */
    static String mediaType(HttpServerRequest request) throws ProblemException {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    Problem.of(415, "The content is compressed: send it as it is, without Content-Encoding."));
        }
        String contentType = request.getHeader("Content-Type");
        if (contentType == null) {
            return "";
        }
        String[] parts = contentType.split(";");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.toLowerCase(Locale.ROOT).startsWith("charset")
                    && !UTF_8.matcher(parameter).matches()) {
                throw new ProblemException(Problem.of(415, "The content is not in UTF-8: send it as UTF-8."));
            }
        }
        return parts[0].strip().toLowerCase(Locale.ROOT);
    }
}
