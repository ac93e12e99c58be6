package org.almbridge.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.escalation.EscalationRecord;
import org.almbridge.ledger.Escalations;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers with the escalation that the address names, as it is delivered to people. */
@Singleton
@Named("showEscalation")
class EscalationView implements Processor {

    /** Of the id in {@code /api/escalations/<id>}. */
    private static final int ID = 2;

    private static final JsonMapper JSON = new JsonMapper();

    private final Escalations ledger;

    EscalationView(Escalations ledger) {
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Query.of(exchange);
        String id = PathSegment.at(exchange, ID);
        ObjectNode json = ledger.find(id)
                .map(escalation -> JSON.<ObjectNode>valueToTree(EscalationRecord.of(escalation)))
                .orElseThrow(EscalationView::unknown);
        Answer.json(exchange, 200, json);
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of(404, "There is no such escalation."));
    }
}
