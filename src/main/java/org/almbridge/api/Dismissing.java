package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.almbridge.ledger.EscalationFilter;
import org.almbridge.ledger.EscalationState;
import org.almbridge.ledger.Escalations;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Closes an escalation without sending the work through again; asked again, it says the same. */
@Singleton
@Named("dismissEscalation")
class Dismissing implements Processor {

    static final int MAX_REASON = 500;

    private static final Logger LOG = Logger.getLogger(Dismissing.class);

    private final Escalations ledger;

    Dismissing(Escalations ledger) {
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Members order = exchange.getVariable(OrderVariables.ORDER, Members.class);
        String id = exchange.getVariable(OrderVariables.TARGET, String.class);
        String caller = exchange.getVariable(PushVariables.CALLER, String.class);
        String reason = order.required("reason", MAX_REASON);
        order.noOthers();
        switch (ledger.dismiss(id, reason, caller)) {
            case DISMISSED -> LOG.infof("%s has dismissed escalation %s", caller, id);
            case REPEATED -> LOG.debugf("escalation %s was dismissed before", id);
            case UNKNOWN -> throw EscalationView.unknown();
            case OTHERWISE ->
                throw new ProblemException(
                        Problem.of(409, "The escalation was dismissed before, for another reason, which stays."));
            case SETTLED ->
                throw new ProblemException(Problem.of(
                        409,
                        "The escalation is not open: its work was sent through again, so there is nothing to close."));
        }
        EscalationFilter itself = new EscalationFilter(List.of(id), null, null, null, null, null);
        ledger.list(itself, EscalationState.ALL, null, 1).escalations().stream()
                .findFirst()
                .ifPresent(summary -> Answer.json(exchange, 200, EscalationDocument.of(summary)));
    }
}
