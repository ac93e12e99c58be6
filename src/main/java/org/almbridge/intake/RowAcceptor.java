package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.ValidatedRow;
import org.almbridge.ledger.BatchLedger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Validates a chunk of rows and makes its learners and rejects durable, in one transaction. */
@Singleton
@Named("acceptRows")
class RowAcceptor implements Processor {

    private final RowValidator validator;
    private final BatchLedger ledger;

    RowAcceptor(RowValidator validator, BatchLedger ledger) {
        this.validator = validator;
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        RuleEnrolments rules = BatchVariables.rules(exchange);
        List<NewLearner> learners = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        for (Object row : exchange.getMessage().getMandatoryBody(List.class)) {
            ValidatedRow validated = validator.validate((Row) row);
            if (validated instanceof NewLearner learner) {
                validated = rules.applyTo(learner, exchange);
            }
            if (validated instanceof NewLearner learner) {
                learners.add(learner);
            } else {
                rejected.add((RejectedRow) validated);
            }
        }
        ledger.accept(BatchVariables.batch(exchange).id(), learners, rejected);
    }
}
