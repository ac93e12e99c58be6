package org.almbridge.health;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.almbridge.BridgeConfig;
import org.almbridge.course.Course;
import org.almbridge.course.CourseDirectory;
import org.almbridge.course.RuleProblem;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the rules whose course ALM does not have, as it was found last. They make nothing unready: all else goes on, and no
 * other bridge would do better with the same rules.
 */
@Singleton
@Readiness
class RulesKnown extends PromptCheck {

    private static final String NOBODY = "Nobody is accepted until this is put right: ";

    private final BridgeConfig config;
    private final CourseDirectory courses;

    RulesKnown(BridgeConfig config, CourseDirectory courses) {
        super("rules");
        this.config = config;
        this.courses = courses;
    }

    @Override
    boolean isWell(HealthCheckResponseBuilder answer) {
        config.enrolments()
                .forEach((name, rule) -> problem(name, rule)
                        .ifPresent(text -> answer.withData(name, acceptsNobody(rule) ? NOBODY + text : text)));
        return true;
    }

    // who would be enrolled where is unknown as long as ALM names no instance
    private static boolean acceptsNobody(BridgeConfig.EnrolmentRule rule) {
        return rule.loInstanceId().isEmpty();
    }

    private Optional<String> problem(String name, BridgeConfig.EnrolmentRule rule) {
        return courses.lastFinding(Course.of(rule))
                .filter(finding -> !finding.isAvailable())
                .map(finding -> RuleProblem.text(name, finding));
    }
}
