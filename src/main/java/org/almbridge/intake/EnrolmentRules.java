package org.almbridge.intake;

import jakarta.inject.Singleton;
import java.util.List;
import org.almbridge.BridgeConfig;
import org.almbridge.learner.Enrolment;

/** Knows what everybody is enrolled in, whatever the row says: the rules of the configuration. */
@Singleton
class EnrolmentRules {

    private final BridgeConfig config;

    EnrolmentRules(BridgeConfig config) {
        this.config = config;
    }

    List<Enrolment> enrolments() {
        return config.enrolments().values().stream()
                .map(rule -> new Enrolment(rule.loId(), rule.loInstanceId()))
                .toList();
    }
}
