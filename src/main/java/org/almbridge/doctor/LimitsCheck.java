package org.almbridge.doctor;

import java.util.Map;

/** Tells the limits that ALM has announced, and how many people they let through. */
final class LimitsCheck {

    private static final String LIMIT = "limit";

    private final Map<String, Limit> limits;
    private final Report report;

    /** @param limits by HTTP method */
    LimitsCheck(Map<String, Limit> limits, Report report) {
        this.limits = limits;
        this.report = report;
    }

    void tell() {
        if (limits.isEmpty()) {
            report.ok(LIMIT, "ALM announces none (no header x-rate-limit)");
        }
        limits.forEach((method, limit) -> {
            if (limit.perHour().isEmpty()) {
                report.warn(
                        LIMIT,
                        method + " " + limit + ": not a form that is known",
                        "Send this line to the maintainers.");
            } else {
                report.ok(LIMIT, method + " " + limit + meaning(method, limit));
            }
        });
    }

    private static String meaning(String method, Limit limit) {
        return "POST".equals(method)
                ? ": about " + limit.peopleAnHour().getAsLong() + " people an hour at a create and an enrolment each"
                : "";
    }
}
