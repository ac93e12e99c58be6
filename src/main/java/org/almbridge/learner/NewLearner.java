package org.almbridge.learner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person fit to be handed to ALM.
 *
 * @param number     the row they stood in, the header being row 1
 * @param key        {@code userUniqueId}, else the e-mail address in lower case
 * @param email      address in lower case
 * @param row        what the row said, the address as given
 * @param start      from when on something may be done for them
 * @param enrolments what they are to be enrolled in
 * @param defaults   the same, unless they are in another instance of that learning object
 */
public record NewLearner(
        int number,
        String key,
        String email,
        Map<String, String> row,
        Start start,
        List<Enrolment> enrolments,
        List<Enrolment> defaults)
        implements ValidatedRow {

    /** What several rows of one person may differ in: each then asks for an enrolment of its own. */
    private static final Set<String> OF_THE_ROW = Set.of("loId", "loInstanceId", "startDate");

    public NewLearner {
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
        enrolments = List.copyOf(enrolments);
        defaults = List.copyOf(defaults);
    }

    public NewLearner(int number, String key, String email, Map<String, String> row, List<Enrolment> enrolments) {
        this(number, key, email, row, Start.AT_ONCE, enrolments, List.of());
    }

    /** The columns in which another row of the same person says something else of the person. */
    public Set<String> contradictions(Map<String, String> other) {
        Set<String> columns = new TreeSet<>(row.keySet());
        columns.addAll(other.keySet());
        columns.removeAll(OF_THE_ROW);
        columns.removeIf(column -> isSame(column, row.get(column), other.get(column)));
        return columns;
    }

    private static boolean isSame(String column, String one, String other) {
        return column.equals("email") ? one.equalsIgnoreCase(other) : Objects.equals(one, other);
    }

    /** Enrolments and defaults. */
    public List<Enrolment> all() {
        return Stream.concat(enrolments.stream(), defaults.stream()).toList();
    }

    /** The same learner with these enrolments too, each of them once. */
    public NewLearner withEnrolments(List<Enrolment> more) {
        Set<Enrolment> union = new LinkedHashSet<>(enrolments);
        union.addAll(more);
        return new NewLearner(number, key, email, row, start, List.copyOf(union), defaults);
    }

    /** The same learner with these default enrolments, but for learning objects that the learner is enrolled in anyhow. */
    public NewLearner withDefaults(List<Enrolment> some) {
        Set<String> covered = enrolments.stream().map(Enrolment::loId).collect(Collectors.toSet());
        List<Enrolment> left =
                some.stream().filter(one -> !covered.contains(one.loId())).toList();
        return new NewLearner(number, key, email, row, start, enrolments, left);
    }
}
