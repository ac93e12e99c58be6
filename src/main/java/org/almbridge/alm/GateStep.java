package org.almbridge.alm;

import io.quarkus.arc.All;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.call.AlmCalls;
import org.almbridge.call.AlmRequest;
import org.almbridge.gate.Call;
import org.almbridge.gate.Gate;
import org.almbridge.gate.Passage;
import org.almbridge.gate.Visitor;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.apache.camel.spi.SynchronizationRouteAware;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.SynchronizationAdapter;

/** Where every call to ALM waits for its turn, without holding a thread. */
@Singleton
@Named("gate")
class GateStep extends AsyncProcessorSupport {

    private static final String PASSAGE = GateStep.class.getName() + ".passage";

    private final Gate gate;
    private final AlmCalls calls;
    private final Clock clock;
    private final List<AlmListener> listeners;

    GateStep(Gate gate, AlmCalls calls, Clock clock, @All List<AlmListener> listeners) {
        this.gate = gate;
        this.calls = calls;
        this.clock = clock;
        this.listeners = listeners;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        endPreviousCall(exchange);
        Call call = call(exchange, InFlight.learner(exchange));
        long from = clock.millis();
        Runnable passed = () -> tell(exchange, Math.max(0, clock.millis() - from));
        gate.enter(call, new Turn(exchange, callback, call.finishing() ? calls.finishing() : calls.starting(), passed));
        return false;
    }

    /** A route that makes a second call has had its answer to the first, and must not wait for a turn that it has itself. */
    private static void endPreviousCall(Exchange exchange) {
        Passage previous = exchange.getProperty(PASSAGE, Passage.class);
        if (previous != null) {
            previous.ended();
        }
    }

    private void tell(Exchange exchange, long waitedMs) {
        AlmCall call = kind(exchange, InFlight.learner(exchange));
        if (call != null) {
            listeners.forEach(listener -> listener.passedGate(call, waitedMs));
        }
    }

    /** {@code null} for a call of the doctor. */
    private static AlmCall kind(Exchange exchange, LearnerInFlight learner) {
        if (learner != null) {
            return learner.current() == null ? null : learner.current().call();
        }
        if (ManagerVariables.manager(exchange) != null) {
            return AlmCall.FIND_MANAGER;
        }
        return CourseVariables.course(exchange) == null ? null : AlmCall.FIND_COURSE;
    }

    private static Call call(Exchange exchange, LearnerInFlight learner) {
        String verb = AlmRequest.method(exchange);
        return new Call(
                verb,
                isFinishing(exchange, learner),
                learner == null ? 1 : charge(learner, InFlight.enrolment(exchange)));
    }

    /** A call for no learner of its own is one that created learners wait for, unless it is about a manager. */
    private static boolean isFinishing(Exchange exchange, LearnerInFlight learner) {
        if (InFlight.isPlanned(exchange)) {
            return false;
        }
        return learner == null ? ManagerVariables.manager(exchange) == null : learner.isCreated();
    }

    /** The first create pays for the learner's enrolments too; what is repeated, or was not paid for, pays for itself. */
    private static int charge(LearnerInFlight learner, Enrolment enrolment) {
        AlmCall call = learner.current() == null ? null : learner.current().call();
        if (call == AlmCall.CREATE_USER && learner.last(call, null) == null) {
            return 1 + learner.learner().enrolments().size();
        }
        boolean paidFor = call == AlmCall.ENROL_USER
                && learner.learner().almUserId() == null
                && !learner.isLinked()
                && learner.last(call, enrolment) == null;
        return paidFor ? 0 : 1;
    }

    void stop(@Observes CamelContextStoppingEvent event) {
        gate.stop();
    }

    private record Turn(Exchange exchange, AsyncCallback callback, Executor lane, Runnable passed) implements Visitor {

        @Override
        public void pass(Passage passage) {
            exchange.setProperty(PASSAGE, passage);
            passed.run();
            exchange.getExchangeExtension().addOnCompletion(new EndOfCall(passage));
            resume(() -> {});
        }

        /** As a retry that falls due during the stop, a learner ends quietly and goes back to the ledger. */
        @Override
        public void refuse() {
            resume(() -> {
                if (InFlight.learner(exchange) == null) {
                    exchange.setException(new RejectedExecutionException("the bridge stops"));
                } else {
                    exchange.setRouteStop(true);
                }
            });
        }

        private void resume(Runnable first) {
            try {
                lane.execute(() -> {
                    first.run();
                    callback.done(false);
                });
            } catch (RejectedExecutionException e) {
                exchange.setException(e);
                callback.done(false);
            }
        }
    }

    /** Every way out of a call ends its route, also one that fails before ALM is reached. */
    private static final class EndOfCall extends SynchronizationAdapter implements SynchronizationRouteAware {

        private final Passage passage;

        EndOfCall(Passage passage) {
            this.passage = passage;
        }

        @Override
        public SynchronizationRouteAware getRouteSynchronization() {
            return this;
        }

        @Override
        public void onBeforeRoute(Route route, Exchange exchange) {
            // there is no route between the gate and the call
        }

        @Override
        public void onAfterRoute(Route route, Exchange exchange) {
            passage.ended();
        }

        @Override
        public void onDone(Exchange exchange) {
            passage.ended();
        }
    }
}
