package org.almbridge.trace;

import io.opentelemetry.api.OpenTelemetry;
import org.almbridge.alm.InFlight;
import org.almbridge.intake.BatchVariables;
import org.almbridge.intake.OpenBatch;
import org.almbridge.learner.Learner;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanStorageManager;
import org.apache.camel.telemetry.SpanStorageManagerExchange;
import org.apache.camel.telemetry.Tracer;

/**
 * Camel's tracer with spans of our own, since its own ones for OpenTelemetry tell addresses and stay with their thread. Says of
 * each span which batch it was about, and which row of it.
 */
final class RouteTracer extends Tracer {

    private final OpenTelemetry telemetry;
    private final SpanStorageManager spans = new SpanStorageManagerExchange();

    RouteTracer(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    protected void initTracer() {
        setSpanLifecycleManager(new RouteSpans(telemetry));
    }

    /** Only at its end, for the batch is known when it has been opened. */
    @Override
    protected void endEventSpan(Exchange exchange, Endpoint endpoint) throws Exception {
        Span span = spans.peek(exchange);
        OpenBatch batch = BatchVariables.batch(exchange);
        LearnerInFlight inFlight = InFlight.learner(exchange);
        if (span != null && batch != null) {
            span.setTag(RouteSpan.BATCH, batch.id());
        }
        if (span != null && inFlight != null) {
            Learner learner = inFlight.learner();
            span.setTag(RouteSpan.BATCH, learner.batch());
            span.setTag(RouteSpan.ROW, Integer.toString(learner.rowNumber()));
        }
        super.endEventSpan(exchange, endpoint);
    }
}
