package org.almbridge.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.almbridge.learner.FailureClass;
import org.almbridge.ledger.LearnerState;
import org.almbridge.ledger.LedgerOverview;
import org.apache.camel.quarkus.main.events.BeforeStart;

/** What stands in the ledger. Bridges that share one tell the same, as of different moments. */
@Singleton
class LedgerGauges {

    private final MeterRegistry registry;
    private final RecentOverview overview;
    private final Clock clock;

    LedgerGauges(MeterRegistry registry, RecentOverview overview, Clock clock) {
        this.registry = registry;
        this.overview = overview;
        this.clock = clock;
    }

    void register(@Observes BeforeStart event) {
        for (LearnerState state : LearnerState.values()) {
            gauge("bridge.learners", now -> now.learners().getOrDefault(state, 0L))
                    .description("Learners by state")
                    .tag("state", state.name())
                    .register(registry);
        }
        for (FailureClass failureClass : FailureClass.values()) {
            gauge("bridge.escalations.open", now -> now.openEscalations().getOrDefault(failureClass, 0L))
                    .description("Escalations that nobody has acted on yet")
                    .tag("class", failureClass.name())
                    .register(registry);
        }
        batches("open", LedgerOverview::openBatches);
        batches("held", LedgerOverview::heldBatches);
        gauge("bridge.oldest.due", this::oldestDueSeconds)
                .description("Age of the learner who has been due the longest")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("bridge.ledger.up", () -> overview.isLedgerUp() ? 1 : 0)
                .description("Whether the ledger can be reached")
                .register(registry);
    }

    private void batches(String state, ToDoubleFunction<LedgerOverview> value) {
        gauge("bridge.batches.unfinished", value)
                .description("Inputs that have not come to their end")
                .tag("state", state)
                .register(registry);
    }

    private Gauge.Builder<?> gauge(String name, ToDoubleFunction<LedgerOverview> value) {
        return Gauge.builder(name, () -> value.applyAsDouble(overview.last()));
    }

    private double oldestDueSeconds(LedgerOverview now) {
        return now.oldestDueAt() == null
                ? 0
                : Math.max(
                        0, Duration.ofMillis(clock.millis() - now.oldestDueAt()).toMillis() / 1000.0);
    }
}
