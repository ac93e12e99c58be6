package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.ledger.Pauses;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Ends the pause of a source; without one it does nothing. */
@Singleton
@Named("resumeSource")
class SourceResuming implements Processor {

    private static final Logger LOG = Logger.getLogger(SourceResuming.class);

    private final SourceTarget target;
    private final Pauses pauses;

    SourceResuming(SourceTarget target, Pauses pauses) {
        this.target = target;
        this.pauses = pauses;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        String source = target.of(exchange);
        exchange.getVariable(OrderVariables.ORDER, Members.class).noOthers();
        String caller = exchange.getVariable(PushVariables.CALLER, String.class);
        pauses.resumeSource(source).ifPresent(pause -> LOG.infof("%s has resumed the source %s", caller, source));
        Answer.json(exchange, 200, PauseDocument.goesOn());
    }
}
