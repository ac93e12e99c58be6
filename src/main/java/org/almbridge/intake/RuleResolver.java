package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Settles what the rules mean before anything of a batch is accepted, so that all rows of a batch get the same. While ALM
 * does not tell, the policy asks again for a while and then leaves the input to its source, which brings it again.
 */
@Singleton
@Named("resolveRules")
class RuleResolver implements Processor {

    private final EnrolmentRules rules;

    RuleResolver(EnrolmentRules rules) {
        this.rules = rules;
    }

    @Override
    public void process(Exchange exchange) throws UnresolvedRuleException, InterruptedException {
        BatchVariables.rules(exchange, rules.enrolments());
    }
}
