package org.almbridge.metric;

import io.micrometer.core.instrument.Gauge;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.almbridge.learner.FailureClass;
import org.almbridge.ledger.LearnerState;
import org.almbridge.ledger.LedgerOverview;
import org.apache.camel.quarkus.main.events.BeforeStart;

/** What stands in the ledger. Bridges that share one tell the same, as of different moments. */
@Singleton
class LedgerGauges {

    private final Gauges gauges;
    private final RecentOverview overview;
    private final Clock clock;

    LedgerGauges(Gauges gauges, RecentOverview overview, Clock clock) {
        this.gauges = gauges;
        this.overview = overview;
        this.clock = clock;
    }

    void register(@Observes BeforeStart event) {
        for (LearnerState state : LearnerState.values()) {
            gauges.add(gauge("bridge.learners", now -> now.learners().getOrDefault(state, 0L))
                    .description("Learners by state")
                    .tag("state", state.name()));
        }
        for (FailureClass failureClass : FailureClass.values()) {
            gauges.add(gauge(
                            "bridge.escalations.open",
                            now -> now.openEscalations().getOrDefault(failureClass, 0L))
                    .description("Escalations that nobody has acted on yet")
                    .tag("class", failureClass.name()));
        }
        batches("open", LedgerOverview::openBatches);
        batches("held", LedgerOverview::heldBatches);
        gauges.add(gauge("bridge.oldest.due", this::oldestDueSeconds)
                .description("Age of the learner who has been due the longest")
                .baseUnit("seconds"));
        gauges.add(Gauge.builder("bridge.ledger.up", () -> overview.isLedgerUp() ? 1 : 0)
                .description("Whether the ledger can be reached"));
    }

    private void batches(String state, ToDoubleFunction<LedgerOverview> value) {
        gauges.add(gauge("bridge.batches.unfinished", value)
                .description("Inputs that have not come to their end")
                .tag("state", state));
    }

    private Gauge.Builder<?> gauge(String name, ToDoubleFunction<LedgerOverview> value) {
        return Gauge.builder(name, () -> value.applyAsDouble(overview.last()));
    }

    private double oldestDueSeconds(LedgerOverview now) {
        return now.oldestDueAt() == null ? 0 : Math.max(0, clock.millis() - now.oldestDueAt()) / 1000.0;
    }
}
