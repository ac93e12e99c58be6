package org.almbridge.learner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person fit to be handed to ALM.
 *
 * @param number     the row they stood in, the header being row 1
 * @param key        {@code userUniqueId}, else the e-mail address in lower case
 * @param email      address in lower case
 * @param row        what the row said, the address as given
 * @param enrolments what they are to be enrolled in
 */
public record NewLearner(int number, String key, String email, Map<String, String> row, List<Enrolment> enrolments)
        implements ValidatedRow {

    public NewLearner {
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
        enrolments = List.copyOf(enrolments);
    }

    /** The same learner with these enrolments too, each of them once. */
    public NewLearner withEnrolments(List<Enrolment> more) {
        Set<Enrolment> union = new LinkedHashSet<>(enrolments);
        union.addAll(more);
        return new NewLearner(number, key, email, row, List.copyOf(union));
    }
}
