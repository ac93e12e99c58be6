package org.almbridge.simulator;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts calls for the report, because the journal forgets the older ones. */
final class Tally {

    private final Map<CallKind, Long> kinds = new EnumMap<>(CallKind.class);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<CallKind, Map<String, Long>> writes = new EnumMap<>(CallKind.class);
    private long duplicateCreates;
    private long repeatedEnrolments;
    private long timingErrors;

    void count(Call call, int status) {
        kinds.merge(call.kind(), 1L, Long::sum);
        statuses.merge(status, 1L, Long::sum);
        if (call.kind().writes()) {
            call.email()
                    .ifPresent(email -> writes.computeIfAbsent(call.kind(), kind -> new HashMap<>())
                            .merge(Emails.key(email), 1L, Long::sum));
        }
    }

    void duplicateCreate() {
        duplicateCreates++;
    }

    void repeatedEnrolment() {
        repeatedEnrolments++;
    }

    void timingError() {
        timingErrors++;
    }

    long of(CallKind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    long of(CallKind write, SimulatedUser user) {
        return writes.getOrDefault(write, Map.of()).getOrDefault(user.key(), 0L);
    }

    Map<Integer, Long> statuses() {
        return new TreeMap<>(statuses);
    }

    long duplicateCreates() {
        return duplicateCreates;
    }

    long repeatedEnrolments() {
        return repeatedEnrolments;
    }

    long timingErrors() {
        return timingErrors;
    }

    void forget() {
        kinds.clear();
        statuses.clear();
        writes.clear();
        duplicateCreates = 0;
        repeatedEnrolments = 0;
        timingErrors = 0;
    }
}
