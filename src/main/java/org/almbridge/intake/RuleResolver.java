package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.BridgeConfig;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Settles what the rules mean before anything of a batch is accepted, so that all rows of a batch get the same. While ALM
 * does not tell, it asks again for a while and then leaves the input to its source, which brings it again.
 */
@Singleton
@Named("resolveRules")
class RuleResolver implements Processor {

    private static final long SLICE_MS = 100;

    private final EnrolmentRules rules;
    private final BridgeConfig config;

    RuleResolver(EnrolmentRules rules, BridgeConfig config) {
        this.rules = rules;
        this.config = config;
    }

    @Override
    public void process(Exchange exchange) throws UnresolvedRuleException, InterruptedException {
        long waited = 0;
        for (int tries = 1; ; tries++) {
            try {
                BatchVariables.rules(exchange, rules.enrolments());
                return;
            } catch (UnresolvedRuleException e) {
                long delay = config.retry().backOff(tries);
                waited += delay;
                if (waited > config.retry().maxDelayMs() || !pause(exchange, delay)) {
                    throw e;
                }
            }
        }
    }

    /** @return false when the bridge stops */
    private static boolean pause(Exchange exchange, long delayMs) throws InterruptedException {
        for (long left = delayMs; left > 0; left -= SLICE_MS) {
            if (exchange.getContext().getStatus().isStopping()) {
                return false;
            }
            Thread.sleep(Math.min(left, SLICE_MS));
        }
        return true;
    }
}
