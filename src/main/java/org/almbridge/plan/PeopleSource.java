package org.almbridge.plan;

import java.util.concurrent.CompletableFuture;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;

/** Asks ALM about people; the seam between a plan and the routes that read ALM. Futures fail when ALM did not say. */
public interface PeopleSource {

    CompletableFuture<UserFinding> user(LearnerInFlight learner);

    /** Of a learner who is a user. */
    CompletableFuture<Boolean> isEnrolled(LearnerInFlight learner, Enrolment enrolment);
}
