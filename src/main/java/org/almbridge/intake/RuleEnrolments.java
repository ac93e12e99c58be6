package org.almbridge.intake;

import java.util.List;
import org.almbridge.learner.Enrolment;

/**
 * What the rules say everybody is enrolled in.
 *
 * @param named    in instances that the rules name
 * @param defaults in what is the default instance now, unless a learner is in another of that learning object
 */
record RuleEnrolments(List<Enrolment> named, List<Enrolment> defaults) {

    RuleEnrolments {
        named = List.copyOf(named);
        defaults = List.copyOf(defaults);
    }
}
