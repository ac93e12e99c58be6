package org.almbridge.ledger;

/** How far a learner has come. */
public enum LearnerState {
    /** Accepted, not known to ALM yet. */
    NEW,
    /** A user in ALM, with enrolments to make. */
    CREATED,
    /** Everything asked for is done. */
    ENROLLED,
    /** Something needs a person; nothing else is left to do. */
    ESCALATED
}
