package org.almbridge.intake;

import org.almbridge.ledger.HeldBatch;
import org.apache.camel.Exchange;

/** Names the variables of an exchange that carries a batch; routes/README.md lists them. */
public final class BatchVariables {

    /** Set by a source: its name, the name of the input and how it is written. */
    public static final String SOURCE = "source";

    public static final String INPUT = "input";
    public static final String FORMAT = "format";

    /** Set by a source that brings rows again by itself: {@code true}. */
    public static final String FEED = "feed";

    /** Set for a source: where the input belongs now ({@code .done} or {@code .failed}) and why it failed. */
    static final String SHELF = "shelf";

    static final String FAILURE = "failure";

    private static final String BATCH = "batch";
    private static final String RULES = "rules";
    private static final String HELD = "held";

    private BatchVariables() {}

    static RuleEnrolments rules(Exchange exchange) {
        return exchange.getVariable(RULES, RuleEnrolments.class);
    }

    static void rules(Exchange exchange, RuleEnrolments rules) {
        exchange.setVariable(RULES, rules);
    }

    static HeldBatch held(Exchange exchange) {
        return exchange.getVariable(HELD, HeldBatch.class);
    }

    /** {@code null} before the batch is opened. */
    public static OpenBatch batch(Exchange exchange) {
        return exchange.getVariable(BATCH, OpenBatch.class);
    }

    static void batch(Exchange exchange, OpenBatch batch) {
        exchange.setVariable(BATCH, batch);
    }
}
