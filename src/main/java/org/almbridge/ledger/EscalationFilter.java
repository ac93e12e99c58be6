package org.almbridge.ledger;

import java.util.ArrayList;
import java.util.List;
import org.almbridge.learner.FailureClass;

/**
 * Which escalations are meant; what is {@code null} says nothing, and all that is said must hold.
 *
 * @param ids          {@code null} for any
 * @param batch        id of the batch that brought the learner's row
 * @param source       name of the source that brought it
 * @param openedBefore epoch milliseconds, not included
 * @param openedAfter  epoch milliseconds, included
 */
public record EscalationFilter(
        List<String> ids, FailureClass failureClass, String batch, String source, Long openedBefore, Long openedAfter) {

    /** Everything. */
    public static final EscalationFilter NONE = new EscalationFilter(null, null, null, null, null, null);

    /** Whether it narrows nothing. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Of the escalation {@code e}, of {@code l}, its learner, and of {@code b}, the learner's batch. */
    String condition() {
        StringBuilder condition = new StringBuilder("1 = 1");
        add(condition, "e.id IN " + Sql.placeholders(ids == null ? 0 : ids.size()), ids);
        add(condition, "e.failure_class = ?", failureClass);
        add(condition, "l.batch_id = ?", batch);
        add(condition, "b.source = ?", source);
        add(condition, "e.opened_at < ?", openedBefore);
        add(condition, "e.opened_at >= ?", openedAfter);
        return condition.toString();
    }

    private static void add(StringBuilder condition, String further, Object value) {
        if (value != null) {
            condition.append(" AND ").append(further);
        }
    }

    /** What the condition binds. */
    List<Object> values() {
        List<Object> values = new ArrayList<>(ids == null ? List.of() : ids);
        for (Object value : new Object[] {
            failureClass == null ? null : failureClass.name(), batch, source, openedBefore, openedAfter
        }) {
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
