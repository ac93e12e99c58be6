package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.ledger.Pauses;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Has a source read nothing more; asked again, it says since when that is so, and why. */
@Singleton
@Named("pauseSource")
class SourcePausing implements Processor {

    private static final Logger LOG = Logger.getLogger(SourcePausing.class);

    private final SourceTarget target;
    private final Pauses pauses;

    SourcePausing(SourceTarget target, Pauses pauses) {
        this.target = target;
        this.pauses = pauses;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        String source = target.of(exchange);
        Members order = exchange.getVariable(OrderVariables.ORDER, Members.class);
        String caller = exchange.getVariable(PushVariables.CALLER, String.class);
        String reason = order.required("reason", DispatchPausing.MAX_REASON);
        order.noOthers();
        Answer.json(exchange, 200, PauseDocument.paused(pauses.pauseSource(source, reason, caller)));
        LOG.infof("%s has paused the source %s: nothing is read until it is resumed", caller, source);
    }
}
