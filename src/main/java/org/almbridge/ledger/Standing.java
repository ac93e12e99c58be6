package org.almbridge.ledger;

/** What recording a user of ALM has led to. */
public enum Standing {
    /** Enrolments are left to make. */
    UNFINISHED,
    /** Nothing is left to do. */
    FINISHED,
    /** Another learner is that user already, which only people can sort out. */
    BELONGS_TO_ANOTHER
}
