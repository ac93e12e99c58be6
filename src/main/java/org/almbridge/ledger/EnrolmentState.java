package org.almbridge.ledger;

/** How far an enrolment has come. */
public enum EnrolmentState {
    /** To be made. */
    DUE,
    /** ALM has it. */
    ENROLLED,
    /** It needs a person. */
    ESCALATED
}
