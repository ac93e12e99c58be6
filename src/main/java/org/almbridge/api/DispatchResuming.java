package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.ledger.Pauses;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Ends the pause of dispatch; without one it does nothing. */
@Singleton
@Named("resumeDispatch")
class DispatchResuming implements Processor {

    private static final Logger LOG = Logger.getLogger(DispatchResuming.class);

    private final Pauses pauses;

    DispatchResuming(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        exchange.getVariable(OrderVariables.ORDER, Members.class).noOthers();
        String caller = exchange.getVariable(PushVariables.CALLER, String.class);
        pauses.resumeDispatch().ifPresent(pause -> LOG.infof("%s has resumed dispatch", caller));
        Answer.json(exchange, 200, PauseDocument.goesOn());
    }
}
