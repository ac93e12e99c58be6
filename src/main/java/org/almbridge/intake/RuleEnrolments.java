package org.almbridge.intake;

import java.util.ArrayList;
import java.util.List;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.ValidatedRow;
import org.apache.camel.Exchange;

/** What the rules say people are enrolled in; the same for all rows of a batch. */
record RuleEnrolments(List<Rule> rules) {

    /**
     * One rule with what it means now.
     *
     * @param isDefault whether the enrolment is in what is the default instance now, which a learner who is in another
     *                  instance of that learning object does not get
     */
    record Rule(String name, RuleCondition condition, Enrolment enrolment, boolean isDefault) {}

    RuleEnrolments {
        rules = List.copyOf(rules);
    }

    /** The learner with what the rules add, or rejected when a rule cannot be judged for them. */
    ValidatedRow applyTo(NewLearner learner, Exchange exchange) {
        List<Enrolment> named = new ArrayList<>();
        List<Enrolment> defaults = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                if (rule.condition().holds(learner.row(), exchange)) {
                    (rule.isDefault() ? defaults : named).add(rule.enrolment());
                }
            } catch (RuntimeException e) {
                // its message would quote the person's data
                return new RejectedRow(learner.number(), List.of(cannotBeJudged(rule.name())));
            }
        }
        return learner.withEnrolments(named).withDefaults(defaults);
    }

    private static String cannotBeJudged(String rule) {
        return "the condition bridge.enrolments." + rule
                + ".when cannot be judged for this row: correct the values of the columns that it reads, or the condition";
    }
}
