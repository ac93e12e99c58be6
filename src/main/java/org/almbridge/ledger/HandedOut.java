package org.almbridge.ledger;

import org.almbridge.learner.LearnerInFlight;

/** @param waitedMs since there was something to do for the learner at all */
record HandedOut(LearnerInFlight learner, long waitedMs) {}
