package org.almbridge.trace;

import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import java.util.Set;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;

/** Takes of what Camel tells only what can name nobody: no address, no name of a file, no text of an error. */
final class RouteSpan implements Span {

    static final String BATCH = "bridge.batch";
    static final String ROW = "bridge.row";

    private static final Set<String> TOLD = Set.of(
            BATCH,
            ROW,
            TagConstants.OP,
            TagConstants.EXCHANGE_ID,
            TagConstants.URL_SCHEME,
            TagConstants.HTTP_METHOD,
            TagConstants.HTTP_STATUS);

    private final io.opentelemetry.api.trace.Span span;

    RouteSpan(io.opentelemetry.api.trace.Span span) {
        this.span = span;
    }

    io.opentelemetry.api.trace.Span span() {
        return span;
    }

    @Override
    public void setTag(String name, String value) {
        if (TOLD.contains(name)) {
            span.setAttribute(name, value);
        }
    }

    @Override
    public void setComponent(String component) {
        span.setAttribute(TagConstants.COMPONENT, component);
    }

    @Override
    public void setError(boolean failed) {
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    /** A line of a route's log, or the text of an exception. */
    @Override
    public void log(Map<String, String> fields) {}
}
