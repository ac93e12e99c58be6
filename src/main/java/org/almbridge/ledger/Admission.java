package org.almbridge.ledger;

import java.util.Optional;

/** Says how many due learners may be handed out now; of several opinions the strictest counts. */
public interface Admission {

    /** Learners that may be under way at a time, those that are included. */
    default int underWay(int most) {
        return most;
    }

    /** Learners that ALM has a user for. */
    default int created(int most) {
        return most;
    }

    /** Learners that ALM has no user for. */
    default int fresh(int most) {
        return most;
    }

    /** Why it admits next to nobody; empty while it does not. */
    default Optional<Hold> hold() {
        return Optional.empty();
    }

    /** Told how many learners were handed out, which may be none, before the next question is asked. */
    default void handedOut(int learners) {}
}
