package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.call.AlmCalls;
import org.almbridge.course.Course;
import org.almbridge.course.CourseFinding;
import org.almbridge.course.CourseSource;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.almbridge.token.TokenPause;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** Sends an exchange of its own through alm-find-course: the call is nobody's in particular, and ends with no learner. */
@Singleton
class AlmCourses implements CourseSource {

    private static final String ROUTE = "direct:alm-find-course";

    private final CamelContext context;
    private final FailureReader reader;
    private final Outage outage;
    private final TokenPause tokenPause;
    private final AlmCalls calls;

    AlmCourses(CamelContext context, FailureReader reader, Outage outage, TokenPause tokenPause, AlmCalls calls) {
        this.outage = outage;
        this.tokenPause = tokenPause;
        this.calls = calls;
        this.context = context;
        this.reader = reader;
    }

    /** Starts on a thread of its own: Camel queues what one of its threads starts until that thread is free. */
    @Override
    public CompletableFuture<CourseFinding> ask(Course course) {
        CompletableFuture<CourseFinding> told = new CompletableFuture<>();
        ask(course, told, false);
        return told;
    }

    private void ask(Course course, CompletableFuture<CourseFinding> told, boolean last) {
        try {
            calls.finishing().execute(() -> send(course, told, last));
        } catch (RejectedExecutionException e) {
            told.completeExceptionally(e);
        }
    }

    private void send(Course course, CompletableFuture<CourseFinding> told, boolean last) {
        try {
            AsyncProducer route = context.getEndpoint(ROUTE).createAsyncProducer();
            Exchange exchange = route.getEndpoint().createExchange();
            CourseVariables.course(exchange, course);
            route.process(exchange, doneSync -> settle(told, exchange, last));
        } catch (Exception e) {
            told.completeExceptionally(e);
        }
    }

    private void settle(CompletableFuture<CourseFinding> told, Exchange exchange, boolean last) {
        Exception failure = exchange.getException();
        if (failure == null) {
            told.complete(CourseVariables.finding(exchange));
        } else if (context.getStatus().isStopping()) {
            told.completeExceptionally(new RejectedExecutionException("the bridge stops", failure));
        } else {
            Optional<AlmFailure> what = reader.failure(AlmCall.FIND_COURSE, failure);
            if (!last && what.filter(this::hasANextToken).isPresent()) {
                ask(CourseVariables.course(exchange), told, true);
            } else {
                told.completeExceptionally(what.<Exception>map(this::failed).orElse(failure));
            }
        }
    }

    /** Not everybody who waits has a policy that would repeat the call. */
    private boolean hasANextToken(AlmFailure failure) {
        return failure.failureClass() == FailureClass.UNAUTHORISED && !tokenPause.isOn();
    }

    private AlmAnswerException failed(AlmFailure failure) {
        outage.failed(failure.failureClass());
        return new AlmAnswerException(failure);
    }
}
