package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.ledger.LearnerLedger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Lets no call out that changes ALM when another bridge may have gone on with the learner meanwhile. */
@Singleton
@Named("confirmClaim")
class ClaimConfirmer implements Processor {

    private final LearnerLedger ledger;

    ClaimConfirmer(LearnerLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) {
        ledger.confirm(InFlight.learner(exchange).claim());
    }
}
