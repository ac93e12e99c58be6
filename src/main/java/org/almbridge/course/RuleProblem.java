package org.almbridge.course;

/** Says which key of a rule is wrong, why and what to do. */
public final class RuleProblem {

    private RuleProblem() {}

    /** @param rule its name */
    public static String text(String rule, CourseFinding finding) {
        return "bridge.enrolments.%s.%s: %s. Correct the key and restart, or put the course right in ALM"
                .formatted(
                        rule,
                        finding.fault() == CourseFinding.Part.LEARNING_OBJECT ? "lo-id" : "lo-instance-id",
                        finding.problem());
    }
}
