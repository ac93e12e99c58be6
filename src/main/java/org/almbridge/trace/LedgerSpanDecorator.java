package org.almbridge.trace;

import java.sql.SQLException;
import java.util.Map;
import org.almbridge.alm.InFlight;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/** Says of a turn of a learner in which trace the learner came in. Public, because Camel finds it as a service. */
public final class LedgerSpanDecorator extends AbstractSpanDecorator {

    @Override
    public String getComponent() {
        return "ledger";
    }

    @Override
    public String getComponentClassName() {
        return null;
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return stripSchemeAndOptions(endpoint);
    }

    @Override
    public SpanContextPropagationExtractor getExtractor(Exchange exchange) {
        LearnerInFlight inFlight = InFlight.learner(exchange);
        return inFlight == null
                ? new Origin(Map.of())
                : origin(exchange, inFlight.learner().batch());
    }

    private static Origin origin(Exchange exchange, String batch) {
        try {
            return exchange.getContext()
                    .getRegistry()
                    .findSingleByType(Origins.class)
                    .of(batch);
        } catch (SQLException e) {
            return new Origin(Map.of()); // the ledger is away, which it says itself; a link is not worth a wait
        }
    }
}
