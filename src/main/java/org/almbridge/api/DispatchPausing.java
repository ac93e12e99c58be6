package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.ledger.Pauses;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Has nobody handed out; asked again, it says since when that is so, and why. */
@Singleton
@Named("pauseDispatch")
class DispatchPausing implements Processor {

    static final int MAX_REASON = 500;

    private static final Logger LOG = Logger.getLogger(DispatchPausing.class);

    private final Pauses pauses;

    DispatchPausing(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Members order = exchange.getVariable(OrderVariables.ORDER, Members.class);
        String caller = exchange.getVariable(PushVariables.CALLER, String.class);
        String reason = order.required("reason", MAX_REASON);
        order.noOthers();
        Answer.json(exchange, 200, PauseDocument.paused(pauses.pauseDispatch(reason, caller)));
        LOG.infof("%s has paused dispatch: nobody is handed out until it is resumed", caller);
    }
}
