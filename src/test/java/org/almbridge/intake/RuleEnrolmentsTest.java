package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class RuleEnrolmentsTest {

    private static final Enrolment WELCOME = new Enrolment("course:1", "course:1_10");
    private static final Enrolment WELCOME_LATER = new Enrolment("course:1", "course:1_11");
    private static final Enrolment SAFETY = new Enrolment("course:2", "course:2_20");
    private static final RuleCondition NOBODY = (row, exchange) -> false;

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void addWhatTheRulesThatHoldSay() {
        NewLearner learner = (NewLearner) applied(
                rule("welcome", RuleCondition.EVERYBODY, WELCOME, false),
                rule("later", RuleCondition.EVERYBODY, WELCOME_LATER, true),
                rule("safety", NOBODY, SAFETY, false));

        assertThat(learner.enrolments()).containsExactly(WELCOME);
        assertThat(learner.defaults()).isEmpty();
    }

    @Test
    void leaveTheDefaultToThoseForWhomNothingElseIsNamed() {
        NewLearner learner = (NewLearner) applied(
                rule("welcome", NOBODY, WELCOME, false), rule("later", RuleCondition.EVERYBODY, WELCOME_LATER, true));

        assertThat(learner.enrolments()).isEmpty();
        assertThat(learner.defaults()).containsExactly(WELCOME_LATER);
    }

    @Test
    void rejectARowForWhichAConditionFailsAndKeepItsDataToThemselves() {
        RuleCondition broken = (row, exchange) -> {
            throw new IllegalArgumentException("no regular expression: " + row.get("bio"));
        };

        assertThat(applied(rule("safety", broken, SAFETY, false)))
                .isInstanceOfSatisfying(
                        RejectedRow.class,
                        row -> assertThat(row.reasons())
                                .singleElement()
                                .asString()
                                .startsWith("the condition bridge.enrolments.safety.when cannot be judged for this row")
                                .doesNotContain("[born 1980"));
    }

    private Object applied(RuleEnrolments.Rule... rules) {
        NewLearner learner = new NewLearner(2, "ann", "ann@example.com", Map.of("bio", "[born 1980"), List.of());
        return new RuleEnrolments(List.of(rules)).applyTo(learner, exchange);
    }

    private static RuleEnrolments.Rule rule(
            String name, RuleCondition condition, Enrolment enrolment, boolean isDefault) {
        return new RuleEnrolments.Rule(name, condition, enrolment, isDefault);
    }
}
