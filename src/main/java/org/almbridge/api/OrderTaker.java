package org.almbridge.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.almbridge.intake.JsonParsers;
import org.almbridge.ledger.LedgerDatabase;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Makes variables of an operator's request, whose content is a small JSON object or nothing. */
@Singleton
@Named("takeOrder")
class OrderTaker implements Processor {

    /** Of the name in {@code /api/<kind>/<name>/<order>}. */
    private static final int TARGET = 2;

    static final int MAX_BYTES = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonParsers.factory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Uploads uploads;
    private final LedgerDatabase ledger;

    OrderTaker(Uploads uploads, LedgerDatabase ledger) {
        this.uploads = uploads;
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, IOException {
        Query.of(exchange);
        HttpServerRequest request = (HttpServerRequest) exchange.getMessage().getBody();
        Path content = uploads.take(request);
        try {
            if (ledger.isAway()) {
                throw new ProblemException(Problem.passing(
                        503,
                        "The ledger cannot be reached for now. Send the request again later.",
                        ProblemStep.RETRY_SECONDS));
            }
            exchange.setVariable(PushVariables.CALLER, Caller.name(exchange));
            exchange.setVariable(OrderVariables.TARGET, PathSegment.at(exchange, TARGET));
            exchange.setVariable(OrderVariables.ORDER, Members.ofContent(read(request, content)));
        } finally {
            uploads.discard(content);
        }
    }

    private static ObjectNode read(HttpServerRequest request, Path content) throws ProblemException, IOException {
        long bytes = Files.size(content);
        if (bytes == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!RequestTaker.mediaType(request).equals("application/json")) {
            throw new ProblemException(
                    Problem.of(415, "The Content-Type is not one that is taken here: send application/json."));
        }
        if (bytes > MAX_BYTES) {
            throw new ProblemException(
                    Problem.of(413, "The content is larger than " + MAX_BYTES + " bytes: name fewer ids."));
        }
        try {
            JsonNode json = JSON.readTree(content.toFile());
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException | CharConversionException e) {
            // its message repeats what was sent
            throw new ProblemException(Problem.of(
                    400, "The content is not well-formed JSON, or has a member twice: send one JSON object."));
        }
        throw new ProblemException(Problem.of(400, "The content is not a JSON object: send one."));
    }
}
