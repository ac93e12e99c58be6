package org.almbridge.ledger;

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

    /** Told how many learners were handed out, which may be none, before the next question is asked. */
    default void handedOut(int learners) {}
}
