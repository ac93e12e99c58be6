package org.almbridge.learner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person fit to be handed to ALM.
 *
 * @param number     the row they stood in, the header being row 1
 * @param key        {@code userUniqueId}, else the e-mail address in lower case
 * @param email      address in lower case
 * @param row        what the row said, the address as given
 * @param enrolments what they are to be enrolled in
 * @param defaults   the same, unless they are in another instance of that learning object
 */
public record NewLearner(
        int number,
        String key,
        String email,
        Map<String, String> row,
        List<Enrolment> enrolments,
        List<Enrolment> defaults)
        implements ValidatedRow {

    public NewLearner {
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
        enrolments = List.copyOf(enrolments);
        defaults = List.copyOf(defaults);
    }

    public NewLearner(int number, String key, String email, Map<String, String> row, List<Enrolment> enrolments) {
        this(number, key, email, row, enrolments, List.of());
    }

    /** The same learner with these enrolments too, each of them once. */
    public NewLearner withEnrolments(List<Enrolment> more) {
        Set<Enrolment> union = new LinkedHashSet<>(enrolments);
        union.addAll(more);
        return new NewLearner(number, key, email, row, List.copyOf(union), defaults);
    }

    /** The same learner with these default enrolments, but for learning objects that the learner is enrolled in anyhow. */
    public NewLearner withDefaults(List<Enrolment> some) {
        Set<String> covered = enrolments.stream().map(Enrolment::loId).collect(Collectors.toSet());
        List<Enrolment> left =
                some.stream().filter(one -> !covered.contains(one.loId())).toList();
        return new NewLearner(number, key, email, row, enrolments, left);
    }
}
