package org.almbridge.alm;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.AlmCall;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * A step that waits, without holding a thread, for an answer of ALM that many learners share. The call is nobody's in
 * particular, so it is an attempt of the learner only when the learner does not pass.
 */
abstract class SharedAnswerStep<A> extends AsyncProcessorSupport {

    private final AlmCall call;
    private final AlmCalls calls;
    private final Clock clock;

    SharedAnswerStep(AlmCall call, AlmCalls calls, Clock clock) {
        this.call = call;
        this.calls = calls;
        this.clock = clock;
    }

    abstract CompletableFuture<A> ask(Exchange exchange);

    /** @throws AlmAnswerException when the learner may not pass */
    abstract void take(Exchange exchange, A answer) throws AlmAnswerException;

    @Override
    public final boolean process(Exchange exchange, AsyncCallback callback) {
        long from = clock.millis();
        CompletableFuture<A> asked = ask(exchange);
        if (asked.isDone()) {
            asked.whenComplete((answer, failure) -> settle(exchange, from, answer, failure));
            callback.done(true);
            return true;
        }
        asked.whenCompleteAsync(
                (answer, failure) -> {
                    try {
                        settle(exchange, from, answer, failure);
                    } finally {
                        callback.done(false);
                    }
                },
                calls.finishing());
        return false;
    }

    private void settle(Exchange exchange, long from, A answer, Throwable failure) {
        if (failure != null) {
            stop(exchange, from, failure instanceof CompletionException ? failure.getCause() : failure);
            return;
        }
        try {
            take(exchange, answer);
        } catch (AlmAnswerException e) {
            stop(exchange, from, e);
        }
    }

    private void stop(Exchange exchange, long from, Throwable why) {
        if (why instanceof AlmAnswerException answer) {
            InFlight.learner(exchange).begin(call, InFlight.enrolment(exchange), from);
            // an exception belongs to one exchange, and this one may be everybody's
            exchange.setException(new AlmAnswerException(answer.failure()));
        } else {
            exchange.setException(why);
        }
    }
}
