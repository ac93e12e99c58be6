package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.ledger.Rehearsal;
import org.almbridge.ledger.Rehearsals;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/** Opens a batch that is only looked at: nothing of it reaches the ledger. */
@Singleton
@Named("rehearseBatch")
class BatchRehearser implements Processor {

    private final Rehearsals rehearsals;

    BatchRehearser(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        OpenBatch batch = BatchNaming.batch(exchange);
        Rehearsal rehearsal = rehearsals.begin(batch.id(), batch.source(), batch.name(), batch.isFeed());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                rehearsal.close();
            }
        });
        BatchVariables.batch(exchange, batch.rehearsedBy(rehearsal));
    }
}
