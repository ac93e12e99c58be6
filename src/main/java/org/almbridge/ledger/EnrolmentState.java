package org.almbridge.ledger;

/** How far an enrolment has come. */
enum EnrolmentState {
    DUE,
    ENROLLED,
    ESCALATED
}
