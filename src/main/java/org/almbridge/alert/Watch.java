package org.almbridge.alert;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at conditions and says what is to be told of them from now on. */
final class Watch {

    private final List<Condition> conditions;
    private final Pace pace;
    private final Set<Integer> endpoints;
    private final Steady steady = new Steady();

    Watch(List<Condition> conditions, Pace pace, Set<Integer> endpoints) {
        this.conditions = conditions;
        this.pace = pace;
        this.endpoints = endpoints;
    }

    /**
     * @param before what was told so far, as far as this watch {@link #judges} it
     * @return the same from now on; without those of which there is nothing to remember
     */
    Map<AlertKey, Standing> look(Map<AlertKey, Standing> before, long now) throws SQLException {
        Map<AlertKey, Finding> findings = new HashMap<>();
        for (Condition condition : conditions) {
            condition.findings().forEach(finding -> findings.put(finding.key(), finding));
        }
        Set<AlertKey> keys = new HashSet<>(before.keySet());
        keys.addAll(findings.keySet());
        steady.keepOnly(keys);
        Map<AlertKey, Standing> after = new HashMap<>();
        for (AlertKey key : keys) {
            Finding finding = findings.get(key);
            Standing next = pace.next(before.get(key), finding, steady.note(key, finding, now), now, endpoints);
            if (next != null) {
                after.put(key, next);
            }
        }
        return after;
    }

    /** Whether it is for this bridge to tell of that alert. */
    boolean judges(AlertKey key) {
        return conditions.stream().anyMatch(condition -> condition.judges(key));
    }
}
