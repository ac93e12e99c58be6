package org.almbridge.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.charset.StandardCharsets;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.SpanLifecycleManager;

/**
 * Begins and ends the spans of exchanges. The parent comes from the exchange alone and never from the thread: an exchange goes
 * from thread to thread, and what it left on one would become the parent of somebody else's span.
 */
final class RouteSpans implements SpanLifecycleManager {

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    RouteSpans(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("alm-bridge");
        propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    @Override
    public Span create(String name, Span parent, SpanContextPropagationExtractor headers) {
        SpanBuilder builder = tracer.spanBuilder(name);
        if (parent != null) {
            builder.setParent(context(parent));
        } else {
            Context told = propagator.extract(Context.root(), headers, Texts.INSTANCE);
            if (headers instanceof Origin) {
                builder.setNoParent()
                        .addLink(io.opentelemetry.api.trace.Span.fromContext(told)
                                .getSpanContext());
            } else {
                builder.setParent(told);
            }
        }
        return new RouteSpan(builder.startSpan());
    }

    private static Context context(Span span) {
        return Context.root().with(((RouteSpan) span).span());
    }

    /** Nothing is left on the thread. */
    @Override
    public void activate(Span span) {}

    @Override
    public void deactivate(Span span) {}

    @Override
    public void close(Span span) {
        ((RouteSpan) span).span().end();
    }

    @Override
    public void inject(Span span, SpanContextPropagationInjector headers) {
        propagator.inject(context(span), headers, SpanContextPropagationInjector::put);
    }

    /** Reads headers; Kafka's are bytes. */
    private enum Texts implements TextMapGetter<SpanContextPropagationExtractor> {
        INSTANCE;

        @Override
        public Iterable<String> keys(SpanContextPropagationExtractor headers) {
            return headers.keys();
        }

        @Override
        public String get(SpanContextPropagationExtractor headers, String name) {
            Object value = headers == null ? null : headers.get(name);
            if (value instanceof byte[] bytes) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            return value instanceof String text ? text : null;
        }
    }
}
