package org.almbridge.ledger;

import java.util.List;
import org.almbridge.learner.RejectedRow;

/**
 * What rehearsing an input has shown, beside what was done for people.
 *
 * @param people          whom the good rows name
 * @param rejected        rows that are wrong in themselves, or contradict others
 * @param firstRejected   the first of them
 * @param nothingToDo     people for whom nothing is left to do, now or later
 * @param already         enrolments that were there, or under way
 * @param later           enrolments that wait, for a day or for a manager
 * @param withPeople      enrolments that were escalated before and are not tried again for this input
 * @param waitForDay      people who are created on a later day
 * @param firstDay        epoch milliseconds at which the first of those days begins, {@code null} without
 * @param lastDay         the same of the last one
 * @param waitForManager  people who are not created before their manager is
 * @param managersWithin  people whose manager comes in the same input and is new
 */
public record RehearsalCounts(
        long people,
        long rejected,
        List<RejectedRow> firstRejected,
        long nothingToDo,
        long already,
        long later,
        long withPeople,
        long waitForDay,
        Long firstDay,
        Long lastDay,
        long waitForManager,
        long managersWithin) {}
