package org.almbridge.ledger;

import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;

/** Learns what has become durable. Called on the ledger's own thread, so it must neither block nor fail. */
public interface LedgerListener {

    /** A call to ALM for a learner has ended. */
    default void attempted(Attempt outcome) {}

    /** An enrolment is in ALM. @param tookMs since it was asked for, or since its start date when that was later */
    default void enrolled(long tookMs) {}

    /**
     * A learner is handed to people.
     *
     * @param enrolments how many are affected that were not before
     * @param opened     false when the same escalation was open already, for another enrolment
     */
    default void escalated(FailureClass failureClass, int enrolments, boolean opened) {}

    /** A learner for whom nothing was tried yet is under way. @param waitedMs since there was something to do */
    default void handedOut(long waitedMs) {}
}
