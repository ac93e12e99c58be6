package org.almbridge.alm;

import static org.almbridge.learner.FailureClass.ALREADY_ENROLLED;
import static org.almbridge.learner.FailureClass.DUPLICATE_USER;
import static org.almbridge.learner.FailureClass.INDEXING_LAG;
import static org.almbridge.learner.FailureClass.REJECTED;
import static org.almbridge.learner.FailureClass.THROTTLED;
import static org.almbridge.learner.FailureClass.UNAUTHORISED;
import static org.almbridge.learner.FailureClass.UNAVAILABLE;
import static org.almbridge.learner.FailureClass.UNKNOWN_OUTCOME;
import static org.almbridge.learner.FailureClass.UNRECOGNISED;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.almbridge.alm.Retry.Verdict;
import org.almbridge.course.CourseFinding;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.support.ExpressionAdapter;

/** The questions that the routes ask, by the names under which the YAML asks them. */
@Singleton
class RouteQuestions {

    private final FailureReader reader;

    RouteQuestions(FailureReader reader) {
        this.reader = reader;
    }

    @Produces
    @Singleton
    @Named("indexLags")
    Predicate indexLags() {
        return failureIs(EnumSet.of(INDEXING_LAG));
    }

    @Produces
    @Singleton
    @Named("almAils")
    Predicate almAils() {
        return failureIs(EnumSet.of(THROTTLED, UNAVAILABLE, UNKNOWN_OUTCOME, UNAUTHORISED));
    }

    @Produces
    @Singleton
    @Named("answerIsUnclear")
    Predicate answerIsUnclear() {
        return failureIs(EnumSet.of(DUPLICATE_USER, ALREADY_ENROLLED, UNRECOGNISED));
    }

    @Produces
    @Singleton
    @Named("almRejects")
    Predicate almRejects() {
        return failureIs(EnumSet.of(REJECTED));
    }

    @Produces
    @Singleton
    @Named("tryAgain")
    Predicate tryAgain() {
        return exchange -> InFlight.retry(exchange).verdict() == Verdict.REDELIVER;
    }

    /** False while Camel stops: a redelivery that is cut short was not decided to be the last. */
    @Produces
    @Singleton
    @Named("givenUp")
    Predicate givenUp() {
        return exchange -> InFlight.retry(exchange).verdict() == Verdict.GIVE_UP;
    }

    @Produces
    @Singleton
    @Named("enrolmentsDue")
    Expression enrolmentsDue() {
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return InFlight.learner(exchange).learner().enrolments();
            }
        };
    }

    @Produces
    @Singleton
    @Named("userUnknown")
    Predicate userUnknown() {
        return exchange -> !InFlight.learner(exchange).isCreated();
    }

    @Produces
    @Singleton
    @Named("managerNamed")
    Predicate managerNamed() {
        return exchange -> InFlight.learner(exchange).learner().namesManager();
    }

    @Produces
    @Singleton
    @Named("userMayExist")
    Predicate userMayExist() {
        return exchange -> InFlight.learner(exchange).mustLookBefore(AlmCall.CREATE_USER, null);
    }

    @Produces
    @Singleton
    @Named("enrolmentMayExist")
    Predicate enrolmentMayExist() {
        return exchange -> InFlight.learner(exchange).mustLookBeforeEnrolling(InFlight.enrolment(exchange));
    }

    @Produces
    @Singleton
    @Named("notEnrolled")
    Predicate notEnrolled() {
        return exchange -> !InFlight.learner(exchange).isEnrolled(InFlight.enrolment(exchange));
    }

    @Produces
    @Singleton
    @Named("instanceNamed")
    Predicate instanceNamed() {
        return exchange -> CourseVariables.course(exchange).namesInstance();
    }

    /** True before the first answer, and after one that does not tell which of the two ids is wrong. */
    @Produces
    @Singleton
    @Named("courseInDoubt")
    Predicate courseInDoubt() {
        return exchange -> {
            CourseFinding finding = CourseVariables.finding(exchange);
            return finding == null || !finding.isAvailable();
        };
    }

    private Predicate failureIs(Set<FailureClass> classes) {
        return exchange -> reader.failure(exchange)
                .filter(failure -> classes.contains(failure.failureClass()))
                .isPresent();
    }
}
