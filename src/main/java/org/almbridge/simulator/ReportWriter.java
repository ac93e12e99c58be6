package org.almbridge.simulator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Works the report out from the users as they are, so that there are few counters that could disagree with them. */
final class ReportWriter {

    private final World world;

    ReportWriter(World world) {
        this.world = world;
    }

    SimulatorReport report() {
        Collection<SimulatedUser> users = world.population().all();
        Tally tally = world.tally();
        long enrolments =
                users.stream().mapToLong(user -> user.enrolments().size()).sum();
        return new SimulatorReport(
                callsByKind(tally),
                tally.statuses(),
                users.size(),
                enrolments,
                users.size() - enrolled().count(),
                tally.duplicateCreates(),
                tally.repeatedEnrolments(),
                tally.timingErrors(),
                enrolments == 0 ? 0 : (double) tally.timingErrors() / enrolments,
                spread(indexed(users.stream()), user -> indexedAt(user) - user.createdAt())
                        .mean(),
                spread(enrolled(), user -> enrolledAt(user) - user.createdAt()),
                spread(indexed(enrolled()), user -> enrolledAt(user) - indexedAt(user)),
                world.tokens().use(),
                world.buckets().uses());
    }

    private static Map<String, Long> callsByKind(Tally tally) {
        Map<String, Long> calls = new LinkedHashMap<>();
        for (CallKind kind : CallKind.values()) {
            calls.put(kind.label(), tally.of(kind));
        }
        return calls;
    }

    private Stream<SimulatedUser> enrolled() {
        return world.population().all().stream()
                .filter(user -> user.firstEnrolledAt().isPresent());
    }

    private Stream<SimulatedUser> indexed(Stream<SimulatedUser> users) {
        return users.filter(user -> world.index().indexedAt(user).isPresent());
    }

    private long indexedAt(SimulatedUser user) {
        return world.index().indexedAt(user).orElseThrow();
    }

    private static long enrolledAt(SimulatedUser user) {
        return user.firstEnrolledAt().orElseThrow();
    }

    private static Spread spread(Stream<SimulatedUser> users, ToLongFunction<SimulatedUser> duration) {
        return Spread.of(users.mapToLong(duration).toArray());
    }
}
