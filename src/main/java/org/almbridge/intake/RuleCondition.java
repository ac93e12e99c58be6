package org.almbridge.intake;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Says of a row whether a rule concerns it. */
interface RuleCondition {

    RuleCondition EVERYBODY = (row, exchange) -> true;

    /** The exchange variable that a condition reads the row from. */
    String ROW = "row";

    /** @throws RuntimeException when a value of the row does not fit the condition */
    boolean holds(Map<String, String> row, Exchange exchange);

    static RuleCondition of(Predicate predicate) {
        return (row, exchange) -> {
            exchange.setVariable(ROW, row);
            return predicate.matches(exchange);
        };
    }
}
