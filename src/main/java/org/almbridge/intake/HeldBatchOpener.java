package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.ledger.HeldBatch;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Opens a batch again that was held: its rows go on under the id under which they came. */
@Singleton
@Named("openHeldBatch")
class HeldBatchOpener implements Processor {

    @Override
    public void process(Exchange exchange) {
        HeldBatch held = BatchVariables.held(exchange);
        BatchVariables.batch(exchange, new OpenBatch(held.id(), held.source(), held.name()));
    }
}
