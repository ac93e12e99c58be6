package org.almbridge.learner;

/**
 * A learner handed to people.
 *
 * @param id       the same for the same learner and failure class, however often it is escalated
 * @param openedAt epoch milliseconds of the latest failure
 * @param learner  with all attempts, and the enrolments this escalation is about
 */
public record Escalation(String id, long openedAt, FailureClass failureClass, Learner learner) {}
