package org.almbridge.learner;

/**
 * From when on something may be done for a row, in epoch milliseconds; 0 is at once.
 *
 * @param user       from when on the user may be created
 * @param enrolments from when on the enrolments may be made
 */
public record Start(long user, long enrolments) {

    public static final Start AT_ONCE = new Start(0, 0);
}
