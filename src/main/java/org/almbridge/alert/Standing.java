package org.almbridge.alert;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far people have been told of an alert. Endpoints are named by their positions in {@code bridge.alerts.endpoints}.
 *
 * @param subject  {@code null} for an alert of which there is one
 * @param since    epoch milliseconds from which on it was so
 * @param at       epoch milliseconds of the present message
 * @param firedAt  epoch milliseconds of the last message that it is so
 * @param value    {@code null} without
 * @param informed the endpoints that have been told that it is so
 * @param owed     the endpoints that have not taken the present message
 */
@RegisterForReflection
record Standing(
        String alert,
        String subject,
        State state,
        Severity severity,
        long since,
        long at,
        long firedAt,
        String text,
        String advice,
        Number value,
        Set<Integer> informed,
        Set<Integer> owed) {

    /** What the present message says. */
    enum State {
        FIRING,
        RESOLVED
    }

    static Standing firing(Finding finding, long since, long now, Set<Integer> endpoints) {
        return of(finding, since, now, Set.of(), endpoints);
    }

    private static Standing of(Finding finding, long since, long now, Set<Integer> informed, Set<Integer> owed) {
        return new Standing(
                finding.alert(),
                finding.subject(),
                State.FIRING,
                finding.severity(),
                since,
                now,
                now,
                finding.text(),
                finding.advice(),
                finding.value(),
                informed,
                owed);
    }

    Standing reminder(Finding finding, long now, Set<Integer> endpoints) {
        return of(finding, since, now, informed, endpoints);
    }

    /** Who was not told that it is so need not hear that it is over. */
    Standing resolved(long now) {
        return new Standing(
                alert, subject, State.RESOLVED, severity, since, now, firedAt, text, advice, value, Set.of(), informed);
    }

    Standing taken(int endpoint) {
        return new Standing(
                alert,
                subject,
                state,
                severity,
                since,
                at,
                firedAt,
                text,
                advice,
                value,
                isFiring() ? with(informed, endpoint) : informed,
                without(owed, endpoint));
    }

    private static Set<Integer> with(Set<Integer> endpoints, int one) {
        Set<Integer> more = new TreeSet<>(endpoints);
        more.add(one);
        return more;
    }

    private static Set<Integer> without(Set<Integer> endpoints, int one) {
        Set<Integer> fewer = new TreeSet<>(endpoints);
        fewer.remove(one);
        return fewer;
    }

    boolean isFiring() {
        return state == State.FIRING;
    }

    AlertKey key() {
        return new AlertKey(alert, subject);
    }
}
