package org.almbridge.learner;

/** What a failed call means for the learner; the reaction to each is the table in docs/errors-and-escalation.md. */
public enum FailureClass {
    /** ALM's enrolment service does not see the fresh user yet. */
    INDEXING_LAG,
    /** ALM asked for fewer calls; nothing was wrong with this one. */
    THROTTLED,
    /** ALM did not do the call and may do it later. */
    UNAVAILABLE,
    /** A change was sent and its answer never arrived, so it may have been applied. */
    UNKNOWN_OUTCOME,
    /** The access token was refused; says nothing about the learner. */
    UNAUTHORISED,
    /** ALM says that the e-mail address belongs to a user already. */
    DUPLICATE_USER,
    /** ALM says that the learner is enrolled already. */
    ALREADY_ENROLLED,
    /** ALM understood the call and will never accept it as it is. */
    REJECTED,
    /** None of the above can be told from the answer. */
    UNRECOGNISED;

    /** Whether the state of ALM must be read before the call may be repeated. */
    public boolean needsLookUp() {
        return this == UNKNOWN_OUTCOME || this == DUPLICATE_USER || this == ALREADY_ENROLLED || this == UNRECOGNISED;
    }
}
