package org.almbridge.intake;

import jakarta.inject.Singleton;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.ValidatedRow;
import org.apache.camel.Exchange;

/** Decides what becomes of a row: whether it can be a learner, and what the rules enrol that learner in. */
@Singleton
public class RowJudge {

    private final RowValidator validator;

    RowJudge(RowValidator validator) {
        this.validator = validator;
    }

    /** @param exchange carries the batch's rules */
    public ValidatedRow judge(Row row, Exchange exchange) {
        ValidatedRow validated = validator.validate(row);
        return validated instanceof NewLearner learner
                ? BatchVariables.rules(exchange).applyTo(learner, exchange)
                : validated;
    }
}
