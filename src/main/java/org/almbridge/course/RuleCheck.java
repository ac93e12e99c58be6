package org.almbridge.course;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.almbridge.BridgeConfig;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.jboss.logging.Logger;

/** Looks in the background whether ALM has what the rules name; a start does not depend on it, because ALM may be down. */
@Singleton
class RuleCheck {

    private static final Logger LOG = Logger.getLogger(RuleCheck.class);

    private final BridgeConfig config;
    private final CourseDirectory courses;

    RuleCheck(BridgeConfig config, CourseDirectory courses) {
        this.config = config;
        this.courses = courses;
    }

    void check(@Observes AfterStart event) {
        if (config.doctor().enabled() || config.plan().enabled()) { // which look for themselves
            return;
        }
        config.enrolments()
                .forEach((name, rule) -> courses.find(Course.of(rule))
                        .whenComplete((finding, failure) -> report(name, finding, failure)));
    }

    private static void report(String name, CourseFinding finding, Throwable failure) {
        if (failure != null) {
            LOG.warnf(
                    "The course of bridge.enrolments.%s could not be looked up; it is looked up again before anybody is"
                            + " enrolled in it",
                    name);
        } else if (!finding.isAvailable()) {
            LOG.error(RuleProblem.text(name, finding));
        }
    }
}
