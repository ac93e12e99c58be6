package org.almbridge.learner;

/** One learner in one learning-object instance; a learner has at most one for each instance. */
public record Enrolment(String loId, String loInstanceId) {}
