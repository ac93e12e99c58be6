package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.almbridge.token.TokenPause;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** Sends an exchange of its own through a route: the call is nobody's in particular, and ends with no learner. */
@Singleton
class SharedLookUp {

    /**
     * @param lane     where it starts: on a thread of its own, because Camel queues what one of its threads starts until
     *                 that thread is free
     * @param question sets the variables that the route reads
     * @param answer   reads the one that the route sets
     */
    record Question<A>(
            String route, AlmCall call, Executor lane, Consumer<Exchange> question, Function<Exchange, A> answer) {}

    private final CamelContext context;
    private final FailureReader reader;
    private final Outage outage;
    private final TokenPause tokenPause;

    SharedLookUp(CamelContext context, FailureReader reader, Outage outage, TokenPause tokenPause) {
        this.context = context;
        this.reader = reader;
        this.outage = outage;
        this.tokenPause = tokenPause;
    }

    /** Fails when ALM did not say. */
    <A> CompletableFuture<A> ask(Question<A> question) {
        CompletableFuture<A> told = new CompletableFuture<>();
        ask(question, told, false);
        return told;
    }

    private <A> void ask(Question<A> question, CompletableFuture<A> told, boolean last) {
        try {
            question.lane().execute(() -> send(question, told, last));
        } catch (RejectedExecutionException e) {
            told.completeExceptionally(e);
        }
    }

    private <A> void send(Question<A> question, CompletableFuture<A> told, boolean last) {
        try {
            AsyncProducer route = context.getEndpoint(question.route()).createAsyncProducer();
            Exchange exchange = route.getEndpoint().createExchange();
            question.question().accept(exchange);
            route.process(exchange, doneSync -> settle(question, told, exchange, last));
        } catch (Exception e) {
            told.completeExceptionally(e);
        }
    }

    private <A> void settle(Question<A> question, CompletableFuture<A> told, Exchange exchange, boolean last) {
        Exception failure = exchange.getException();
        if (failure == null) {
            told.complete(question.answer().apply(exchange));
        } else if (context.getStatus().isStopping()) {
            told.completeExceptionally(new RejectedExecutionException("the bridge stops", failure));
        } else {
            Optional<AlmFailure> what = reader.failure(question.call(), failure);
            if (!last && what.filter(this::hasANextToken).isPresent()) {
                ask(question, told, true);
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
