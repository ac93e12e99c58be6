package org.almbridge.doctor;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes when a call goes out: how long it has waited for its turn says nothing of ALM. */
@Singleton
@Named("noteSent")
class NoteSent implements Processor {

    private static final String SENT_AT = "sentAt";

    private final Clock clock;

    NoteSent(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.setVariable(SENT_AT, clock.millis());
    }

    /** Epoch milliseconds, {@code null} for a call that was not made. */
    static Long sentAt(Exchange exchange) {
        return exchange.getVariable(SENT_AT, Long.class);
    }
}
