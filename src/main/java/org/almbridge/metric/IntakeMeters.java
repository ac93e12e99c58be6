package org.almbridge.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.almbridge.BridgeConfig;
import org.almbridge.intake.IntakeListener;
import org.almbridge.ledger.AcceptedRows;

/** What comes in, by source; there are as many as are configured, and {@code api}. */
@Singleton
class IntakeMeters implements IntakeListener {

    private final MeterRegistry registry;
    private final Map<String, OfSource> sources = new ConcurrentHashMap<>();
    private final Timer wait;

    IntakeMeters(MeterRegistry registry, BridgeConfig config) {
        this.registry = registry;
        wait = Timer.builder("bridge.source.wait")
                .description("From the time of an input to all its rows durable")
                .register(registry);
        config.sources().keySet().forEach(this::of);
    }

    @Override
    public void rows(String source, AcceptedRows rows) {
        of(source).add(rows);
    }

    @Override
    public void closed(String source, Reading reading, long waitedMs) {
        of(source).batches.get(reading).increment();
        wait.record(Duration.ofMillis(waitedMs));
    }

    private OfSource of(String source) {
        return sources.computeIfAbsent(source, name -> new OfSource(registry, name));
    }

    private static final class OfSource {

        private final Map<Reading, Counter> batches = new EnumMap<>(Reading.class);
        private final Counter learners;
        private final Counter known;
        private final Counter rejected;
        private final Counter held;

        OfSource(MeterRegistry registry, String source) {
            for (Reading reading : Reading.values()) {
                batches.put(reading, batches(registry, source, reading));
            }
            learners = rows(registry, source, "learner");
            known = rows(registry, source, "known");
            rejected = rows(registry, source, "rejected");
            held = rows(registry, source, "held");
        }

        private static Counter batches(MeterRegistry registry, String source, Reading reading) {
            return Counter.builder("bridge.batches")
                    .description("Inputs that were read, by how that ended")
                    .tag("source", source)
                    .tag("result", reading.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }

        private static Counter rows(MeterRegistry registry, String source, String result) {
            return Counter.builder("bridge.rows")
                    .description("Rows that were read, by what became of them")
                    .tag("source", source)
                    .tag("result", result)
                    .register(registry);
        }

        void add(AcceptedRows rows) {
            learners.increment(rows.learners());
            known.increment(rows.known());
            rejected.increment(rows.rejected());
            held.increment(rows.held());
        }
    }
}
