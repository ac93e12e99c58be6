package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.alm.SharedLookUp.Question;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.plan.PeopleSource;
import org.almbridge.plan.UserFinding;

/** Asks for people by the routes of a plan, which come behind what learners wait for. */
@Singleton
class AlmPeople implements PeopleSource {

    private final SharedLookUp lookUp;
    private final AlmCalls calls;

    AlmPeople(SharedLookUp lookUp, AlmCalls calls) {
        this.lookUp = lookUp;
        this.calls = calls;
    }

    @Override
    public CompletableFuture<UserFinding> user(LearnerInFlight learner) {
        return ask("direct:plan-find-user", AlmCall.FIND_USER, learner, null, UserFinding.class);
    }

    @Override
    public CompletableFuture<Boolean> isEnrolled(LearnerInFlight learner, Enrolment enrolment) {
        return ask("direct:plan-find-enrolment", AlmCall.FIND_ENROLMENT, learner, enrolment, Boolean.class);
    }

    private <A> CompletableFuture<A> ask(
            String route, AlmCall call, LearnerInFlight learner, Enrolment enrolment, Class<A> answer) {
        return lookUp.ask(new Question<>(
                        route,
                        call,
                        calls.starting(),
                        exchange -> InFlight.planned(exchange, learner, enrolment),
                        InFlight::found))
                .thenApply(found -> {
                    if (found == null) { // the gate has ended the exchange quietly
                        throw new RejectedExecutionException("the bridge stops");
                    }
                    return answer.cast(found);
                });
    }
}
