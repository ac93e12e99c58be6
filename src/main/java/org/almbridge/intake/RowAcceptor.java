package org.almbridge.intake;

import io.quarkus.arc.All;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.ValidatedRow;
import org.almbridge.ledger.AcceptedRows;
import org.almbridge.ledger.BatchLedger;
import org.almbridge.ledger.HeldBatches;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Validates a chunk of rows and makes its learners and rejects durable, in one transaction. */
@Singleton
@Named("acceptRows")
class RowAcceptor implements Processor {

    private final RowJudge judge;
    private final BatchLedger ledger;
    private final HeldBatches held;
    private final List<IntakeListener> listeners;

    RowAcceptor(RowJudge judge, BatchLedger ledger, HeldBatches held, @All List<IntakeListener> listeners) {
        this.judge = judge;
        this.ledger = ledger;
        this.held = held;
        this.listeners = listeners;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        List<NewLearner> learners = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        for (Object row : exchange.getMessage().getMandatoryBody(List.class)) {
            ValidatedRow judged = judge.judge((Row) row, exchange);
            if (judged instanceof NewLearner learner) {
                learners.add(learner);
            } else {
                rejected.add((RejectedRow) judged);
            }
        }
        OpenBatch batch = BatchVariables.batch(exchange);
        if (batch.rehearsal() != null) {
            batch.rehearsal().accept(learners, rejected);
            return;
        }
        AcceptedRows rows = batch.held() == null
                ? ledger.accept(batch.id(), batch.isFeed(), learners, rejected)
                : held.hold(batch.id(), learners, rejected);
        listeners.forEach(listener -> listener.rows(batch.source(), rows));
    }
}
