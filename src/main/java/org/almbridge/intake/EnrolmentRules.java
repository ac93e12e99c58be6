package org.almbridge.intake;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.almbridge.BridgeConfig;
import org.almbridge.course.Course;
import org.almbridge.course.CourseDirectory;
import org.almbridge.course.CourseFinding;
import org.almbridge.course.RuleProblem;
import org.almbridge.learner.Enrolment;

/** Knows what people are enrolled in besides what their own rows ask for: the rules of the configuration. */
@Singleton
class EnrolmentRules {

    /** A look-up is two calls at most; each ends by itself. */
    private static final int CALLS = 2;

    private final BridgeConfig config;
    private final CourseDirectory courses;
    private final RuleConditions conditions;

    EnrolmentRules(BridgeConfig config, CourseDirectory courses, RuleConditions conditions) {
        this.config = config;
        this.courses = courses;
        this.conditions = conditions;
    }

    /**
     * Waits for ALM where a rule names no instance and it is not known which one is the default.
     *
     * @throws UnresolvedRuleException when ALM does not tell
     */
    RuleEnrolments enrolments() throws UnresolvedRuleException, InterruptedException {
        List<RuleEnrolments.Rule> rules = new ArrayList<>();
        for (Map.Entry<String, BridgeConfig.EnrolmentRule> entry :
                config.enrolments().entrySet()) {
            String name = entry.getKey();
            BridgeConfig.EnrolmentRule rule = entry.getValue();
            boolean isDefault = rule.loInstanceId().isEmpty();
            String instance = isDefault
                    ? defaultInstance(name, rule)
                    : rule.loInstanceId().get();
            rules.add(new RuleEnrolments.Rule(
                    name, conditions.of(name), new Enrolment(rule.loId(), instance), isDefault));
        }
        return new RuleEnrolments(rules);
    }

    private String defaultInstance(String name, BridgeConfig.EnrolmentRule rule)
            throws UnresolvedRuleException, InterruptedException {
        CourseFinding finding;
        try {
            finding = courses.find(Course.of(rule))
                    .get((long) CALLS * config.alm().responseTimeoutMs(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnresolvedRuleException(silence(name) + " ("
                    + String.valueOf(e.getCause().getMessage()).replaceFirst("(?s):.*", "") + ")");
        } catch (TimeoutException e) {
            throw new UnresolvedRuleException(silence(name) + " in time");
        }
        if (!finding.isAvailable()) {
            throw new UnresolvedRuleException(RuleProblem.text(name, finding));
        }
        return finding.loInstanceId();
    }

    private static String silence(String name) {
        return "bridge.enrolments." + name
                + ".lo-instance-id is not set, and ALM did not tell which instance is the default";
    }
}
