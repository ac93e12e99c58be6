package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.almbridge.BridgeConfig;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Says how long to wait before a user's first enrolment; a wait that is long or has no end is spent in the ledger. */
@Singleton
@Named("settle")
class Settle implements Processor {

    private final BridgeConfig config;
    private final IndexLag indexLag;
    private final Clock clock;

    Settle(BridgeConfig config, IndexLag indexLag, Clock clock) {
        this.config = config;
        this.indexLag = indexLag;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        LearnerInFlight learner = InFlight.learner(exchange);
        long settleMs = indexLag.settleMs(learner);
        if (isLong(settleMs) || indexLag.holds(learner)) {
            learner.parkUntil(clock.millis() + settleMs);
            exchange.setRouteStop(true);
        } else {
            InFlight.settleMs(exchange, settleMs);
        }
    }

    /** While the index has stopped, whoever tries whether it goes on is old enough to be seen. */
    private boolean isLong(long settleMs) {
        return settleMs > (indexLag.isOut() ? 0 : config.dispatch().parkAfterMs());
    }
}
