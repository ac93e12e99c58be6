package org.almbridge.ledger;

import java.util.Map;
import org.almbridge.learner.FailureClass;

/**
 * Where everything stands at a moment.
 *
 * @param learners        by state; a state that nobody is in may be missing
 * @param openEscalations those that nobody has acted on yet, by class; a class of none may be missing
 * @param openBatches     inputs that are being read, or whose reading was cut short
 * @param heldBatches     inputs that wait for an approval
 * @param oldestDueAt     epoch milliseconds since when the learner has been due who has been so the longest, {@code null}
 *                        without one; it may lie ahead
 */
public record LedgerOverview(
        Map<LearnerState, Long> learners,
        Map<FailureClass, Long> openEscalations,
        long openBatches,
        long heldBatches,
        Long oldestDueAt) {

    public static final LedgerOverview NOTHING = new LedgerOverview(Map.of(), Map.of(), 0, 0, null);
}
