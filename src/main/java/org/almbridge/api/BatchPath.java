package org.almbridge.api;

import io.vertx.core.http.HttpServerRequest;
import org.apache.camel.Exchange;

/** Finds the batch that an address names; the header of that name is no help, since a query could set it as well. */
final class BatchPath {

    static final String BATCHES = "/api/batches/";

    private BatchPath() {}

    /** The id in {@code /api/batches/<id>} and in what lies below it. */
    static String id(Exchange exchange) {
        String path = ((HttpServerRequest) exchange.getMessage().getBody()).path();
        return path.substring(path.indexOf(BATCHES) + BATCHES.length()).replaceFirst("/.*", "");
    }
}
