package org.almbridge.learner;

/** What becomes of a row: there are these two ways to leave the intake and no third. */
public sealed interface ValidatedRow permits NewLearner, RejectedRow {}
