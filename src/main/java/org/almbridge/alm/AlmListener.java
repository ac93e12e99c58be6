package org.almbridge.alm;

import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;

/** Learns how calls to ALM fare. Called on threads that have other work to do, so it must neither block nor fail. */
public interface AlmListener {

    /** A call may go out. @param waitedMs for its turn */
    default void passedGate(AlmCall call, long waitedMs) {}

    /** A failed attempt, which is durable, will be made again: soon, or by way of the ledger. */
    default void triedAgain(FailureClass failureClass) {}

    /** ALM's index knows a new user. @param lagMs from the create answer to the attempt that ALM accepted */
    default void indexed(long lagMs) {}
}
