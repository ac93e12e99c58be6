package org.almbridge.plan;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;

/**
 * Finds out what the routes of provisioning would do for a learner, and by how many calls: the order of the questions is
 * that of {@code alm-create-user-once} and {@code alm-enrol-user-once}, with reads where they change ALM.
 *
 * @param now epoch milliseconds
 */
record FateTeller(Outlook outlook, long now) {

    private static final CompletableFuture<Boolean> NO = CompletableFuture.completedFuture(false);

    CompletableFuture<Fate> of(LearnerInFlight learner) {
        return user(learner).thenCompose(fate -> fate.isUser() ? enrolments(learner, fate) : done(fate));
    }

    private CompletableFuture<Fate> user(LearnerInFlight learner) {
        if (learner.isCreated()) {
            return done(Fate.user(Fate.User.KNOWN, learner.almUserId(), 0, 0));
        }
        if (!learner.mustLookBefore(AlmCall.CREATE_USER, null)) {
            return createdUnlessThere(learner);
        }
        return outlook.user(learner)
                .thenCompose(found -> found.isThere() ? done(taken(found, 0)) : createdFor(learner, 1));
    }

    /** The bridge learns that the user is there from a create that ALM refuses. */
    private CompletableFuture<Fate> createdUnlessThere(LearnerInFlight learner) {
        return outlook.managerFault(learner)
                .thenCompose(fault -> fault.isPresent()
                        ? done(Fate.escalated(fault.get(), 0, 0))
                        : outlook.user(learner)
                                .thenApply(found -> found.isThere() ? taken(found, 1) : created(learner, 0)));
    }

    private CompletableFuture<Fate> createdFor(LearnerInFlight learner, int gets) {
        return outlook.managerFault(learner)
                .thenApply(fault -> fault.isPresent() ? Fate.escalated(fault.get(), 0, gets) : created(learner, gets));
    }

    private static Fate taken(UserFinding found, int posts) {
        return found.active()
                ? Fate.user(Fate.User.LINKED, found.almUserId(), posts, 1)
                : Fate.escalated("ALM has a user with this e-mail address in state " + found.state(), posts, 1);
    }

    private Fate created(LearnerInFlight learner, int gets) {
        String id = "plan:" + learner.learner().key();
        return Fate.user(outlook.isSure() ? Fate.User.CREATED : Fate.User.UNKNOWN, id, 1, gets);
    }

    private CompletableFuture<Fate> enrolments(LearnerInFlight learner, Fate fate) {
        boolean linked = fate.user() == Fate.User.LINKED;
        if (!learner.isCreated()) {
            learner.userKnown(fate.almUserId(), now, linked);
        }
        boolean fresh = fate.user() == Fate.User.CREATED || fate.user() == Fate.User.UNKNOWN;
        // one after the other: they share what is known of the learner
        CompletableFuture<List<Fate.Step>> told = done(List.of());
        for (Enrolment enrolment : learner.learner().enrolments()) {
            told = told.thenCompose(steps -> step(learner, enrolment, fresh).thenApply(step -> and(steps, step)));
        }
        return told.thenApply(fate::with);
    }

    private static List<Fate.Step> and(List<Fate.Step> steps, Fate.Step step) {
        return Stream.concat(steps.stream(), Stream.of(step)).toList();
    }

    /** @param fresh whether the user is new, and so enrolled in nothing */
    private CompletableFuture<Fate.Step> step(LearnerInFlight learner, Enrolment enrolment, boolean fresh) {
        boolean looks = !fresh && learner.mustLookBeforeEnrolling(enrolment);
        return (looks ? outlook.isEnrolled(learner, enrolment) : NO).thenCompose(there -> {
            int gets = looks ? 1 : 0;
            return there
                    ? done(new Fate.Step(enrolment, Fate.Made.THERE_BEFORE, null, gets))
                    : outlook.courseFault(enrolment)
                            .thenApply(fault -> new Fate.Step(
                                    enrolment,
                                    fault.isPresent() ? Fate.Made.ESCALATED : Fate.Made.NEW,
                                    fault.orElse(null),
                                    gets));
        });
    }

    private static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }
}
