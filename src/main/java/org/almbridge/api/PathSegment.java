package org.almbridge.api;

import io.netty.handler.codec.http.QueryStringDecoder;
import org.apache.camel.Exchange;

/** Finds what an address names. */
final class PathSegment {

    private PathSegment() {}

    /**
     * The segment that follows the first so many, decoded. Read from the path by which the request was routed, which Camel
     * takes from the request line and no header or query can set.
     */
    static String at(Exchange exchange, int position) {
        String path = exchange.getMessage().getHeader(Exchange.HTTP_PATH, String.class);
        return new QueryStringDecoder(path.split("/")[position + 1]).path();
    }
}
